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
package io.github.janusfiji.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.plugin.Duplicator;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.faceset.FaceQuery;
import io.github.janusfiji.faceset.FaceReview;
import io.github.janusfiji.faceset.FaceSelection;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.frames.VideoVirtualStack;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Face sets of any framing, reviewed or not, as training material. */
class FaceSetSourceTest {

	@TempDir
	Path folder;

	private FaceSet extract(final String name, final Framing framing)
		throws IOException
	{
		final var image = VideoVirtualStack.open(Path.of("sample-data", "ada.mp4"));
		final var some = new Duplicator().run(image, 1, 20);
		some.setTitle("ada");
		try (var clip = Frames.of(some)) {
			return new FaceExtractor().extract(clip, folder.resolve(name),
				new FaceExtractor.Options(framing, FaceSelection.of(1, 2)),
				Progress.NONE);
		}
	}

	/** Mean difference of the luminance of two pictures of one size, grey levels. */
	private static double difference(final int[] a, final int[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += Math.abs((a[i] >> 8 & 255) - (b[i] >> 8 & 255));
		return sum / a.length;
	}

	@Test
	void trainingSeesTheSameWhateverTheFraming() throws IOException {
		// 160 px of 0.6 fill the middle of 200 px with a border of a tenth
		try (var usual = extract("a.tif", Framing.of(160)); var padded = extract(
			"b.tif", new Framing(200, 0.6, 0.1)))
		{
			final var a = new FaceSetSource(usual);
			final var b = new FaceSetSource(padded);
			assertEquals(160, a.size());
			assertEquals(160, b.size());
			for (int i = 0; i < a.count(); i++)
			{
				assertTrue(difference(a.crop(i), b.crop(i)) < 1);
				assertTrue(a.landmarks(i).orElseThrow().get(36).distance(b.landmarks(i)
					.orElseThrow().get(36)) < 1);
			}
			assertArrayEquals(usual.crop(2), a.crop(2));
		}
	}

	@Test
	void facesWithoutSurroundingsAreRefused() throws IOException {
		try (var set = extract("c.tif", new Framing(64, 0.8, 0))) {
			assertEquals("The faces of ada fill 80 % of their crops and " +
				"training needs what is around them, too: extract them with a " +
				"coverage of 0.60 or less.", assertThrows(InputException.class,
					() -> new FaceSetSource(set).crop(0)).getMessage());
		}
	}

	@Test
	void aReviewedSetIsTrainedOn() throws IOException {
		final var image = FaceReview.open(extract("d.tif", Framing.of(64)),
			FaceQuery.of("", "sharpness", true));
		final int before = image.getStackSize();
		image.getStack().deleteSlice(3);
		final Path reviewed = folder.resolve("reviewed.tif");
		FaceReview.save(image, null, reviewed, Progress.NONE);
		try (var set = FaceSet.open(reviewed)) {
			final var faces = TrainingFaces.read(new FaceSetSource(set),
				TinyFaces.NETWORK, true, Progress.NONE);
			assertTrue(faces.isWeighted());
			assertEquals(before - 1, faces.trained() + faces.heldOut());
		}
	}
}
