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
package io.github.janusfiji.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import io.github.janusfiji.swap.SampleModel;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Janus in the plugins folder of a real ImageJ 1.x, with windows. Needs a
 * display; the CI machine must have one.
 */
class PlainImageJTest {

	/** Shared with other tests: unpacking natives takes half a minute. */
	private static final Path NATIVES = Path.of(System.getProperty("user.home"),
		".javacpp", "cache");

	@TempDir
	Path folder;

	/** JUnit warns of each link that leads out of the folder it deletes. */
	@AfterEach
	void unlink() throws IOException {
		final Path jars = folder.resolve("jars");
		if (Files.notExists(jars)) return;
		try (Stream<Path> links = Files.list(jars)) {
			for (final Path link : links.toList())
				Files.delete(link);
		}
	}

	private static void requireDisplay() {
		final boolean there = !GraphicsEnvironment.isHeadless() && System.getenv(
			"DISPLAY") != null || System.getProperty("os.name").matches(
				"(Mac|Windows).*");
		if ("true".equals(System.getenv("CI"))) assertTrue(there,
			"CI must have a display");
		Assumptions.assumeTrue(there, "needs a display");
	}

	@Test
	void menusDialogsRecorderAndMacrosWork() throws Exception {
		requireDisplay();
		install();
		final List<String> seen = session(folder.toString());
		assertEquals(25, seen.stream().filter(line -> line.startsWith("command "))
			.count(), seen.toString());
		final String macro = "run(\"Open Video...\", \"input=[" + folder.resolve(
			"my clip.tif") + "] kind=automatic\");";
		assertTrue(seen.contains("opened 3 my clip.tif"), seen.toString());
		assertTrue(seen.contains("recorded " + macro), seen.toString());
		assertTrue(seen.contains("images 2"), seen.toString());
		// The window that stayed open is not the batch's image.
		assertTrue(seen.contains("batch my clip.tif 3"), seen.toString());
		assertTrue(seen.contains("dialogs of a batch 0"), seen.toString());
		assertTrue(seen.contains("sentences 7"), seen.toString());
		assertTrue(seen.contains("after cancel " + macro), seen.toString());
		assertTrue(seen.contains("needed true"), seen.toString());
		assertTrue(seen.contains("failed with a message true"), seen.toString());
		assertTrue(seen.contains("after failure " + macro), seen.toString());
	}

	@Test
	void aPreviewFollowsTheDialogAndLeavesNothingBehind() throws Exception {
		requireDisplay();
		install();
		final Path model = SampleModel.write(folder);
		final List<String> seen = session(Path.of("sample-data", "ada.mp4")
			.toAbsolutePath().toString(), model.toString());
		final List<String> expected = List.of("nothing without a model 0",
			"shown Preview of frame 0, 0.00 s", "another picture true",
			"nothing for half a number 1", "back again true", "windows after OFF 0",
			"windows after Cancel 0");
		assertEquals(expected, seen.stream().filter(expected::contains).toList());
		final double slowest = seen.stream().filter(line -> line.startsWith(
			"changed in")).mapToDouble(line -> Double.parseDouble(line.split(
				" ")[2])).max().orElseThrow();
		assertTrue(slowest < 10, "a change took " + slowest + " s");
	}

	private List<String> session(final String... arguments) throws IOException,
		InterruptedException
	{
		final Path out = folder.resolve("out.txt");
		final var command = new ArrayList<>(List.of(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-Xmx512m",
			"-Djava.util.prefs.userRoot=" + folder, "-Duser.home=" + folder,
			"-Dplugins.dir=" + folder,
			"-Dorg.bytedeco.javacpp.cachedir=" + NATIVES, "-cp", "" + location(
				IJ.class) + File.pathSeparator + folder.resolve("session"), ImageJSession.class
					.getName()));
		command.addAll(List.of(arguments));
		final Process process = new ProcessBuilder(command).redirectErrorStream(
			true).redirectOutput(out.toFile()).start();
		final boolean ended = process.waitFor(100, TimeUnit.SECONDS);
		if (!ended) process.destroyForcibly().waitFor();
		final String text = Files.readString(out);
		assertTrue(ended, text);
		assertEquals(0, process.exitValue(), text);
		assertFalse(text.contains("\tat "), text);
		return text.lines().toList();
	}

	/** Lays out {@code plugins}, {@code jars} and the class that plays the user. */
	private void install() throws IOException {
		final Path classes = location(JanusCommand.class);
		Files.createDirectory(folder.resolve("plugins"));
		final Path jar = folder.resolve("plugins").resolve("Janus_-test.jar");
		if (Files.isDirectory(classes)) pack(classes, jar);
		else Files.copy(classes, jar);
		final Path jars = Files.createDirectory(folder.resolve("jars"));
		for (final String entry : System.getProperty("java.class.path").split(
			File.pathSeparator))
		{
			final Path path = Path.of(entry);
			if (!entry.endsWith(".jar") || path.equals(location(IJ.class))) continue;
			final Path link = jars.resolve(path.getFileName());
			if (Files.notExists(link)) Files.createSymbolicLink(link, path
				.toAbsolutePath());
		}
		for (final Class<?> part : List.of(ImageJSession.class, DialogHand.class)) {
			final String name = part.getName().replace('.', '/') + ".class";
			final Path copy = folder.resolve("session").resolve(name);
			Files.createDirectories(copy.getParent());
			Files.copy(location(part).resolve(name), copy);
		}
	}

	private static void pack(final Path classes, final Path jar)
		throws IOException
	{
		try (var out = new JarOutputStream(Files.newOutputStream(jar));
				Stream<Path> files = Files.walk(classes))
		{
			for (final Path file : (Iterable<Path>) files.filter(
				Files::isRegularFile)::iterator)
			{
				out.putNextEntry(new JarEntry(classes.relativize(file).toString()
					.replace(File.separatorChar, '/')));
				Files.copy(file, out);
			}
		}
	}

	private static Path location(final Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation()
				.toURI());
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}
}
