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
import ij.io.Opener;
import ij.plugin.Duplicator;
import io.github.janusfiji.RealData;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.frames.VideoVirtualStack;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.imageio.ImageIO;
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

/** A detector is trained, measured and used by commands alone. */
class BlinkCommandsTest {

	/** Of the sample clip: its first two blinks. */
	private static final int FIRST = 30, LAST = 69;

	@TempDir
	static Path folder;

	private static Context context;
	private static CommandModule trained;

	@BeforeAll
	static void train() throws Exception {
		context = new Context();
		context.service(LogService.class).setLevel(LogLevel.NONE);
		final var clip = new Duplicator().run(VideoVirtualStack.open(Path.of(
			"sample-data", "ada.mp4")), FIRST + 1, LAST + 1);
		IJ.saveAsTiff(clip, file("ada.tif").getPath());
		Files.writeString(folder.resolve("ada.blinks.csv"),
			"blink,start,peak,end\n1,8,10,14\n2,24,26,31\n");
		Files.writeString(folder.resolve("clips.csv"),
			"clip,use,last,skip,blinks\nada.tif,train,,,ada.blinks.csv\n");
		trained = trainTo("mine.safetensors");
	}

	@AfterAll
	static void end() {
		context.dispose();
	}

	private static CommandModule trainTo(final String name) throws Exception {
		return run(TrainBlinkDetector.class, "clips", file("clips.csv"), "output",
			file(name), "epochs", 1, "seed", 3);
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
	void theDetectorSaysHowItWasMade() throws IOException {
		assertFalse(trained.isCanceled(), trained.getCancelReason());
		final var made = EyeStateModel.read(file("mine.safetensors").toPath())
			.made();
		assertEquals("3", made.get("seed"));
		assertEquals(64, made.get("train ada.tif").length());
		assertEquals(64, made.get("list").length());
		assertEquals(List.of("seed", "epochs", "list", "train ada.tif"), List.copyOf(
			made.keySet()));
	}

	@Test
	void foldersOfImagesAndClipsOfOneNameTrain() throws Exception {
		for (final String name : List.of("a", "b")) {
			final var clip = new Opener().openImage(file("ada.tif")
				.getPath());
			final Path images = Files.createDirectories(folder.resolve(name + "/ada"));
			for (int i = 1; i <= clip.getStackSize(); i++) ImageIO.write(clip
				.getStack().getProcessor(i).getBufferedImage(), "png", images.resolve(
					String.format("%03d.png", i)).toFile());
		}
		Files.writeString(folder.resolve("folders.csv"),
			"clip,use,last,skip,blinks\na/ada,train,,,ada.blinks.csv\n" +
				"b/ada,train,,,ada.blinks.csv\n");
		final var module = run(TrainBlinkDetector.class, "clips", file(
			"folders.csv"), "output", file("folders.safetensors"), "epochs", 1);
		assertFalse(module.isCanceled(), module.getCancelReason());
		final var made = EyeStateModel.read(file("folders.safetensors").toPath())
			.made();
		assertEquals(List.of("seed", "epochs", "list", "train ada",
			"train ada (2)"), List.copyOf(made.keySet()));
	}

	@Test
	void theSameSeedGivesTheSameFile() throws Exception {
		trainTo("again.safetensors");
		assertArrayEquals(Files.readAllBytes(folder.resolve("mine.safetensors")),
			Files.readAllBytes(folder.resolve("again.safetensors")));
	}

	@Test
	void detectBlinksTakesIt() throws Exception {
		for (final String method : List.of("lrcn", "cnn", "ear")) {
			final var found = run(DetectBlinks.class, "input", file("ada.tif"),
				"method", method, "detector", file("mine.safetensors"), "output", file(
					method));
			assertFalse(found.isCanceled(), found.getCancelReason());
			assertEquals(LAST - FIRST + 1, found.getOutput("eyes"));
			assertEquals(LAST - FIRST + 2, Files.readAllLines(folder.resolve(method +
				"/ada.eyes.csv")).size());
		}
	}

	@Test
	void everyMethodIsMeasured() throws Exception {
		final var measured = run(EvaluateBlinkDetector.class, "clips", file(
			"clips.csv"), "use", "all", "patches", RealData.folder().resolve(
				"eyes/cew_eye_patches.zip").toFile(), "output", file("evaluation"));
		assertFalse(measured.isCanceled(), measured.getCancelReason());
		final var rows = Files.readAllLines(folder.resolve(
			"evaluation/evaluation.csv"));
		assertEquals(1 + 3 + 3 + 2, rows.size());
		assertTrue(rows.get(1).startsWith("ada.tif,lrcn,"), rows.get(1));
		assertTrue(rows.get(6).startsWith("all,ear,"), rows.get(6));
		assertTrue(rows.get(7).startsWith("cew_eye_patches.zip,cnn,904,430,"), rows
			.get(7));
		assertTrue(rows.get(8).startsWith(
			"cew_eye_patches.zip both eyes,cnn,452,215,"), rows.get(8));
		for (final String name : List.of("roc.csv", "reliability.csv", "roc.png",
			"reliability.png")) assertTrue(Files.size(folder.resolve("evaluation/" +
				name)) > 50, name);
		// Janus's own detector, on a clip it has never seen.
		assertTrue((double) measured.getOutput("auc") > 0.95, rows::toString);
	}

	@Test
	void mistakesAreToldInOneSentence() throws Exception {
		final var unknown = run(DetectBlinks.class, "input", file("ada.tif"),
			"method", "hog");
		assertTrue(unknown.getCancelReason().contains("choose one of lrcn, cnn, ear"),
			unknown.getCancelReason());
		final var wrong = run(DetectBlinks.class, "input", file("ada.tif"),
			"detector", file("clips.csv"));
		assertTrue(wrong.getCancelReason().contains("cannot be read"), wrong
			.getCancelReason());
		final var none = run(EvaluateBlinkDetector.class, "clips", file(
			"clips.csv"), "use", "measure");
		assertTrue(none.getCancelReason().contains("names no clip"), none
			.getCancelReason());
		final var missing = run(TrainBlinkDetector.class, "clips", file(
			"clips.csv"));
		assertTrue(missing.getCancelReason().contains("'output'"), missing
			.getCancelReason());
		final var taken = run(TrainBlinkDetector.class, "clips", file("clips.csv"),
			"output", folder.toFile());
		assertTrue(taken.getCancelReason().contains("is a folder"), taken
			.getCancelReason());
	}

	@Test
	void withoutAClosedEyeThereIsNothingToLearn() throws Exception {
		Files.writeString(folder.resolve("late.blinks.csv"),
			"blink,start,peak,end\n1,900,902,905\n");
		Files.writeString(folder.resolve("late.csv"),
			"clip,use,last,skip,blinks\nada.tif,train,,,late.blinks.csv\n");
		final var none = run(TrainBlinkDetector.class, "clips", file("late.csv"),
			"output", file("late.safetensors"));
		assertTrue(none.getCancelReason().contains("shows a marked blink"), none
			.getCancelReason());
		try (var left = Files.list(folder)) {
			assertTrue(left.noneMatch(p -> p.getFileName().toString().contains(
				"late.safetensors")));
		}
	}
}
