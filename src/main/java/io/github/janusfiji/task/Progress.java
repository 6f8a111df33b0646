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

import java.util.concurrent.CancellationException;

/**
 * Progress of a long job, told to its caller, who can ask it to stop.
 * <p>
 * A job announces each stage, then reports how much of it is done. It calls
 * {@link #check()} at least a few times per second, so that a user's wish to
 * stop is honoured at once. Implementations are safe to call from any thread.
 * </p>
 */
public interface Progress {

	/** Reports to nobody and never asks to stop. */
	Progress NONE = new Progress() {

		@Override
		public void stage(final String what, final long total) {}

		@Override
		public void done(final long amount) {}

		@Override
		public void status(final String text) {}

		@Override
		public boolean isCancelled() {
			return false;
		}
	};

	/**
	 * Begins a stage.
	 *
	 * @param what the stage in a few words, for the user: "Finding faces"
	 * @param total the amount of work in it (frames, iterations, …), or 0 if
	 *          unknown
	 */
	void stage(String what, long total);

	/**
	 * @param amount how much of the current stage is done, from 0 to its total
	 */
	void done(long amount);

	/** @param text the state of the current stage in a few words */
	void status(String text);

	/** @return whether the user asked to stop */
	boolean isCancelled();

	/** @throws CancellationException if the user asked to stop */
	default void check() {
		if (isCancelled()) throw new CancellationException("Stopped by the user.");
	}
}
