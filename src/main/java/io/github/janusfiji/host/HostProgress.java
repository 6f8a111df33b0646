package io.github.janusfiji.host;

import io.github.janusfiji.task.Progress;

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

	/** Constructor for the hosts of this package. */
	HostProgress() {}

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
		if (!cancelled && stopRequested()) cancelled = true;
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
		if (!left.isEmpty()) text.append(", ").append(left);
		show(text.toString(), done, total);
	}

	/**
	 * @param text stage, amounts, status and time left
	 * @param amount how much of the stage is done
	 * @param of total amount of the stage, or 0 if unknown
	 */
	abstract void show(String text, long amount, long of);

	/** @return whether the user asks to stop right now */
	abstract boolean stopRequested();

	@Override
	public abstract void close();
}
