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
package io.github.janusfiji.archive;

import io.github.janusfiji.task.Progress;

/** Progress within a clip, shown as the state of the stage over all clips. */
final class ClipProgress implements Progress {

	private final Progress over;
	private final String clip;
	private String stage = "";
	private String status = "";
	private long total;
	private long done;

	/**
	 * @param over the stage over all clips
	 * @param clip the name of this one
	 */
	ClipProgress(final Progress over, final String clip) {
		this.over = over;
		this.clip = clip;
	}

	@Override
	public synchronized void stage(final String what, final long amount) {
		stage = what;
		status = "";
		total = amount;
		done = 0;
		tell();
	}

	@Override
	public synchronized void done(final long amount) {
		done = amount;
		tell();
	}

	@Override
	public synchronized void status(final String text) {
		status = text;
		tell();
	}

	private void tell() {
		over.status(clip + ": " + stage + (total > 0 ? " " + done + "/" + total
			: "") + (status.isEmpty() ? "" : ", " + status));
	}

	@Override
	public boolean isCancelled() {
		return over.isCancelled();
	}
}
