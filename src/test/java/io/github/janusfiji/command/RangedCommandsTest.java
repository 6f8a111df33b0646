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
package io.github.janusfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/** Commands over ranges of a film, against the film at once. */
class RangedCommandsTest {

	/** Cuts the sample clip, of 1.08 MB, in two. */
	private static final double CUT = 0.6;

	private static final Path FILM = Path.of("sample-data", "ada.mp4")
		.toAbsolutePath();

	@TempDir
	static Path folder;

	private static Context context;

	@BeforeAll
	static void begin() {
		context = new Context();
		context.service(LogService.class).setLevel(LogLevel.NONE);
	}

	@AfterAll
	static void end() {
		context.dispose();
	}

	private static CommandModule run(final Class<? extends Command> command,
		final Object... inputs) throws Exception
	{
		return context.service(CommandService.class).run(command, true, inputs)
			.get();
	}

	private static File file(final String name) {
		return folder.resolve(name).toFile();
	}

	private static Map<String, String> content(final Path place)
		throws IOException
	{
		final var all = new TreeMap<String, String>();
		try (var files = Files.walk(place)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) all.put(
				place.relativize(file).toString(), new String(Files.readAllBytes(file),
					StandardCharsets.ISO_8859_1));
		}
		return all;
	}

	private static void share(final Class<? extends Command> command,
		final String output, final String shard, final double cut,
		final Object... more) throws Exception
	{
		final var inputs = new ArrayList<Object>(List.of("input", FILM.toFile(),
			"output", file(output), "shard", shard, "cut", cut));
		inputs.addAll(List.of(more));
		final var module = run(command, inputs.toArray());
		assertFalse(module.isCanceled(), module.getCancelReason());
	}

	private static CommandModule merge(final String name) throws Exception {
		return run(MergeShards.class, "input", file(name), "output", file(name +
			"-all"));
	}

	/** @return the one folder with the film's own result */
	private static Path result(final String name) throws IOException {
		try (var all = Files.list(folder.resolve(name))) {
			return all.filter(Files::isDirectory).reduce((a, b) -> {
				throw new AssertionError(a + " and " + b);
			}).orElseThrow();
		}
	}

	private static void compare(final Class<? extends Command> command,
		final String name, final Object... more) throws Exception
	{
		share(command, name + "1", "1/1", 0, more);
		share(command, name + "2", "2/2", CUT, more);
		assertEquals(1, merge(name + "2").getOutput("missing"));
		share(command, name + "2", "1/2", CUT, more);
		final var merged = merge(name + "2");
		assertEquals(1, merged.getOutput("done"), String.valueOf(merged.getOutput(
			"finding")));
		final Path once = result(name + "1"), joined = result(name + "2-all");
		assertEquals(once.getFileName(), joined.getFileName());
		final var expected = content(once);
		final var found = content(joined);
		assertEquals(expected.keySet(), found.keySet());
		expected.forEach((file, text) -> assertEquals(text, found.get(file), file));
	}

	@Test
	void facesOfRangesAreThoseOfTheFilm() throws Exception {
		compare(ExtractFaces.class, "faces", "size", 64, "every", 3);
	}

	@Test
	void blinksOfRangesAreThoseOfTheFilm() throws Exception {
		compare(DetectBlinks.class, "blinks");
	}

	@Test
	void aFilmWithoutAFaceSaysSoWhenItsRangesAreJoined() throws Exception {
		share(ExtractFaces.class, "nobody", "1/1", CUT, "size", 64, "facewidth",
			100_000.0);
		final var merged = merge("nobody");
		assertEquals(1, merged.getOutput("failed"));
		assertTrue(String.valueOf(merged.getOutput("finding")).contains(
			"loosen a filter"), String.valueOf(merged.getOutput("finding")));
	}
}
