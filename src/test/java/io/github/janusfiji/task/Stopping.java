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
package io.github.janusfiji.task;

import java.util.function.BooleanSupplier;

/** Progress that nobody sees, and that asks to stop. */
public final class Stopping {

	private Stopping() {}

	/** @return asks to stop from the beginning */
	public static Progress always() {
		return when(() -> true);
	}

	/**
	 * @param stop whether to stop; asked again and again
	 * @return asks to stop then
	 */
	public static Progress when(final BooleanSupplier stop) {
		return new Asking(stop, Long.MAX_VALUE);
	}

	/**
	 * @param amount of any stage that may be done
	 * @return asks to stop then, and ever after
	 */
	public static Progress after(final long amount) {
		return new Asking(() -> false, amount);
	}

	private static final class Asking implements Progress {

		private final BooleanSupplier stop;
		private final long most;
		private volatile boolean reached;

		private Asking(final BooleanSupplier stop, final long most) {
			this.stop = stop;
			this.most = most;
		}

		@Override
		public void stage(final String what, final long total) {}

		@Override
		public void done(final long amount) {
			if (amount >= most) reached = true;
		}

		@Override
		public void status(final String text) {}

		@Override
		public boolean isCancelled() {
			return reached || stop.getAsBoolean();
		}
	}
}
