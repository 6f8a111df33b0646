/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Janus in a class loader of its own, so that its libraries and Spark's never
 * meet. There is one in each Java machine, since native libraries can be loaded
 * only once, and it does one command at a time, with as many threads as the
 * machine has.
 */
final class JanusRuntime {

	private static JanusRuntime runtime;

	private final Path folder;
	private final URLClassLoader loader;

	/**
	 * What a command wrote.
	 *
	 * @param code 0 if all went well
	 * @param text results, progress and the reason of a failure
	 */
	record Answer(int code, String text) {}

	private JanusRuntime(final Path folder) throws IOException {
		this.folder = folder;
		final var jars = new ArrayList<URL>();
		for (final String part : List.of("plugins", "jars")) try (var files = Files
			.list(folder.resolve(part)))
		{
			for (final Path jar : files.filter(f -> f.toString().endsWith(".jar"))
				.sorted().toList()) jars.add(jar.toUri().toURL());
		}
		loader = new URLClassLoader("janus", jars.toArray(URL[]::new), ClassLoader
			.getPlatformClassLoader());
	}

	/**
	 * @param folder with {@code plugins} and {@code jars} of Janus for plain ImageJ
	 * @return the one of this Java machine
	 * @throws IOException if the folder cannot be read
	 * @throws IllegalStateException if another folder is in use already
	 */
	static synchronized JanusRuntime of(final Path folder) throws IOException {
		if (runtime == null) runtime = new JanusRuntime(folder);
		if (!runtime.folder.equals(folder)) throw new IllegalStateException(
			"Janus is in use from " + runtime.folder + ", not from " + folder + ".");
		return runtime;
	}

	/**
	 * @param command its label
	 * @param options as after {@code --run}
	 * @return what it said
	 */
	synchronized Answer run(final String command, final String options) {
		final var text = new ByteArrayOutputStream();
		final var out = new PrintStream(text, true, StandardCharsets.UTF_8);
		final int code = (Integer) within(() -> {
			final Class<?> runner = loader.loadClass(
				"io.github.janusfiji.host.HeadlessRunner");
			return runner.getMethod("run", String[].class).invoke(runner
				.getConstructor(PrintStream.class, PrintStream.class).newInstance(out,
					out), (Object) new String[] { "--run", command, options });
		});
		return new Answer(code, text.toString(StandardCharsets.UTF_8));
	}

	/**
	 * @param input a folder, a list or a clip
	 * @param output a folder for results, in which no clips are looked for
	 * @param cut MB from which videos are cut; 0 for none
	 * @return how many clips and ranges there are
	 */
	synchronized int units(final Path input, final Path output,
		final double cut)
	{
		return (Integer) within(() -> loader.loadClass(
			"io.github.janusfiji.archive.Archive").getMethod("units", Path.class,
				Path.class, double.class).invoke(null, input, output, cut));
	}

	private interface Call {

		Object run() throws ReflectiveOperationException;
	}

	/** SciJava looks for commands by the thread's own loader. */
	private Object within(final Call call) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(loader);
		try {
			return call.run();
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException(String.valueOf(e.getCause().getMessage()),
				e.getCause());
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(folder +
				" holds no Janus that this program knows; give it the one that it came with.",
				e);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}
}
