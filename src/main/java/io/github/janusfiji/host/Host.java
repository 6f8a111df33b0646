package io.github.janusfiji.host;

import ij.IJ;
import java.awt.GraphicsEnvironment;
import java.io.PrintStream;
import org.scijava.Context;

/** The program that a command runs in, as far as commands can tell. */
public sealed interface Host permits FijiHost, ImageJHost, ConsoleHost {

	/**
	 * @param context the context that a command runs in
	 * @return the program it belongs to
	 */
	static Host of(final Context context) {
		if (FijiHost.owns(context)) return new FijiHost(context);
		return IJ.getInstance() != null && !GraphicsEnvironment.isHeadless()
			? new ImageJHost() : new ConsoleHost(System.err);
	}

	/**
	 * @param out where progress is written
	 * @return a machine without a display
	 */
	static Host console(final PrintStream out) {
		return new ConsoleHost(out);
	}

	/** @return whether there are windows, and somebody who may look at them */
	boolean interactive();

	/**
	 * Begins to report a job.
	 *
	 * @param title what the user started
	 * @return where the job reports to; to be closed when it ends
	 */
	HostProgress begin(String title);

	/**
	 * Tells what SciJava's own way of reporting would not tell, or would tell with
	 * a dialog that holds up a batch.
	 *
	 * @param title what the user started
	 * @param reason why it failed, one sentence
	 * @return the reason that SciJava is to show; empty if it is to show none
	 */
	String failed(String title, String reason);
}
