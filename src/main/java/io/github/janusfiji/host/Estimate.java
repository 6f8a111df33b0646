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

import java.util.Locale;

/** Foretells when a stage will be done, from the speed it had so far. */
final class Estimate {

	private static final double FIRST = 2; // s before anything is foretold

	private long start;
	private long before;
	private boolean running;

	/** Forgets the stage before. */
	void restart() {
		running = false;
	}

	/**
	 * The clock runs from the first amount on: what comes before it is loading and
	 * warming up.
	 *
	 * @param done how much is done
	 * @param total how much there is, or 0 if unknown
	 * @param now ns, as of {@link System#nanoTime()}
	 * @return "about 3 min left", or nothing while it is unknown
	 */
	String left(final long done, final long total, final long now) {
		if (done <= 0 || done >= total) return "";
		if (!running) {
			running = true;
			start = now;
			before = done;
		}
		final double spent = (now - start) / 1e9;
		if (spent < FIRST || done <= before) return "";
		return "about " + words(spent * (total - done) / (done - before)) +
			" left";
	}

	/**
	 * @param done how much is done
	 * @param now ns, as of {@link System#nanoTime()}
	 * @return "12.3/s", how much is done in a second; nothing while it is unknown
	 */
	String speed(final long done, final long now) {
		final double spent = (now - start) / 1e9;
		if (!running || spent < FIRST || done <= before) return "";
		final double rate = (done - before) / spent;
		return String.format(Locale.ROOT, rate < 10 ? "%.1f/s" : "%.0f/s", rate);
	}

	private static String words(final double seconds) {
		if (seconds < 90) return Math.max(1, Math.round(seconds)) + " s";
		if (seconds < 90 * 60) return Math.round(seconds / 60) + " min";
		return Math.round(seconds / 360) / 10.0 + " h";
	}
}
