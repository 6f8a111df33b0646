package io.github.janusfiji.host;

import ij.IJ;
import ij.macro.Interpreter;

/** Plain ImageJ 1.x with its window. */
record ImageJHost() implements Host {

	@Override
	public boolean interactive() {
		return true;
	}

	@Override
	public HostProgress begin(final String title) {
		return new StatusBarProgress();
	}

	@Override
	public String failed(final String title, final String reason) {
		if (!Interpreter.isBatchMode()) return reason;
		IJ.log(title + ": " + reason);
		return "";
	}
}
