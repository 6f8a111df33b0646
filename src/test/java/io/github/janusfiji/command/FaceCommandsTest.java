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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.plugin.Duplicator;
import io.github.janusfiji.RealData;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.VideoVirtualStack;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Faces are extracted, reviewed and saved by commands alone. */
class FaceCommandsTest {

	private static final int FRAMES = 16;

	@TempDir
	static Path folder;

	private static Context context;
	private static ImagePlus clip;
	private static CommandModule extracted;

	@BeforeAll
	static void extract() throws Exception {
		context = new Context();
		context.service(LogService.class).setLevel(LogLevel.NONE);
		clip = new Duplicator().run(VideoVirtualStack.open(Path.of("sample-data",
			"ada.mp4")), 1, FRAMES);
		extracted = run(ExtractFaces.class, "image", clip, "output", file("a.tif"),
			"size", 64, "coverage", 0.5, "padding", 0.05, "every", 2, "facewidth", 30,
			"yawlimit", 60);
	}

	@AfterAll
	static void end() {
		context.dispose();
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
	void parametersReachTheFaceSetAndMarksTheImage() throws IOException {
		assertEquals(FRAMES / 2, extracted.getOutput("faces"));
		try (var set = FaceSet.open(file("a.tif").toPath())) {
			assertEquals(0.45, set.framing().faceShare(), 1e-9);
			assertEquals(2, set.selection().orElseThrow().every());
			assertEquals(30, set.selection().orElseThrow().faceWidth());
			assertEquals(60, set.selection().orElseThrow().yawLimit());
		}
		assertEquals(4 * FRAMES / 2, clip.getOverlay().size());
		assertTrue(Files.exists(folder.resolve("a.faces.csv")));
	}

	@Test
	void theOverlayCanBeSwitchedOff() throws Exception {
		final var bare = new Duplicator().run(clip, 1, 4);
		bare.setOverlay(null);
		final var module = run(ExtractFaces.class, "image", bare, "output", file(
			"bare.tif"), "size", 64, "overlay", false);
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertNull(bare.getOverlay());
	}

	@Test
	void facesAreFoundByTheUsersDetector() throws Exception {
		final var few = new Duplicator().run(clip, 1, 4);
		final var yunet = RealData.folder().resolve("models/yunet_n_320_320.onnx")
			.toFile();
		final var module = run(ExtractFaces.class, "image", few, "output", file(
			"yunet.tif"), "detector", yunet);
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertEquals(4, module.getOutput("faces"));
	}

	@Test
	void slicesAreReviewedDeletedAndSaved() throws Exception {
		final var review = run(ReviewFaces.class, "faces", file("a.tif"), "sort",
			"sharpness", "descending", true);
		final var stack = (ImagePlus) review.getOutput("stack");
		assertEquals(FRAMES / 2, stack.getStackSize());
		stack.getStack().deleteSlice(1);
		final var saved = run(SaveReviewedFaces.class, "image", stack, "output",
			file("b.tif"), "faces", file("a.tif"));
		assertFalse(saved.isCanceled(), saved.getCancelReason());
		assertEquals(FRAMES / 2 - 1, saved.getOutput("kept"));
		try (var set = FaceSet.open(file("b.tif").toPath())) {
			assertEquals(FRAMES / 2 - 1, set.faces().size());
		}
	}

	@Test
	void aFilterIsSavedInOneGo() throws Exception {
		final var review = run(ReviewFaces.class, "faces", file("a.tif"), "filter",
			"frame >= 4 and frame < 10", "output", file("c.tif"));
		assertEquals(3, review.getOutput("kept"));
		assertEquals(FRAMES / 2 - 3, review.getOutput("leftout"));
		try (var set = FaceSet.open(file("c.tif").toPath())) {
			assertEquals(3, set.faces().size());
			assertEquals(8, set.faces().get(2).frame());
		}
	}

	@Test
	void whatCannotBeDoneIsSaidInASentence() throws Exception {
		for (final var module : new CommandModule[] { run(ReviewFaces.class,
			"filter", ""), run(ReviewFaces.class, "faces", file("a.tif"), "filter",
				"beauty > 3"), run(ReviewFaces.class, "faces", file("a.tif"), "filter",
					"frame > 1000", "output", file("d.tif")), run(
						SaveReviewedFaces.class, "image", clip), run(
							SaveReviewedFaces.class), run(ExtractFaces.class, "image",
								clip, "output", file("d.tif"), "detector", file(
									"a.faces.csv")) })
		{
			assertTrue(module.isCanceled());
			assertNotNull(module.getCancelReason());
			assertTrue(module.getCancelReason().endsWith("."), module
				.getCancelReason());
		}
		assertFalse(Files.exists(folder.resolve("d.tif")));
	}
}
