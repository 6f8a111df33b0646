package io.github.janusfiji.command;

import java.net.URL;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * The build of ND4J that computes.
 *
 * @param name the backend's class
 * @param cuda whether it computes on NVIDIA graphics cards
 * @param library the native library that was loaded, or nothing if unknown
 */
record Backend(String name, boolean cuda, String library) {

	private static final String CPU =
		"org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu";
	private static final String CUDA =
		"org.nd4j.linalg.jcublas.bindings.Nd4jCuda";

	/**
	 * Loads ND4J if it is not loaded yet.
	 *
	 * @return the build in use
	 */
	static Backend current() {
		final Nd4jBackend backend = Nd4j.getBackend();
		if (backend == null) {
			Nd4j.zeros(1).close();
			return current();
		}
		final String name = backend.getClass().getSimpleName();
		final boolean cuda = name.contains("Cublas");
		return new Backend(name, cuda, library(cuda ? CUDA : CPU));
	}

	private static String library(final String bindings) {
		try {
			final String path = Loader.load(Class.forName(bindings));
			return path == null ? "" : path.replace('\\', '/');
		}
		catch (final ClassNotFoundException e) {
			return "";
		}
	}

	/** @return name and version */
	String words() {
		final Package nd4j = Nd4j.class.getPackage();
		final URL jar = Nd4j.class.getProtectionDomain().getCodeSource()
			.getLocation();
		final String file = jar.getPath().substring(jar.getPath().lastIndexOf('/') +
			1);
		return name + ", " + (nd4j.getImplementationVersion() == null ? file : nd4j
			.getImplementationVersion());
	}

	/** @return whether the fast convolutions are there, and what it means */
	String oneDnn() {
		if (cuda) return "not used: the graphics card computes";
		if (library.contains("onednn")) return "loaded";
		if (library.isEmpty()) return "unknown: the loaded library has no name";
		return "NOT loaded: training is 7 to 10 times slower than it could be; use" +
			" the bundle for this system (there is none with oneDNN for ARM)";
	}
}
