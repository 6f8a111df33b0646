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

import ij.IJ;
import ij.plugin.Duplicator;
import io.github.janusfiji.detect.DetectorModel;
import io.github.janusfiji.frames.VideoVirtualStack;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Detectors are trained on genuine people who do not exist, and asked. */
class DetectorCommandsTest {

	private static final int FRAMES = 12;

	@TempDir
	static Path folder;

	private static Context context;
	private static CommandModule trained;

	@BeforeAll
	static void train() throws Exception {
		context = new Context();
		context.service(LogService.class).setLevel(LogLevel.NONE);
		for (final String name : List.of("ada", "ben")) IJ.saveAsTiff(
			new Duplicator().run(VideoVirtualStack.open(Path.of("sample-data", name +
				".mp4")), 1, FRAMES), file(name + ".tif").getPath());
		Files.writeString(folder.resolve("clips.csv"),
			"clip,label,subject,fold\nada.tif,genuine,ada,1\nben.tif,genuine,ben,2\n");
		trained = trainTo("mine.detector");
	}

	@AfterAll
	static void end() {
		context.dispose();
	}

	private static CommandModule trainTo(final String name) throws Exception {
		return run(TrainDetector.class, "clips", file("clips.csv"), "output", file(
			name), "report", file("report"), "detectors", "qualitylda,noise", "faces",
			FRAMES, "seed", 3);
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
	void theFileSaysHowItWasMadeAndIsTheSameAgain() throws Exception {
		assertFalse(trained.isCanceled(), trained.getCancelReason());
		assertEquals(2, trained.getOutput("people"));
		try (var model = DetectorModel.read(file("mine.detector").toPath())) {
			assertEquals(List.of("qualitylda", "noise"), model.names());
			assertEquals("3", model.made().get("seed"));
			assertEquals("0", model.made().get("manipulatedclips"));
		}
		trainTo("again.detector");
		assertArrayEquals(Files.readAllBytes(folder.resolve("mine.detector")), Files
			.readAllBytes(folder.resolve("again.detector")));
	}

	@Test
	void theReportIsOfPeopleNotLearntFrom() throws IOException {
		final List<String> rows = Files.readAllLines(folder.resolve(
			"report/detection.clips.csv"));
		// Without manipulated clips, the blended faces of each stand for them.
		assertEquals(5, rows.size(), rows.toString());
		assertEquals(2, rows.stream().filter(r -> r.contains("selfblended")).count());
		assertTrue(Files.readString(folder.resolve("report/detection.html"))
			.contains("What cannot be concluded"));
		assertTrue(Files.readString(folder.resolve("report/detection.csv"))
			.startsWith("detector,method,quality,genuine,manipulated,people,eer"));
	}

	@Test
	void aClipGetsProbabilitiesWithIntervals() throws Exception {
		final var module = run(DetectManipulation.class, "input", file("ben.tif"),
			"output", file("out"), "detector", file("mine.detector"), "every", 2);
		assertFalse(module.isCanceled(), module.getCancelReason());
		final List<String> rows = Files.readAllLines(folder.resolve(
			"out/ben.manipulation.csv"));
		assertEquals("clip,detector,score,low,high", rows.get(0));
		assertEquals(List.of("qualitylda", "noise", "fused"), rows.stream().skip(1)
			.map(r -> r.split(",")[1]).toList());
		for (final String row : rows.subList(1, rows.size())) {
			final String[] c = row.split(",");
			final double score = Double.parseDouble(c[2]), low = Double.parseDouble(
				c[3]), high = Double.parseDouble(c[4]);
			assertTrue(0 <= low && low <= score && score <= high && high <= 1, row);
			assertTrue(high > low, row);
		}
		assertEquals(FRAMES / 2, module.getOutput("faces"));
		final var faces = Files.readAllLines(folder.resolve(
			"out/ben.manipulation.faces.csv"));
		assertEquals("frame,time,qualitylda,noise,fused", faces.get(0));
		assertTrue(faces.get(2).startsWith("2,"), faces.get(2));
		assertTrue(Files.size(folder.resolve("out/ben.manipulation.png")) > 1000);
		assertTrue(module.getOutput("finding").toString().contains(
			"not a verdict"));
	}

	@Test
	void damagedAndForeignFilesAreRefusedInASentence() throws Exception {
		final byte[] whole = Files.readAllBytes(folder.resolve("mine.detector"));
		final String text = new String(whole,
			StandardCharsets.ISO_8859_1);
		refused(text.substring(0, text.length() - 9), "cannot be read");
		refused("nonsense", "cannot be read");
		refused(text.replace("janus-detector 1", "janus-detector 9"),
			"not marked as janus-detector 1");
		refused(text.replace("\\\"version\\\":1", "\\\"version\\\":8"),
			"holds version 8");
		refused(text.replaceFirst("noise.mean", "noise.meen"),
			"lacks the numbers mean");
	}

	private static void refused(final String content, final String sentence)
		throws Exception
	{
		Files.write(folder.resolve("bad.detector"), content.getBytes(
			StandardCharsets.ISO_8859_1));
		final var module = run(DetectManipulation.class, "input", file("ben.tif"),
			"detector", file("bad.detector"));
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains(sentence), module
			.getCancelReason());
	}

	@Test
	void withoutAFileTheDetectorsOfJanusAreAsked() throws Exception {
		final var module = run(DetectManipulation.class, "input", file("ben.tif"),
			"output", file("shipped"));
		assertFalse(module.isCanceled(), module.getCancelReason());
		final List<String> rows = Files.readAllLines(folder.resolve(
			"shipped/ben.manipulation.csv"));
		try (var model = DetectorModel.embedded()) {
			assertEquals(model.names().size() + 2, rows.size());
			assertTrue(model.names().contains("gradients"));
			assertTrue(Integer.parseInt(model.made().get("people")) > 200);
		}
		assertTrue(rows.get(rows.size() - 1).startsWith("ben.tif,fused,"));
		assertTrue(Files.size(folder.resolve("shipped/ben.manipulation.tif")) > 1000,
			"where the evidence lies");
	}

	@Test
	void aListThatCannotTeachIsRefused() throws Exception {
		Files.writeString(folder.resolve("one.csv"),
			"clip,label,subject,fold\nada.tif,genuine,ada,1\n");
		final var one = run(TrainDetector.class, "clips", file("one.csv"), "output",
			file("none.detector"));
		assertTrue(one.getCancelReason().contains("two folds or more"), one
			.getCancelReason());
		final var unknown = run(TrainDetector.class, "clips", file("clips.csv"),
			"output", file("none.detector"), "detectors", "magic");
		assertTrue(unknown.getCancelReason().contains("no detector 'magic'"), unknown
			.getCancelReason());
		assertFalse(Files.exists(folder.resolve("none.detector")));
	}
}
