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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.Expression;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a viewer sees of swaps that are known. */
class ViewerTest {

	/** Around the first blink of the sample clip. */
	private static final int FIRST = 32, LAST = 49;

	@TempDir
	Path folder;

	private static Shots source;
	private static FaceTracks tracks;

	@BeforeAll
	static void read() throws IOException {
		final var frames = new ArrayList<Frame>();
		try (var clip = Frames.open(Path.of("sample-data", "ada.mp4"));
				var cursor = clip.cursor())
		{
			for (Frame f = cursor.next(); f.index() <= LAST; f = cursor.next())
				if (f.index() >= FIRST) frames.add(f);
		}
		source = Shots.of("ada.mkv", frames);
		tracks = FaceTracker.create().track(source, FlickerMeter.CROP,
			Progress.NONE);
	}

	private static SwapMeasurement measure(final UnaryOperator<Frame> swap,
		final MeasureOptions options) throws IOException
	{
		final var swapped = Shots.of("swapped.mkv", source.frames().stream().map(
			swap).toList());
		return SwapMeasurer.measure(source, swapped, tracks, tracks, options,
			Progress.NONE);
	}

	private static Appearance seen(final UnaryOperator<Frame> swap)
		throws IOException
	{
		return measure(swap, MeasureOptions.USUAL).appearance();
	}

	@Test
	void aFaceThatIsTheSameFollowsItselfExactly() throws IOException {
		final var seen = seen(f -> f);
		assertEquals(1, seen.found());
		assertEquals(1, seen.irises());
		assertEquals(seen.sourceScore(), seen.score());
		assertTrue(seen.score() > 8, "score " + seen.score());
		assertEquals(seen.sourceSharpness(), seen.sharpness());
		for (final Trait trait : Trait.values()) {
			final var following = seen.following(trait);
			assertEquals(1, following.r(), 1e-9, trait.column());
			assertEquals(1, following.slope(), 1e-9, trait.column());
			assertEquals(0, following.error(), 1e-12);
		}
		// the blink is there to be followed
		assertTrue(seen.following(Trait.EYES).spread() > 0.03);
		assertEquals(Double.NaN, seen.sharpnessRatio());
		assertEquals(Double.NaN, seen.nearer());
	}

	@Test
	void aFaceThatDoesNotMoveFollowsNothing() throws IOException {
		final Frame still = source.frames().get(0);
		final var seen = seen(f -> new Frame(f.index(), f.time(), f.width(), f
			.height(), still.argb()));
		assertEquals(1, seen.found());
		final var eyes = seen.following(Trait.EYES);
		assertTrue(Double.isNaN(eyes.r()) || Math.abs(eyes.slope()) < 0.05,
			"slope " + eyes.slope());
		assertTrue(eyes.error() > 0.02);
	}

	@Test
	void aBlurredFaceIsLessSharpAndLessAFace() throws IOException {
		final var seen = seen(f -> blurred(f, 10));
		assertTrue(seen.sharpness() < 0.2 * seen.sourceSharpness(), seen
			.sharpness() + " of " + seen.sourceSharpness());
		assertTrue(seen.score() < seen.sourceScore() - 1, seen.score() + " of " +
			seen.sourceScore());
		assertTrue(seen.following(Trait.EYES).slope() < 0.9);
	}

	@Test
	void skinInTheFacesPlaceIsNoFace() throws IOException {
		final var seen = seen(f -> {
			final int[] argb = f.argb().clone();
			Arrays.fill(argb, 0xffc89678);
			return new Frame(f.index(), f.time(), f.width(), f.height(), argb);
		});
		assertEquals(0, seen.found());
		assertEquals(0, seen.irises());
		assertEquals(0, seen.detection());
		assertTrue(seen.sourceDetection() > 0.5);
		assertEquals(0, seen.following(Trait.EYES).frames());
		assertTrue(Double.isNaN(seen.following(Trait.EYES).r()));
	}

