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
		public void close() {
			out.flush();
		}
	}
}
