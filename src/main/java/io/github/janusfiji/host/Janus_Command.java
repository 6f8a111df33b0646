package io.github.janusfiji.host;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * The entry of every Janus command in the menus of plain ImageJ; its argument
 * is the command's class. The name holds an underscore because ImageJ is silent
 * about a missing dependency of a class without one. Refers to nothing but
 * ImageJ and the JDK, so that it can say which jar is missing.
 */
public final class Janus_Command implements PlugIn {

	@Override
	public void run(final String command) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(getClass().getClassLoader());
		try {
			MenuEntry.run(command);
		}
		catch (final LinkageError e) {
			IJ.showMessage("Janus", MissingJar.sentence(e));
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}
}
