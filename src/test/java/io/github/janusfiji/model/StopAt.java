package io.github.janusfiji.model;

import io.github.janusfiji.task.Progress;

/** Asks to stop after so many steps of training. */
final class StopAt implements Progress {

	private final long steps;
	private boolean training;
	private long done;

	StopAt(final long steps) {
		this.steps = steps;
	}

	@Override
	public void stage(final String what, final long total) {
		training = what.startsWith("Training");
		done = 0;
	}

	@Override
	public void done(final long amount) {
		done = amount;
	}

	@Override
	public void status(final String text) {}

	@Override
	public boolean isCancelled() {
		return training && done >= steps;
	}
}
