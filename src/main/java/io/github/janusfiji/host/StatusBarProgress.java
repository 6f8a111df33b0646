package io.github.janusfiji.host;

import ij.IJ;

/** Reports to ImageJ's status bar; Esc asks to stop. */
final class StatusBarProgress extends HostProgress {

	StatusBarProgress() {
		IJ.resetEscape();
	}

	@Override
	void show(final String text, final long amount, final long of) {
		IJ.showStatus(text);
		if (of > 0) IJ.showProgress((double) amount / of);
	}

	@Override
	boolean stopRequested() {
		return IJ.escapePressed();
	}

	@Override
	public void close() {
		IJ.showProgress(1.0);
		IJ.showStatus("");
	}
}
