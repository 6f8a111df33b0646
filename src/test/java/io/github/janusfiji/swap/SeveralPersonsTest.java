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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Tests swaps of several persons at once. */
class SeveralPersonsTest {

	private static final int COUNT = 24;

	private static final Clips.Clip CLIP = new Clips.Clip(COUNT, 320, 180);

	/** A large face at the left and a small one at some place. */
	private static FaceTracks tracks(final double x, final IntPredicate first,
		final IntPredicate second)
	{
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < COUNT; i++) {
			if (first.test(i)) faces.add(Clips.face(i, 1, Clips.landmarks(90, 90, 110,
				0)));
			if (second.test(i)) faces.add(Clips.face(i, 2, Clips.landmarks(x, 90, 80,
				0.1)));
		}
		return new FaceTracks(COUNT, faces);
	}

	private static FaceDecoder plain(final int channel) {
		return Clips.decoder(new ModelFraming(64, 0.7), face -> {
			final var out = FloatRgb.black(face.width(), face.height());
			Arrays.fill(out.planes()[channel], 1);
			return out;
		});
	}

	private static FaceSwapper.Report swap(final FaceTracks tracks,
		final List<SwapStep> steps) throws IOException
	{
		return FaceSwapper.swap(CLIP, tracks, Clips.CROP, List.of(
			new FaceSwapper.Part(1, plain(0)), new FaceSwapper.Part(2, plain(1))),
			new FaceSwapper.Options(Side.A, 1, "hull", "none", "alpha"),
			new StageClock(), steps::add, Progress.NONE);
	}

	@Test
	void eachGetsTheirOwnFaceAndRows() throws IOException {
		final var steps = new ArrayList<SwapStep>();
		final var report = swap(tracks(230, i -> i < 20, i -> i >= 8 && i < 20),
			steps);
		assertEquals(COUNT, report.frames());
		assertEquals(20, report.swapped());
		assertEquals(List.of(1, 2), report.persons().stream().map(
			SwappedPerson::person).toList());
		assertEquals(20, report.persons().get(0).swapped());
		assertEquals(12, report.persons().get(1).swapped());
		for (final SwapStep step : steps) {
			final int i = step.source().index();
			assertEquals(List.of(1, 2), step.rows().stream().map(SwapRow::person)
				.toList());
			assertEquals(i < 20, step.rows().get(0).swapped());
			assertEquals(i >= 8 && i < 20, step.rows().get(1).swapped());
			if (i < 20) assertEquals(0xffff0000, at(step, 90, 90));
			if (i >= 8 && i < 20) assertEquals(0xff00ff00, at(step, 230, 90));
			else assertEquals(CLIP.frame(i).argb()[90 * 320 + 230], at(step, 230,
				90));
			if (i >= 20) assertArrayEquals(CLIP.frame(i).argb(), step.result()
				.argb());
		}
	}

	@Test
	void theLargerFaceCoversTheSmaller() throws IOException {
		final var steps = new ArrayList<SwapStep>();
		swap(tracks(120, i -> true, i -> true), steps);
		assertEquals(0xffff0000, at(steps.get(5), 100, 90));
		final var mask = steps.get(5).layers().get(2);
		assertEquals(0xffffffff, mask.argb()[90 * 320 + 120]);
	}

	private static int at(final SwapStep step, final int x, final int y) {
		return step.result().argb()[y * 320 + x];
	}

	@Test
	void timesAreToldByStage() throws IOException {
		final var times = swap(tracks(230, i -> true, i -> true),
			new ArrayList<>()).times();
		assertTrue(times.reading() > 0 && times.painting() > 0 && times
			.blending() > 0);
		assertTrue(times.total() >= times.decoding() + times.writing());
		assertTrue(times.summary(COUNT).contains("frames/s"), times.summary(COUNT));
	}

	@Test
	void noPersonGetsTwoFaces() {
		assertEquals("Person 2 is given two faces: name each person once.",
			assertThrows(InputException.class, () -> Assignment.check(List.of(
				new Assignment(2, null, Side.A), new Assignment(1, null, Side.A),
				new Assignment(2, null, Side.B)))).getMessage());
	}
}
