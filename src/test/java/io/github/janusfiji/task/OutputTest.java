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
package io.github.janusfiji.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

	@TempDir
	Path folder;

	/** Another program that works on an output until its input ends. */
	static final class Other {

		private Other() {}

		/** @param args a file, or a folder and the word folder */
		public static void main(final String[] args) throws IOException {
			final Path target = Path.of(args[0]);
			try (var work = Shutdown.begin();
					Output output = args.length > 1 ? Output.folder(target, List.of(),
						OutputTest::isOurs) : Output.file(target))
			{
				System.out.println("begun");
				while (!Shutdown.isRequested() && System.in.available() == 0)
					Thread.onSpinWait();
				if (Shutdown.isRequested()) Files.writeString(target.resolveSibling(
					"saved"), "x");
			}
		}
	}

	private static boolean isOurs(final Path file) {
		return file.getFileName().toString().startsWith("frame");
	}

	private static Process other(final String... args) throws IOException {
		final var line = new java.util.ArrayList<>(List.of(ProcessHandle.current()
			.info().command().orElse("java"), "-Xmx64m", "-XX:TieredStopAtLevel=1",
			"-cp", System.getProperty("java.class.path"), Other.class.getName()));
		line.addAll(List.of(args));
		final Process process = new ProcessBuilder(line).redirectError(
			Redirect.INHERIT).start();
		assertEquals("begun", process.inputReader().readLine());
		return process;
	}

	private List<String> names() throws IOException {
		try (var files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private void write(final Path target, final String text)
		throws IOException
	{
		try (var output = Output.file(target)) {
			output.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
			output.commit();
		}
	}

	private static String refusal(final Path target, final Path... inputs) {
		return assertThrows(InputException.class, () -> Output.file(target, List
			.of(inputs))).getMessage();
	}

	@Test
	void whatWasThereStaysUntilTheNewIsWhole() throws IOException {
		final Path file = Files.writeString(folder.resolve("a.txt"), "old");
		try (var output = Output.file(file)) {
			output.write(new byte[9]);
			assertEquals("old", Files.readString(file));
		}
		assertEquals(List.of("a.txt"), names());
		write(file, "new");
		assertEquals("new", Files.readString(file));
		assertEquals(List.of("a.txt"), names());
	}

	@Test
	void foldersMadeForAnOutputGoWithIt() throws IOException {
		Output.file(folder.resolve("x/y/a.txt")).close();
		assertEquals(List.of(), names());
		write(folder.resolve("x/y/a.txt"), "new");
		assertEquals(List.of("x"), names());
	}

	@Test
	void nothingIsWrittenOntoWhatIsRead() throws IOException {
		final Path input = Files.writeString(folder.resolve("in.mp4"), "dear");
		final Path symbolic = Files.createSymbolicLink(folder.resolve("s.mp4"),
			input);
		final Path hard = Files.createLink(folder.resolve("h.mp4"), input);
		for (final Path output : List.of(input, symbolic, hard, folder.resolve(
			"../" + folder.getFileName() + "/in.mp4")))
			assertTrue(refusal(output, input).contains("would be destroyed"), output
				.toString());
		// A picture of the folder that is read, and the folder of one.
		assertTrue(refusal(input, folder).contains("would be destroyed"));
		assertTrue(assertThrows(InputException.class, () -> Output.folder(folder,
			List.of(input), OutputTest::isOurs)).getMessage().contains(
				"would be destroyed"));
		assertEquals("dear", Files.readString(input));
		// A new file beside what is read is none of it.
		Output.file(folder.resolve("new.tif"), List.of(folder)).close();
	}

	@Test
	void anInputThatTakesTheOutputsPlaceMeanwhileIsKept() throws IOException {
		final Path input = Files.writeString(folder.resolve("in.mp4"), "dear");
		final Path place = folder.resolve("out.mp4");
		try (var output = Output.file(place, List.of(input))) {
			output.write(new byte[3]);
			Files.createSymbolicLink(place, input);
			assertThrows(InputException.class, () -> {
				Inputs.keep(place, List.of(input));
			});
			Files.delete(place);
			Files.createLink(place, input);
			assertThrows(InputException.class, output::commit);
		}
		assertEquals("dear", Files.readString(input));
	}

	@Test
	void aSymbolicLinkIsFollowed() throws IOException {
		final Path far = Files.createDirectory(folder.resolve("far"));
		final Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path
			.of("far", "real.txt"));
		write(link, "new");
		assertTrue(Files.isSymbolicLink(link));
		assertEquals("new", Files.readString(far.resolve("real.txt")));
		final Path loop = folder.resolve("loop");
		Files.createSymbolicLink(loop, loop);
		assertTrue(refusal(loop).contains("leads nowhere"));
	}

	@Test
	void anOutputIsWrittenByOneJobOnly() throws IOException,
		InterruptedException
	{
		final Path file = folder.resolve("a.txt");
		final Path link = Files.createSymbolicLink(folder.resolve("b.txt"), file);
		try (var output = Output.file(file)) {
			assertTrue(refusal(link).contains("already, by this program"));
		}
		final Process process = other(file.toString());
		try {
			assertTrue(refusal(file).contains("already, by process " + process
				.pid()));
		}
		finally {
			process.destroyForcibly();
		}
		assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		write(file, "after it was killed");
		assertEquals(List.of("a.txt", "b.txt"), names());
	}

	@Test
	void othersFilesInAnOutputFolderStay() throws IOException {
		final Path target = Files.createDirectory(folder.resolve("out"));
		Files.writeString(target.resolve("frame1"), "old");
		Files.writeString(target.resolve("frame2"), "old");
		try (var output = Output.folder(target, List.of(), OutputTest::isOurs)) {
			Files.writeString(output.temporary().resolve("frame1"), "new");
			// Somebody puts something there while the work goes on.
			Files.writeString(target.resolve("notes.txt"), "dear");
			Files.createDirectories(target.resolve("sub/deep"));
			output.commit();
		}
		assertEquals("new", Files.readString(target.resolve("frame1")));
		assertEquals("dear", Files.readString(target.resolve("notes.txt")));
		assertTrue(Files.isDirectory(target.resolve("sub/deep")));
		assertFalse(Files.exists(target.resolve("frame2")));
		assertEquals(List.of("out"), names());
	}

	@Test
	void aKilledProgramsRestsGoAndItsOldFolderComesBack() throws IOException,
		InterruptedException
	{
		final Process process = other(folder.resolve("a.txt").toString());
		process.destroyForcibly().waitFor();
		final String dead = names().stream().filter(name -> name.endsWith(".part"))
			.findFirst().orElseThrow();
		final String token = dead.replaceFirst("^\\.a\\.txt\\.", "").replaceFirst(
			"\\.part$", "");
		final Path aside = Files.createDirectory(folder.resolve(".gone." + token +
			".old"));
		Files.writeString(aside.resolve("frame1"), "whole");
		final Path replaced = Files.createDirectory(folder.resolve(".out." + token +
			".kept"));
		Files.writeString(replaced.resolve("notes.txt"), "dear");
		Files.createDirectory(folder.resolve("out"));
		final Path others = Files.writeString(folder.resolve(".mine.part"), "x");
		write(folder.resolve("b.txt"), "the next job");
		assertEquals(List.of(".mine.part", "b.txt", "gone", "out", "out.kept"),
			names());
		assertEquals("whole", Files.readString(folder.resolve("gone/frame1")));
		assertEquals("dear", Files.readString(folder.resolve(
			"out.kept/notes.txt")));
		assertTrue(Files.exists(others));
	}

	@Test
	void theEndOfTheProgramLetsWorkSaveAndLeavesNoRests() throws IOException,
		InterruptedException
	{
		final Process process = other(folder.resolve("frames").toString(),
			"folder");
		process.destroy(); // SIGTERM
		assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		assertEquals(List.of("saved"), names());
	}

	@Test
	void whatIsNoFileIsRefused() throws IOException, InterruptedException {
		assertTrue(refusal(Files.createDirectory(folder.resolve("d.txt"))).contains(
			"is a folder"));
		final Path file = Files.writeString(folder.resolve("f"), "");
		assertTrue(assertThrows(InputException.class, () -> Output.folder(file, List
			.of(), OutputTest::isOurs)).getMessage().contains("is a file"));
		assertTrue(refusal(file.resolve("below.txt")).contains("not a folder"));
		assertTrue(refusal(Path.of("/")).contains("below it"));
	}
}
