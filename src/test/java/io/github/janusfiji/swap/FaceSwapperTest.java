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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.swap.Clips.Clip;
import io.github.janusfiji.swap.Clips.Sink;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Stopping;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests whole swaps of made-up clips with made-up painters. */
class FaceSwapperTest {

	private static final ModelFraming FRAMING = new ModelFraming(64, 0.7);
	private static final UnaryOperator<FloatRgb> GREEN = face -> {
		final var green = FloatRgb.black(face.width(), face.height());
		Arrays.fill(green.planes()[1], 1);
		return green;
	};

	private static FaceSwapper.Options options(final String mask,
		final String colour, final String blend)
	{
		return new FaceSwapper.Options(Side.A, 1, mask, colour, blend);
	}

	private static FaceSwapper.Report swap(final Clip clip,
		final FaceTracks tracks, final UnaryOperator<FloatRgb> paint,
		final FaceSwapper.Options options, final Sink sink,
		final Progress progress) throws IOException
	{
		return FaceSwapper.swap(clip, tracks, Clips.CROP, List.of(
			new FaceSwapper.Part(options.person(), Clips.decoder(FRAMING, paint))),
			options, new StageClock(), step -> sink.write(step.result()), progress);
	}

	@ParameterizedTest
	@CsvSource({ "hull,none,alpha", "hull,mean,pyramid", "extended,reinhard,alpha",
		"extended,reinhard,pyramid", "hull,none,poisson",
		"hull,histogram,alpha", "hull,mkl,pyramid" })
	void anUnchangedFaceGivesBackTheClip(final String mask, final String colour,
		final String blend) throws IOException
	{
		final var clip = new Clip(21, 240, 180);
		final var sink = new Sink();
		final var report = swap(clip, Clips.tracks(21, 91, i -> true),
			face -> face, options(mask, colour, blend), sink, Progress.NONE);
		assertEquals(21, report.swapped());
		for (int i = 0; i < 21; i++) {
			final Frame source = clip.frame(i), result = sink.frames.get(i);
			assertEquals(i, result.index());
			assertEquals(source.time(), result.time());
			final float[] inside = new FaceMask(new ConvexPolygon(report.outlines()
				.get(i)), 0.01).weights(new Region(0, 0, 240, 180));
			for (int k = 0; k < inside.length; k++)
				if (inside[k] == 0) assertEquals(source.argb()[k], result.argb()[k]);
			final double psnr = Clips.psnr(source, result, inside);
			assertTrue(psnr > 35, "PSNR " + psnr + " dB in frame " + i);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "alpha", "pyramid", "poisson" })
	void framesWithoutThePersonStayAsTheyAre(final String blend)
		throws IOException
	{
		final var clip = new Clip(40, 240, 180);
		final var sink = new Sink();
		final var report = swap(clip, Clips.tracks(40, 110, i -> i < 12 || i > 20),
			GREEN, options("hull", "none", blend), sink, Progress.NONE);
		assertEquals(40, report.frames());
		assertEquals(31, report.swapped());
		assertEquals(0, report.skipped());
		for (int i = 0; i < 40; i++) {
			final boolean swapped = i < 12 || i > 20;
			assertEquals(swapped, report.outlines().containsKey(i));
			if (swapped) assertFalse(Arrays.equals(clip.frame(i).argb(),
				sink.frames.get(i).argb()));
			else assertArrayEquals(clip.frame(i).argb(), sink.frames.get(i).argb());
		}
	}

	@Test
	void aShortGapIsBridged() throws IOException {
		final var clip = new Clip(30, 240, 180);
		final var report = swap(clip, Clips.tracks(30, 110, i -> i < 12 || i > 16),
			GREEN, options("hull", "none", "alpha"), new Sink(), Progress.NONE);
		assertEquals(30, report.swapped());
	}

	/** The face moves evenly, so a bridged gap must show what no gap shows. */
	@ParameterizedTest
	@ValueSource(strings = { "alpha", "pyramid" })
	void aFaceThatIsLostForAWhileDoesNotPop(final String blend)
		throws IOException
	{
		final var clip = new Clip(30, 240, 180);
		final var steady = new Sink();
		final var lost = new Sink();
		final var options = options("extended", "reinhard", blend);
		swap(clip, Clips.tracks(30, 110, i -> true), FaceSwapperTest::dull, options,
			steady, Progress.NONE);
		swap(clip, Clips.tracks(30, 110, i -> i < 12 || i > 16),
			FaceSwapperTest::dull, options, lost, Progress.NONE);
		for (int i = 0; i < 30; i++)
			for (int k = 0; k < 240 * 180; k++)
				for (int shift = 0; shift < 24; shift += 8)
					assertEquals(steady.frames.get(i).argb()[k] >> shift & 255, lost.frames
						.get(i).argb()[k] >> shift & 255, 2, "frame " + i);
	}

