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
package io.github.janusfiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.eyestate.EyePatches;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.face.YuNetFaceDetector;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Shutdown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that once made Janus hang, run out of memory or give wrong results. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {

	@TempDir
	Path folder;

	private Path file(final String name) throws IOException {
		final Path file = folder.resolve(name);
		try (InputStream in = HostileFilesTest.class.getResourceAsStream(
			"hostile/" + name))
		{
			Files.copy(in, file);
		}
		return file;
	}

	private static String refusal(final Executable reading) {
		final String text = assertThrows(InputException.class, reading)
			.getMessage();
		assertTrue(text.matches("(?s)[^\n]{15,}\\.") && !text.contains("null") &&
			!text.contains("Exception") && !text.contains("invoke"), text);
		return text;
	}

	private void frames(final Path path) throws IOException {
		try (var frames = Frames.open(path)) {
			frames.frame(frames.count() - 1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "m-big-4096.janus, no face model has",
		"m-code-500M.janus, no face model has",
		"m-coverage-0.janus, a coverage of 0",
		"m-coverage-1e-9.janus, a coverage of 1.0E-9",
		"m-coverage-nan.janus, a coverage of NaN",
		"m-gan-seed0.janus, no face model has",
		"m-nan-weights.janus, no number", "m-size-8192.janus, faces of 8192 px",
		"m-damaged.janus, cannot be read" })
	void modelsAreLookedAtBeforeTheyAreBelieved(final String name,
		final String why) throws IOException
	{
		final Path model = file(name);
		assertTrue(refusal(() -> FaceModel.open(model)).contains(why), refusal(
			() -> FaceModel.open(model)));
	}

	@Test
	void whatIsNoModelIsToldSo() throws IOException {
		final Path tiff = file("t-cyclic.tif");
		assertTrue(refusal(() -> FaceModel.open(tiff)).contains(
			"is no face model: give a .janus file"));
	}

	@ParameterizedTest
	@CsvSource({ "t-cyclic.tif, circle", "t-desc-2g.tif, behind its end",
		"t-huge-defl.tif, megapixels", "t-images-2e9.tif, cut short",
		"t-two-fps-abc.tif, frame rate is abc", "p-fps-nan.png, frame rate is NaN",
		"t-out-of-memory.tif, t-out-of-memory.tif",
		"g-12000.gif, megapixels" })
	void picturesAreLookedAtBeforeTheyAreBelieved(final String name,
		final String why) throws IOException
	{
		final Path picture = file(name);
		final String said = refusal(() -> frames(picture));
		assertTrue(said.contains(why), said);
	}

	@ParameterizedTest
	@ValueSource(strings = { "t-cyclic", "t-images-2e9" })
	void faceSetsAreLookedAtBeforeTheyAreBelieved(final String name)
		throws IOException
	{
		file(name + ".faces.json");
		final Path tiff = file(name + ".tif");
		refusal(() -> FaceSet.open(tiff));
	}

	@Test
	void networksAreLookedAtBeforeTheyAreBelieved() throws IOException {
		final Path shape = file("shape.safetensors");
		refusal(() -> EyeStateModel.read(shape));
		for (final String name : List.of("patches-cut.zip", "patches-png.zip")) {
			final Path patches = file(name);
			assertTrue(refusal(() -> EyePatches.read(patches)).contains(name));
		}
	}

	/** OpenCV would read behind the end of its outputs. */
	@Test
	void aDetectorWithSmallOutputsIsRefused() throws IOException {
		final Path onnx = file("o-small-outputs.onnx");
		assertTrue(refusal(() -> new YuNetFaceDetector(onnx)).contains(
			"is not a YuNet face detector"));
	}

	@Test
	void aShearInTheDisplayMatrixIsNoTurn() throws IOException {
		try (var frames = Frames.open(file("matrix-shear.mov"))) {
			assertEquals(frames.width() * frames.height(), frames.frame(0)
				.argb().length);
		}
	}

	@Test
	void aReaderThatIsLedInCirclesGivesUp() throws IOException {
		final Path clip = file("slow-moof.mp4");
		refusal(() -> frames(clip));
	}

	@Test
	void openingEndsWhenTheUserAsks() throws IOException {
		final Path clip = file("slow-moof.mp4");
		try (var work = Shutdown.begin(() -> true)) {
			assertThrows(CancellationException.class, () -> Frames.open(clip));
		}
	}

	/** Its decoder has known faults, and no camera writes it. */
	@Test
	void decodersThatNobodyNeedsAreShut() throws IOException {
		final Path clip = file("magicyuv.avi");
		assertTrue(refusal(() -> frames(clip)).contains("magicyuv"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.mp4", "a.png", "a.tif", "a" })
	void aPipeIsNotWaitedFor(final String name) throws IOException,
		InterruptedException
	{
		final Path pipe = folder.resolve(name);
		org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(Path.of(
			"/usr/bin/mkfifo")), "only where there are pipes with names");
		assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
			.start().waitFor());
		assertTrue(refusal(() -> Frames.open(pipe)).contains("pipe"));
		refusal(() -> FaceSet.open(pipe));
		refusal(() -> FaceModel.open(pipe));
		refusal(() -> EyeStateModel.read(pipe));
		refusal(() -> EyePatches.read(pipe));
	}
}
