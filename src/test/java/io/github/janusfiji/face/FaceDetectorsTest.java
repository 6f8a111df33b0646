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
package io.github.janusfiji.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.RealData;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The detectors and how one is chosen. */
class FaceDetectorsTest {

	@TempDir
	Path folder;

	@Test
	void theCascadesAreTheDefault() throws IOException {
		assertInstanceOf(CascadeFaceDetector.class, FaceDetectors.create(Optional
			.empty()).get());
	}

	@ParameterizedTest
	@ValueSource(strings = { "yunet_n_320_320.onnx", "yunet_n_640_640.onnx" })
	void yuNetFramesFacesAsTheCascadeDoes(final String name) throws IOException {
		final Path model = RealData.folder().resolve("models").resolve(name);
		try (var clip = clip("akiyo_cif.mp4", 0, 1);
				var yunet = FaceDetectors.create(Optional.of(model)).get();
				var cascade = new CascadeFaceDetector())
		{
			final Frame frame = clip.frame(0);
			final var found = yunet.detect(frame);
			assertEquals(1, found.size());
			assertEquals(5, found.get(0).points().size());
			assertTrue(found.get(0).score() > 0.8);
			assertTrue(found.get(0).box().overlap(cascade.detect(frame).get(0)
				.box()) > 0.6);
		}
	}

	@Test
	void yuNetSeesTheTurnedHeadAndNoneOnTheEmptySite() throws IOException {
		final Path model = RealData.folder().resolve(
			"models/yunet_n_320_320.onnx");
		try (var clip = clip("foreman_cif.mp4", 160, 100);
				var yunet = new YuNetFaceDetector(model))
		{
			assertEquals(1, yunet.detect(clip.frame(0)).size());
			assertEquals(0, yunet.detect(clip.frame(90)).size());
		}
	}

	@Test
	void aLostFaceIsFoundNearItsPlace() throws IOException {
		try (var clip = clip("akiyo_cif.mp4", 0, 1);
				var cascade = new CascadeFaceDetector())
		{
			final Frame frame = clip.frame(0);
			final Box whole = cascade.detect(frame).get(0).box();
			final var near = cascade.detect(frame, new Box(whole.x() + 20, whole
				.y() - 15, whole.width() * 1.2, whole.height() * 1.2));
			assertTrue(near.get(0).box().overlap(whole) > 0.7);
			assertEquals(0, cascade.detect(frame, new Box(-900, -900, 50, 50))
				.size());
		}
	}

	@Test
	void otherFilesAreRefusedInOneSentence() throws IOException {
		final Path text = Files.writeString(folder.resolve("notes.onnx"), "hello");
		assertTrue(refusal(text).startsWith("notes.onnx is not a YuNet"));
		assertTrue(refusal(folder.resolve("none.onnx")).startsWith(
			"There is no file"));
		final Path other = RealData.folder().resolve(
			"models/openseeface_mnv3_detection_opt.onnx");
		assertTrue(refusal(other).contains("is not a YuNet face detector"));
	}

	private static String refusal(final Path file) {
		return assertThrows(InputException.class, () -> FaceDetectors.create(
			Optional.of(file))).getMessage();
	}

	private static Excerpt clip(final String name, final int first,
		final int count) throws IOException
	{
		return new Excerpt(RealData.folder().resolve("video").resolve(name), first,
			count);
	}
}
