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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.Duplicator;
import io.github.janusfiji.Janus;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.VideoVirtualStack;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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

/** Real commands over shares of a small archive. */
class ShardedCommandsTest {

	private static final int FRAMES = 14;

	/** For a machine that does much else, s. */
	private static final int PATIENCE = 300;

	@TempDir
	static Path folder;

	private static Context context;
	private static Path clips;

	/** Three short clips, one of them below another folder, and a broken one. */
	@BeforeAll
	static void cut() throws IOException {
		context = new Context();
		context.service(LogService.class).setLevel(LogLevel.NONE);
		clips = Files.createDirectories(folder.resolve("clips/more"))
			.getParent();
		cut("ada.mp4", 34, "a.tif");
		cut("ada.mp4", 60, "b.tif");
		cut("ben.mp4", 0, "more/c.tif");
		Files.writeString(clips.resolve("broken.mp4"), "this is no film");
	}

	private static void cut(final String sample, final int from,
		final String name) throws IOException
	{
		final ImagePlus film = VideoVirtualStack.open(Path.of("sample-data",
			sample));
		IJ.saveAsTiff(new Duplicator().run(film, from + 1, from + FRAMES), clips
			.resolve(name).toString());
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

	/** Does all shares, the last first, and joins them. */
	private static Map<String, String> joined(
		final Class<? extends Command> command, final String name,
		final int shares, final Object... more) throws Exception
	{
		final var inputs = new ArrayList<Object>(List.of("input", clips
			.toFile(), "output", file(name + shares)));
		inputs.addAll(List.of(more));
		for (int i = shares; i > 0; i--) {
			final var each = new ArrayList<>(inputs);
			each.addAll(List.of("shard", i + "/" + shares));
			final var module = run(command, each.toArray());
			assertNull(module.getOutput("faces"));
			assertNull(module.getOutput("blinks"));
			// The broken one is in one of the shares.
			if (module.isCanceled()) assertTrue(module.getCancelReason().contains(
				"broken.mp4"), module.getCancelReason());
		}
		final var merged = run(MergeShards.class, "input", file(name + shares),
			"output", file(name + shares + "-all"));
		assertFalse(merged.isCanceled(), merged.getCancelReason());
		assertEquals(3, merged.getOutput("done"), String.valueOf(merged.getOutput(
			"finding")));
		assertEquals(1, merged.getOutput("failed"));
		assertEquals(0, merged.getOutput("missing"));
		return content(folder.resolve(name + shares + "-all"));
	}

	@Test
	void facesAreTheSameWhateverTheShares() throws Exception {
		final var one = joined(ExtractFaces.class, "faces", 1, "size", 64);
		assertEquals(one, joined(ExtractFaces.class, "faces", 3, "size", 64));
		assertEquals(List.of("all.faces.csv", "all.faces.json", "all.tif",
			"archive.csv"), List.copyOf(one.keySet()));
		try (var set = FaceSet.open(folder.resolve("faces3-all/all.tif"))) {
			assertEquals(3 * FRAMES, set.faces().size());
			assertEquals(3, set.faces().get(3 * FRAMES - 1).person());
		}
		final var single = run(ExtractFaces.class, "input", clips.resolve("a.tif")
			.toFile(), "output", file("single.tif"), "size", 64);
		assertEquals(FRAMES, single.getOutput("faces"));
		try (var set = FaceSet.open(folder.resolve("single.tif")); var all = FaceSet
			.open(folder.resolve("faces3-all/all.tif")))
		{
			for (int i = 0; i < FRAMES; i++) assertArrayEquals(set.crop(i), all.crop(i));
		}
	}

	@Test
	void blinksAreTheSameWhateverTheShares() throws Exception {
		final var one = joined(DetectBlinks.class, "blinks", 1);
		assertEquals(one, joined(DetectBlinks.class, "blinks", 3));
		assertEquals(3 * FRAMES + 1, one.get("all.eyes.csv").lines().count());
		assertEquals(3, one.get("all.summary.jsonl").lines().count());
		// What one clip gives alone, it gives in a share.
		run(DetectBlinks.class, "input", clips.resolve("more/c.tif").toFile(),
			"output", file("alone"));
		final String alone = Files.readString(folder.resolve("alone/c.eyes.csv"));
		assertTrue(one.get("all.eyes.csv").endsWith(alone.lines().skip(1).map(
			row -> "more/c.tif," + row + "\n").reduce("", String::concat)));
	}

	@Test
	void verdictsAreResultsAndNoFailures() throws Exception {
		final var one = joined(VerifyMedia.class, "verdicts", 1);
		assertEquals(one, joined(VerifyMedia.class, "verdicts", 2));
		assertTrue(one.get("all.verify.csv").startsWith(
			"input,file,verdict,signer,first,last,change\na.tif,a.tif,unsigned,"), one
				.get("all.verify.csv"));
	}

	@Test
	void whatIsMissingIsAskedForInMacroWords() throws Exception {
		final var without = run(DetectBlinks.class, "input", clips.toFile(),
			"shard", "1/1");
		assertEquals(
			"Give the parameter 'output' a folder for the results.", without
				.getCancelReason());
		final var wrong = run(DetectBlinks.class, "input", clips.toFile(), "output",
			file("nothing"), "shard", "3/2");
		assertTrue(wrong.getCancelReason().startsWith("'3/2' is no share"), wrong
			.getCancelReason());
		assertFalse(file("nothing").exists());
	}

	/** The text of a macro, without a display. */
	@Test
	void aMacroDoesSharesAndMergesThem() throws Exception {
		final Path macro = folder.resolve("shares.ijm");
		Files.writeString(macro, "for (i = 1; i <= 2; i++) run(\"Verify Media...\"," +
			" \"input=[" + clips + "] output=[" + folder.resolve("macro") +
			"] shard=\" + i + \"/2\");\nrun(\"Merge Shards...\", \"input=[" + folder
				.resolve("macro") + "] output=[" + folder.resolve("macro-all") + "]\");");
		// Batch mode would stay switched on in this Java machine.
		final Path log = folder.resolve("macro.log");
		final Process process = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-cp", System.getProperty(
				"java.class.path"), Janus.class.getName(), "--macro", macro.toString())
			.redirectErrorStream(true).redirectOutput(log.toFile()).start();
		assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS));
		final String said = Files.readString(log);
		assertEquals(1, process.exitValue(), said);
		assertTrue(said.contains("done = 3") && said.contains("failed = 1"), said);
		assertTrue(Files.exists(folder.resolve("macro-all/all.verify.csv")), said);
	}
}
