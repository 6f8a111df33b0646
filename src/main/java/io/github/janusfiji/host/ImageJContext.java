package io.github.janusfiji.host;

import org.scijava.Context;

/**
 * The one SciJava context of a Java machine that has no Fiji. Made when it is
 * first needed; the thread's context class loader must see Janus's jar then.
 */
final class ImageJContext {

	private static Context context;

	private ImageJContext() {}

	/** @return the context */
	static synchronized Context get() {
		if (context == null) context = new Context();
		return context;
	}
}
