/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.host;

import java.io.PrintStream;

/**
 * A machine without a display.
 *
 * @param out where progress is written
 */
record ConsoleHost(PrintStream out) implements Host {

	@Override
	public boolean interactive() {
		return false;
	}

	@Override
	public HostProgress begin(final String title) {
		return new LineProgress(title, out);
	}

	@Override
	public String failed(final String title, final String reason) {
		return reason;
	}

	/** Writes a line at the start of a stage, and then every few seconds. */
	private static final class LineProgress extends HostProgress {

		private static final long PAUSE = 5_000_000_000L; // ns

		private final String title;
		private final PrintStream out;
		private long written = System.nanoTime() - PAUSE;
		private String last = "";

		LineProgress(final String title, final PrintStream out) {
			this.title = title;
			this.out = out;
		}

		@Override
		void show(final String text, final long amount, final long of) {
			final boolean edge = amount == 0 || amount == of;
			if (!edge && System.nanoTime() - written < PAUSE) return;
			if (text.equals(last)) return;
			written = System.nanoTime();
			last = text;
			out.println(title + ": " + text);
		}

		@Override
		boolean stopRequested() {
			return Thread.currentThread().isInterrupted();
		}

		@Override
		void end() {
			out.flush();
		}
	}
}