	private static FloatRgb dull(final FloatRgb face) {
		final var out = FloatRgb.black(face.width(), face.height());
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < face.planes()[c].length; i++)
				out.planes()[c][i] = 0.4f + 0.3f * face.planes()[2 - c][i];
		return out;
	}

	@Test
	void thePaintedFaceAppearsWhereTheFaceIs() throws IOException {
		final var sink = new Sink();
		swap(new Clip(1, 240, 180), Clips.tracks(1, 110, i -> true), GREEN, options(
			"hull", "none", "alpha"), sink, Progress.NONE);
		assertEquals(0xff00ff00, sink.frames.get(0).argb()[80 * 240 + 100]);
	}

	@Test
	void aFaceThatLeavesTheFrameIsSkippedAndCounted() throws IOException {
		final var clip = new Clip(3, 240, 180);
		final var faces = new FaceTracks(3, List.of(Clips.face(0, 1, Clips
			.landmarks(100, 80, 110, 0)), Clips.face(1, 1, Clips.landmarks(-20, 80,
				110, 0)), Clips.face(2, 1, Clips.landmarks(10, 80, 110, 0))));
		for (final String blend : List.of("alpha", "pyramid", "poisson")) {
			final var sink = new Sink();
			final var report = swap(clip, faces, GREEN, options("hull", "none",
				blend), sink, Progress.NONE);
			assertEquals(2, report.swapped());
			assertEquals(1, report.skipped());
			assertArrayEquals(clip.frame(1).argb(), sink.frames.get(1).argb());
			assertNotEquals(clip.frame(2).argb()[80 * 240 + 3], sink.frames.get(2)
				.argb()[80 * 240 + 3]);
		}
	}

	@Test
	void stoppingEndsTheSwapWithoutCommitting() {
		final var sink = new Sink();
		final var progress = Stopping.when(() -> sink.frames.size() >= 20);
		assertThrows(CancellationException.class, () -> swap(new Clip(200, 240,
			180), Clips.tracks(200, 110, i -> true), GREEN, options("hull", "none",
				"alpha"), sink, progress));
		assertFalse(sink.committed);
		assertEquals(20, sink.frames.size());
	}

	@Test
	void aReaderThatBreaksOffEndsTheSwap() {
		final var broken = new Clip(50, 240, 180, 30);
		final var failure = assertThrows(IOException.class, () -> swap(broken, Clips
			.tracks(50, 110, i -> true), GREEN, options("hull", "none", "alpha"),
			new Sink(), Progress.NONE));
		assertEquals("cut off", failure.getMessage());
	}

	@Test
	void aMissingPersonIsReportedWithHowManyThereAre() {
		final var clip = new Clip(2, 240, 180);
		final var other = new FaceSwapper.Options(Side.A, 3, "hull", "none",
			"alpha");
		assertEquals(
			"There is no person 3 in made-up.mp4: only 1 person was found, with the number 1.",
			assertThrows(InputException.class, () -> swap(clip, Clips.tracks(2, 110,
				i -> true), GREEN, other, new Sink(), Progress.NONE)).getMessage());
		assertEquals(
			"No face was found in made-up.mp4: choose a clip in which a face looks towards the camera.",
			assertThrows(InputException.class, () -> swap(clip, Clips.tracks(2, 110,
				i -> false), GREEN, other, new Sink(), Progress.NONE)).getMessage());
	}

	@Test
	void anUnknownNameIsReportedWithTheChoices() {
		assertEquals("There is no mask 'box': choose one of hull, extended, learned, combined.",
			assertThrows(InputException.class, () -> options("box", "none", "alpha")
				.check()).getMessage());
		assertEquals(
			"There is no colour transfer 'lab': choose one of none, mean, reinhard, histogram, mkl.",
			assertThrows(InputException.class, () -> options("hull", "lab", "alpha")
				.check()).getMessage());
		assertEquals(
			"There is no blend 'paste': choose one of alpha, pyramid, poisson.",
			assertThrows(InputException.class, () -> options("hull", "none", "paste")
				.check()).getMessage());
	}
}
