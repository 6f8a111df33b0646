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
package io.github.janusfiji.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies before a face is told by what the face is usually like. */
class FaceAppearanceTest {

	private static final int SIZE = 128;

	private static FaceAppearance ada;
	private static FloatRgb crop;
	private static Landmarks landmarks;
	private static float[] face;

	/** Looks are learnt from some frames; another one is examined. */
	@BeforeAll
	static void learn() throws IOException {
		try (var clip = Frames.open(Path.of("sample-data", "ada.mp4"));
				var some = new FrameWindow(clip, 40, 10))
		{
			final FaceTracks tracks = FaceTracker.create().track(some,
				FaceSwapper.CROP_SIZE, Progress.NONE);
			final var track = new PersonTrack(tracks.of(1), false);
			final var frames = new ArrayList<Frame>();
			for (int i = 0; i < some.count(); i++)
				if (i != 10) frames.add(some.frame(i));
			ada = FaceAppearance.of(frames, track).orElseThrow();
			final var place = track.at(some.frame(10).index()).orElseThrow();
			final double k = SIZE / (double) FaceSwapper.CROP_SIZE;
			final Similarity map = place.toCrop().then(new Similarity(k, 0, (k - 1) / 2,
				(k - 1) / 2));
			crop = FloatRgb.of(FaceAligner.crop(some.frame(10), map, SIZE), SIZE,
				new Region(0, 0, SIZE, SIZE));
			landmarks = place.landmarks().mapped(map);
			face = new FaceMask(ConvexPolygon.hullOf(landmarks.points()), 0.3).weights(
				new Region(0, 0, SIZE, SIZE));
		}
	}

	@Test
	void aFaceWithNothingBeforeItIsSeen() {
		final float[] seen = ada.seen(crop, landmarks);
		int all = 0, kept = 0;
		for (int i = 0; i < seen.length; i++)
			if (face[i] == 1) {
				all++;
				if (seen[i] > 0.5) kept++;
			}
		assertTrue(kept >= 0.98 * all, kept + " of " + all);
	}

	/** A bar as wide as two fingers: blue, grey, dark, and of another skin. */
	@ParameterizedTest
	@CsvSource({ "0.2,0.3,0.8", "0.5,0.5,0.5", "0.12,0.08,0.06",
		"0.55,0.36,0.27" })
	void aThingBeforeTheFaceStays(final float red, final float green,
		final float blue)
	{
		final FloatRgb picture = FloatRgb.black(SIZE, SIZE);
		final float[] colour = { red, green, blue };
		final var random = new Random(1);
		final int x0 = (int) landmarks.get(30).x() - 30;
		final int y0 = (int) landmarks.get(30).y() + 4;
		final var pasted = new boolean[SIZE * SIZE];
		for (int i = 0; i < pasted.length; i++) {
			final int x = i % SIZE, y = i / SIZE;
			pasted[i] = x >= x0 && x < x0 + 44 && y >= y0 && y < y0 + 14;
			for (int c = 0; c < 3; c++)
				picture.planes()[c][i] = pasted[i] ? colour[c] + 0.02f * random
					.nextFloat() : crop.planes()[c][i];
		}
		final float[] seen = ada.seen(picture, landmarks);
		int things = 0, kept = 0, skin = 0, shown = 0;
		for (int i = 0; i < pasted.length; i++)
			if (face[i] == 1 && pasted[i]) {
				things++;
				if (seen[i] < 0.5) kept++;
			}
			else if (face[i] == 1) {
				skin++;
				if (seen[i] > 0.5) shown++;
			}
		assertTrue(kept >= 0.9 * things, kept + " of " + things);
		assertTrue(shown >= 0.85 * skin, shown + " of " + skin);
	}

	@Test
	void tooFewFramesSayNothing() {
		assertEquals(Optional.empty(), FaceAppearance.of(List.of(), new PersonTrack(
			List.of(), false)));
	}
}
