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
package io.github.janusfiji.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embeddings by a network of which every value is known. */
class IdentityTest {

	@TempDir
	Path folder;

	@Test
	void aFaceIsAlignedAndReadInTheNetworksRange() throws IOException {
		final var frame = new Drawn(1, (t, x, y) -> 0xffff8000).frame(0);
		final var network = TinyNetwork.write(folder.resolve("means.onnx"));
		try (var embedder = new FaceEmbedder(network, FaceEmbedder.Range.LEVELS)) {
			final double length = Math.hypot(255, 128);
			assertArrayEquals(new float[] { (float) (255 / length), (float) (128 /
				length), 0 }, embedder.embed(frame, Drawn.landmarks()), 1e-4f);
		}
		try (var embedder = new FaceEmbedder(network, FaceEmbedder.Range.UNIT)) {
			final double third = Math.sqrt(1 / 2.0);
			assertArrayEquals(new float[] { (float) third, 0, (float) -third },
				embedder.embed(frame, Drawn.landmarks()), 5e-3f);
		}
	}

	@Test
	void similarityIsTheCosineWithTheMeanOfAFaceSet() throws IOException {
		final Path faces = folder.resolve("ada.tif");
		try (var clip = Frames.open(stills())) {
			new FaceExtractor().extract(clip, faces, FaceExtractor.Options.DEFAULT,
				Progress.NONE);
		}
		final var network = TinyNetwork.write(folder.resolve("means.onnx"));
		try (var identity = Identity.of(network, "levels", Optional.of(faces),
			Optional.empty()))
		{
			final double[] blue = identity.similarities(new Drawn(1, (t, x,
				y) -> 0xff0000ff).frame(0), Drawn.landmarks());
			assertTrue(blue[0] > 0.1 && blue[0] < 0.7, "a face is not blue: " +
				blue[0]);
			assertEquals(Double.NaN, blue[1]);
			final double[] skin = identity.similarities(new Drawn(1, (t, x,
				y) -> 0xffc89678).frame(0), Drawn.landmarks());
			assertTrue(skin[0] > 0.97, "skin is skin: " + skin[0]);
		}
	}

	/** Four frames of the sample clip, as pictures. */
	private Path stills() throws IOException {
		final Path stills = Files.createDirectory(folder.resolve("stills"));
		try (var ada = Frames.open(Path.of("sample-data", "ada.mp4"))) {
			for (int i = 0; i < 4; i++)
				Frames.writePicture(stills.resolve(i + ".png"), ada.frame(i), Map.of());
		}
		return stills;
	}

	@Test
	void whatIsNoNetworkIsSaidInASentence() throws IOException {
		final Path text = Files.writeString(folder.resolve("no.onnx"), "not one");
		final var wrong = assertThrows(InputException.class,
			() -> new FaceEmbedder(text, FaceEmbedder.Range.UNIT));
		assertEquals("no.onnx is not a face embedding network that OpenCV can run;" +
			" choose an ONNX file that takes 1×3×112×112 values.", wrong
				.getMessage());
		assertThrows(InputException.class, () -> Identity.of(text, "unit", Optional
			.empty(), Optional.empty()));
		assertThrows(InputException.class, () -> Identity.of(folder.resolve(
			"missing.onnx"), "unit", Optional.of(text), Optional.empty()));
	}
}
