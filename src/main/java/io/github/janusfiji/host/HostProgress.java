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

import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Shutdown;

/**
 * Shows the progress of one job and the time it will still take. Reports to the
 * user at most ten times a second, however often it is told.
 */
public abstract class HostProgress implements Progress, AutoCloseable {

	private static final long PAUSE = 100_000_000L; // ns

	private final Estimate estimate = new Estimate();
	private String stage = "";
	private String status = "";
	private long total;
	private long done;
	private long shown = System.nanoTime() - PAUSE;
	private volatile boolean cancelled;

	private TaskLine line;

	/** Constructor for the hosts of this package. */
	HostProgress() {}

	/**
	 * Also shows the job in the window of all that runs.
	 *
	 * @param title what the user started
	 */
	final void watch(final String title) {
		line = TaskWindow.begin(title, this::stop);
	}

	@Override
	public final synchronized void stage(final String what, final long amount) {
		stage = what;
		status = "";
		total = Math.max(0, amount);
		done = 0;
		estimate.restart();
		show();
	}

	@Override
	public final synchronized void done(final long amount) {
		done = amount;
		if (due() || amount == total) show();
	}

	@Override
	public final synchronized void status(final String text) {
		status = text;
		if (due()) show();
	}

	@Override
	public final boolean isCancelled() {
		if (!cancelled && (Shutdown.isRequested() || stopRequested()))
			cancelled = true;
		return cancelled;
	}

	/** Remembers that the user asked to stop. */
	final void stop() {
		cancelled = true;
	}

	private boolean due() {
		return System.nanoTime() - shown >= PAUSE;
	}

	private void show() {
		shown = System.nanoTime();
		final var text = new StringBuilder(stage);
		if (total > 0) text.append(' ').append(done).append('/').append(total);
		if (!status.isEmpty()) text.append(", ").append(status);
		final String left = estimate.left(done, total, shown);
		final String speed = left.isEmpty() ? "" : estimate.speed(done, shown);
		if (!speed.isEmpty()) text.append(", ").append(speed);
		if (!left.isEmpty()) text.append(", ").append(left);
		show(text.toString(), done, total);
		if (line != null) line.show(text.toString(), done, total);
	}

	/**
	 * @param text stage, amounts, status and time left
	 * @param amount how much of the stage is done
	 * @param of total amount of the stage, or 0 if unknown
	 */
	abstract void show(String text, long amount, long of);

	/** @return whether the user asks to stop right now */
	abstract boolean stopRequested();

	/** Takes the job off the host's own display. */
	abstract void end();

	@Override
	public final void close() {
		end();
		if (line != null) line.close();
	}
}
