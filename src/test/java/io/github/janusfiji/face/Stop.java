package io.github.janusfiji.face;

import io.github.janusfiji.task.Progress;

/** Asks to stop after some steps of the last stage. */
final class Stop implements Progress {

	private final long after;
	private volatile boolean stopped;

	Stop(final long after) {
		this.after = after;
	}

	@Override
	public void stage(final String what, final long total) {}

	@Override
	public void done(final long amount) {
		if (amount >= after) stopped = true;
	}

	@Override
	public void status(final String text) {}

	@Override
	public boolean isCancelled() {
		return stopped;
	}
}
