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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.measure.TinyNetwork;
import io.github.janusfiji.provenance.SyntheticMark;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
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

/** A collection of two people who do not exist is made and assessed. */
class CollectionCommandsTest {

	private static final int FRAMES = 8;

	@TempDir
	static Path folder;

	private static Context context;
	private static CommandModule first;

	@BeforeAll
	static void make() throws Exception {
		context = new Context();
		context.service(LogService.class).setLevel(LogLevel.NONE);
		for (final String name : List.of("ada", "ben")) {
			Files.createDirectories(folder.resolve("people").resolve(name));
			Files.copy(Path.of("sample-data", name + ".mp4"), folder.resolve("people")
				.resolve(name).resolve("clip.mp4"));
		}
		first = collect("0;40");
	}

	@AfterAll
	static void end() {
		context.dispose();
	}

	private static CommandModule collect(final String qualities)
		throws Exception
	{
		return run(MakeCollection.class, "input", file("people"), "output", file(
			"made"), "frames", FRAMES, "qualities", qualities, "folds", 1);
	}

	private static File file(final String name) {
		return folder.resolve(name).toFile();
	}

	private static CommandModule run(final Class<? extends Command> command,
		final Object... inputs) throws ExecutionException, InterruptedException
	{
		return context.service(CommandService.class).run(command, true, inputs)
			.get();
	}

	@Test
	void theListNamesEveryClipWithItsFold() throws Exception {
		assertFalse(first.isCanceled(), first.getCancelReason());
		final var rows = Files.readAllLines(folder.resolve("made/collection.csv"));
		assertEquals("clip,label,subject,donor,method,quality,fold", rows.get(0));
		assertEquals(1 + 2 * (2 + 2), rows.size());
		assertTrue(rows.contains(
			"q40/ada_ben_graphics.mp4,manipulated,ada,ben,graphics,40,1"));
		for (final String row : rows.subList(1, rows.size()))
			assertTrue(Files.exists(folder.resolve("made").resolve(row.split(
				",")[0])), row);
		assertEquals(8, first.getOutput("made"));
	}

	@Test
	void genuineClipsAreTheirSourceAndSwapsSayWhatTheyAre()
		throws IOException
	{
		try (var source = Frames.open(folder.resolve("people/ada/clip.mp4"));
				var copy = Frames.open(folder.resolve("made/q0/ada.mkv"));
				var swap = Frames.open(folder.resolve("made/q0/ada_ben_graphics.mkv")))
		{
			assertEquals(FRAMES, copy.count());
			assertArrayEquals(source.frame(5).argb(), copy.frame(5).argb());
			assertTrue(SyntheticMark.statement(swap.metadata()).isPresent());
			// Neither of the marks that a detector would learn changes a corner.
			assertEquals(copy.frame(5).argb()[0], swap.frame(5).argb()[0]);
		}
		assertTrue(Files.size(folder.resolve("made/q40/ada.mp4")) * 4 < Files.size(
			folder.resolve("made/q0/ada.mkv")));
	}

	@Test
	void whatIsThereIsNotMadeAgain() throws Exception {
		assertEquals(0, collect("0;40").getOutput("made"));
		Files.delete(folder.resolve("made/q40/ben.mp4"));
		assertEquals(1, collect("0;40").getOutput("made"));
		assertTrue(collect("0;99").getCancelReason().contains("qualities"));
	}

	@Test
	void aNetworkIsAskedAboutTheCollection() throws Exception {
		final Path network = TinyNetwork.write(folder.resolve("means.onnx"));
		final var module = run(AssessThreat.class, "clips", file(
			"made/collection.csv"), "networks", network.toString(), "range", "levels",
			"output", file("threat"));
		assertFalse(module.isCanceled(), module.getCancelReason());
		final var rows = Files.readAllLines(folder.resolve("threat/threat.csv"));
		assertTrue(rows.get(1).startsWith("means.onnx,all,all,all,"), rows.get(1));
		assertTrue(rows.stream().anyMatch(r -> r.startsWith(
			"means.onnx,all,graphics,40,")), rows.toString());
		final double far = (double) module.getOutput("far");
		assertTrue(far >= 0 && far <= 100, "" + far);
		final var none = run(AssessThreat.class, "clips", file(
			"made/collection.csv"));
		assertTrue(none.getCancelReason().contains("'networks'"), none
			.getCancelReason());
	}

	@Test
	void tooFewPeopleAreRefused() throws Exception {
		final var module = run(MakeCollection.class, "input", file("people"),
			"output", file("none"), "folds", 2);
		assertTrue(module.getCancelReason().contains("2 folds need 4"), module
			.getCancelReason());
		assertFalse(Files.exists(folder.resolve("none")));
	}
}
