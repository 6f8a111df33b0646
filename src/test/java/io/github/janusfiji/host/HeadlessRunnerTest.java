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

import io.github.janusfiji.Janus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, in a Java machine of its own. */
class HeadlessRunnerTest {

	@TempDir
	Path folder;

	private record Result(int code, String out, String err) {}

	private Result janus(final String... args) throws IOException,
		InterruptedException
	{
		return java(Janus.class, args);
	}

	private Result java(final Class<?> program, final String... args)
		throws IOException, InterruptedException
	{
		return java(Map.of(), program, args);
	}

	private Result java(final Map<String, String> environment,
		final Class<?> program, final String... args) throws IOException,
		InterruptedException
	{
		final Path out = folder.resolve("out.txt");
		final Path err = folder.resolve("err.txt");
		final var line = new ArrayList<String>(List.of(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-Djava.util.prefs.userRoot=" +
				folder, "-cp", System.getProperty("java.class.path"), program
					.getName()));
		line.addAll(List.of(args));
		final var builder = new ProcessBuilder(line).redirectOutput(out.toFile())
			.redirectError(err.toFile());
		builder.environment().putAll(environment);
		final Process process = builder.start();
		assertTrue(process.waitFor(60, TimeUnit.SECONDS));
		return new Result(process.exitValue(), Files.readString(out), Files
			.readString(err));
	}

	private static void assertSentence(final Result result,
		final String sentence)
	{
		assertEquals(1, result.code, result.err);
		assertTrue(result.err.contains(sentence), result.err);
		assertFalse(result.err.contains("\tat "), result.err);
	}

	@Test
	void aCommandSucceedsInBothDialects() throws Exception {
		for (final String options : new String[] { "input='a b.mp4',size=7",
			"input=[a b.mp4] size=7" })
		{
			final Result result = janus("--run", "Probe...", options);
			assertEquals(0, result.code, result.err);
			assertEquals("seen = a b.mp4 null 7 false 0.25 declared", result.out
				.strip());
			assertTrue(result.err.contains("Probe: Probing 2/2"), result.err);
		}
	}

	/** A program that uses the command line's runner several times. */
	static final class Twice {

		/** @param args none */
		public static void main(final String[] args) {
			final var runner = new HeadlessRunner(System.out, System.err);
			int code = 0;
			for (int i = 1; i <= 3; i++)
				code += runner.run("--run", "Probe...", "size=" + i);
			System.exit(code);
		}
	}

	@Test
	void aJavaMachineMayRunCommandsAgainAndAgain() throws Exception {
		final Result result = java(Twice.class);
		assertEquals(0, result.code, result.err);
		assertEquals(3, result.out.lines().count(), result.out);
	}

	@Test
	void anApostropheInANameNeedsNoBackslash() throws Exception {
		final Result result = janus("--run", "Probe...",
			"input='it's mine.mp4',size=7");
		assertEquals(0, result.code, result.err);
		assertTrue(result.out.contains("it's mine.mp4"), result.out);
	}

	@Test
	void aMistakeIsOneSentenceAndExitCodeOne() throws Exception {
		assertSentence(janus("--run", "Probe...", "sise=7"),
			"'Probe...' has no parameter 'sise'; it has: input, image, size");
		assertSentence(janus("--run", "Extract Faces...",
			"input='/no/such.mp4',output='x.tif'"), "/no/such.mp4");
		assertSentence(janus("--run", "Extract Face"),
			"There is no command 'Extract Face'; there are: ");
		assertEquals(2, janus("--frobnicate").code);
	}

	/** The locale of cron jobs and of many clusters. */
	@Test
	void aNameThatTheLocaleCannotSpellIsToldSo() throws Exception {
		final Path clips = Files.createDirectory(folder.resolve("clips"));
		final Path clip = Files.copy(Path.of("sample-data", "ada.mp4"), clips
			.resolve("clip é日本.mp4"));
		final var plain = Map.of("LC_ALL", "C");
		for (final String input : List.of(clip.toString(), clips.toString())) {
			final Result result = java(plain, Janus.class, "--run", "Open Video...",
				"input='" + input + "'");
			if (result.code != 0) assertSentence(result, "LC_ALL=C.UTF-8");
		}
	}

	@Test
	void aMacroRunsWithItsArgument() throws Exception {
		final Path macro = Files.writeString(folder.resolve("a.ijm"),
			"name = getArgument();\n" +
				"for (i = 1; i < 3; i++) run(\"Probe...\", \"input=[\" + name + \"] size=\" + i);\n" +
				"print(\"end\");\n");
		final Result result = janus("--macro", macro.toString(), "my clip.mp4");
		assertEquals(0, result.code, result.err);
		assertEquals(List.of("seen = my clip.mp4 null 1 false 0.25 declared",
			"seen = my clip.mp4 null 2 false 0.25 declared", "end"), result.out
				.lines().toList());
	}

	@Test
	void aMacroGoesOnAfterAFailureButIsNoSuccess() throws Exception {
		final Path macro = Files.writeString(folder.resolve("a.ijm"),
			"run(\"Probe...\", \"mode=user\");\nprint(\"went on\");\n");
		final Result result = janus("--macro", macro.toString());
		assertSentence(result, "The probe is not there.");
		assertEquals("went on", result.out.strip());
	}

	@Test
	void aFaultyMacroIsOneSentence() throws Exception {
		final Path macro = folder.resolve("a.ijm");
		Files.writeString(macro, "x = 1;\nfoo bar(\n");
		assertSentence(janus("--macro", macro.toString()),
			"The macro stopped in line");
		Files.writeString(macro, "run(\"Gaussian Blur...\", \"sigma=2\");\n");
		assertSentence(janus("--macro", macro.toString()),
			"The macro's command 'Gaussian Blur...' is not one of Janus's");
		assertSentence(janus("--macro", "/no/such.ijm"),
			"There is no macro file /no/such.ijm");
	}
}