	@Test
	void theDonorTellsSharpnessAndIdentity() throws IOException {
		final UnaryOperator<Frame> tint = f -> new Frame(f.index(), f.time(), f
			.width(), f.height(), Arrays.stream(f.argb()).map(p -> p & 0xff0000ff | p >> 1 &
				0x7f7f00).toArray());
		final var network = TinyNetwork.write(folder.resolve("means.onnx"));
		try (var identity = Identity.of(network, "levels")) {
			final var donor = Donor.of(Shots.of("donor.mkv", source.frames().stream()
				.map(tint).toList()), Optional.of(identity), Progress.NONE);
			final var options = new MeasureOptions(1, "outline", 5, Optional.of(identity),
				Optional.of(donor));
			final var good = measure(tint, options).appearance();
			assertEquals(1, good.nearer());
			assertEquals(0, good.toDonor(), 0.02);
			assertTrue(good.toSource() > 0.2, "distance " + good.toSource());
			assertEquals(1, good.sharpnessRatio(), 0.05);
			final var bad = measure(f -> f, options).appearance();
			assertEquals(0, bad.nearer());
			assertEquals(0, bad.toSource(), 0.02);
			assertEquals(good.toSource(), bad.toDonor(), 0.02);
		}
		final var nobody = new Drawn(2, (t, x, y) -> 0xff808080);
		assertTrue(assertThrows(InputException.class, () -> Donor.of(nobody, Optional
			.empty(), Progress.NONE)).getMessage().startsWith(
				"No face was found in drawn.mkv; give as 'donor'"));
	}

	@Test
	void sharpnessDoesNotDependOnSizeAndContrast() {
		final var face = tracks.at(0, 1).orElseThrow().landmarks();
		final Frame frame = source.frames().get(0);
		final double own = FaceSharpness.of(frame, face);
		final var larger = new Similarity(2, 0, 0.5, 0.5);
		final var twice = new Frame(0, 0, 2 * frame.width(), 2 * frame.height(),
			FaceAligner.crop(frame, larger, 2 * frame.width(), 2 * frame.height()));
		assertEquals(own, FaceSharpness.of(twice, face.mapped(larger)), 0.35 * own);
		final var pale = new Frame(0, 0, frame.width(), frame.height(), Arrays.stream(
			frame.argb()).map(p -> 0xff808080 | p >> 1 & 0x7f7f7f).toArray());
		assertEquals(own, FaceSharpness.of(pale, face), 0.05 * own);
		assertEquals(0, FaceSharpness.of(new float[FaceSharpness.SIZE *
			FaceSharpness.SIZE]));
	}

	@Test
	void aLineIsFollowedWithItsSlope() {
		final var frames = new ArrayList<Viewed>();
		final double[] xs = { 1, 2, 4, 7 }, ys = { 10, 10.5, 11.5, 13 };
		for (int i = 0; i < xs.length; i++)
			frames.add(new Viewed(shows(xs[i]), shows(ys[i]), Double.NaN,
				Double.NaN));
		frames.add(new Viewed(shows(100), FaceState.NONE, Double.NaN, Double.NaN));
		final var line = Following.of(frames, FaceState::sharpness);
		assertEquals(4, line.frames());
		assertEquals(1, line.r(), 1e-12);
		assertEquals(0.5, line.slope(), 1e-12);
		assertEquals(3.5, line.source(), 1e-12);
		assertEquals(11.25, line.swapped(), 1e-12);
		assertEquals(7.75, line.error(), 1e-12);
		assertEquals(Math.sqrt(21 / 4.0), line.spread(), 1e-12);
		assertTrue(Double.isNaN(Following.of(frames.subList(0, 2),
			FaceState::sharpness).r()));
		assertEquals(0, Following.of(List.of(), FaceState::sharpness).frames());
	}

	@Test
	void gazeIsComparedWhereTheEyesAreOpen() {
		final var frames = new ArrayList<Viewed>();
		for (int i = 0; i < 10; i++)
			frames.add(new Viewed(looks(0.3, i), looks(0.3, 2 * i), Double.NaN,
				Double.NaN));
		frames.add(new Viewed(looks(0.15, 99), looks(0.3, -99), Double.NaN,
			Double.NaN));
		final var seen = new Appearance(frames, Double.NaN);
		assertEquals(10, seen.following(Trait.GAZEX).frames());
		assertEquals(2, seen.following(Trait.GAZEX).slope(), 1e-12);
		assertEquals(11, seen.following(Trait.EYES).frames());
	}

	private static FaceState looks(final double opening, final double across) {
		final var none = FaceState.NONE;
		return new FaceState(1, 10, new Expression(opening, 0, 0, 0), across, 0, 1,
			none.pose(), 1);
	}

	private static FaceState shows(final double sharpness) {
		final var none = FaceState.NONE;
		return new FaceState(0, 0, none.expression(), 0, 0, 0, none.pose(),
			sharpness);
	}

	/** As if the picture had so many times fewer pixels across. */
	private static Frame blurred(final Frame f, final int times) {
		final var down = new Similarity(1.0 / times, 0, 0, 0);
		final int width = f.width() / times, height = f.height() / times;
		final var small = new Frame(0, 0, width, height, FaceAligner.crop(f, down,
			width, height));
		return new Frame(f.index(), f.time(), f.width(), f.height(), FaceAligner
			.crop(small, down.inverse(), f.width(), f.height()));
	}
}
