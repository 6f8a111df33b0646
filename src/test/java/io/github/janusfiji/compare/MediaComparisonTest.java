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
package io.github.janusfiji.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Views of clips whose pixels are known. */
class MediaComparisonTest {

	private static final int W = 64, H = 48;
	private static final FaceTracks NONE = new FaceTracks(0, List.of());

	private interface Pixel {

		int at(int frame, int x, int y);
	}

	private record Clip(int count, int width, int height, double frameRate,
		Pixel pixel, SortedMap<String, String> metadata) implements FrameSequence
	{

		Clip(final int count, final Pixel pixel) {
			this(count, W, H, 25, pixel, new TreeMap<>());
		}

		@Override
		public String name() {
			return "clip";
		}

		@Override
		public Optional<Path> path() {
			return Optional.empty();
		}

		@Override
		public Frame frame(final int index) {
			final var argb = new int[width * height];
			for (int i = 0; i < argb.length; i++)
				argb[i] = pixel.at(index, i % width, i / width);
			return new Frame(index, index / frameRate, width, height, argb);
		}

		@Override
		public FrameCursor cursor() {
			throw new AssertionError("Comparisons fetch by index.");
		}

		@Override
		public void close() {}
	}

	private static int grey(final int v) {
		return 0xff000000 | v * 0x010101;
	}

	private static ComparisonOptions options(final String view) {
		return new ComparisonOptions(view, "none", "index", 1, 0, 10, 90);
	}

	private static FrameSequence compare(final FrameSequence a,
		final FrameSequence b, final ComparisonOptions options) throws InputException
	{
		return MediaComparison.compare(a, b, NONE, NONE, options);
	}

	private static FaceTracks faceAt(final Similarity place) {
		final Landmarks face = FaceAligner.meanFace(40).mapped(place);
		return new FaceTracks(1, List.of(new Face(0, 0, 1, 1, 1, new Box(0, 0, 10,
			10), face, FaceAligner.align(face, Registration.CROP), new Pose(0, 0,
				0), Optional.empty())));
	}

	private static final Clip DARK = new Clip(3, (t, x, y) -> grey(50 + t));
	private static final Clip LIGHT = new Clip(4, (t, x, y) -> grey(53 + t));

	@Test
	void sideBySideKeepsEveryPixel() throws IOException {
		final var both = compare(DARK, LIGHT, options("sidebyside"));
		assertEquals(2 * W, both.width());
		assertEquals(H, both.height());
		assertEquals(3, both.count());
		final int[] argb = both.frame(2).argb();
		assertEquals(grey(52), argb[W - 1]);
		assertEquals(grey(55), argb[W]);
		assertThrows(IndexOutOfBoundsException.class, () -> both.frame(3));
	}

	@Test
	void differencesAreAmplified() throws IOException {
		final int[] argb = compare(DARK, LIGHT, options("difference")).frame(1)
			.argb();
		assertEquals(grey(30), argb[0]);
		assertEquals(grey(158), argb[W]);
		assertEquals(grey(98), compare(LIGHT, DARK, options("difference")).frame(1)
			.argb()[W]);
	}

	@Test
	void flickerAlternates() throws IOException {
		final var both = compare(DARK, LIGHT, options("flicker"));
		assertEquals(W, both.width());
		assertEquals(6, both.count());
		assertEquals(grey(51), both.frame(2).argb()[0]);
		assertEquals(grey(54), both.frame(3).argb()[0]);
		assertEquals(3 / 25.0, both.frame(3).time(), 1e-9);
	}

	@Test
	void errorLevelsShowWhatJpegCannotKeep() throws IOException {
		final var flat = new Clip(1, (t, x, y) -> grey(128));
		final var detailed = new Clip(1, (t, x, y) -> grey((x + y) % 2 == 0 ? 60
			: 200));
		final int[] argb = compare(flat, detailed, new ComparisonOptions("errorlevel", "none",
			"index", 1, 0, 10, 50)).frame(0).argb();
		assertTrue((argb[0] & 255) <= 10, "flat: " + (argb[0] & 255));
		double sum = 0;
		for (int x = W; x < 2 * W; x++)
			sum += argb[x] & 255;
		assertTrue(sum / W > 20, "detailed: " + sum / W);
	}

	@Test
	void noiseIsWhatAMedianTakesAway() throws IOException {
		final var speck = new Clip(1, (t, x, y) -> grey(x == 9 && y == 9 ? 105
			: 100));
		final int[] argb = compare(speck, DARK, options("noise")).frame(0).argb();
		assertEquals(grey(178), argb[9 * 2 * W + 9]);
		assertEquals(grey(128), argb[9 * 2 * W + 10]);
		assertEquals(grey(128), argb[0]);
	}

	@Test
	void allViewsAreLayersOfTheSameTime() throws IOException {
		final var both = compare(DARK, LIGHT, options("all"));
		assertEquals(12, both.count());
		final String[] views = { "sidebyside", "difference", "errorlevel",
			"noise" };
		for (int i = 0; i < 4; i++) {
			assertEquals(1 / 25.0, both.frame(4 + i).time(), 1e-9);
			assertEquals("0.040 s " + views[i], both.label(4 + i));
			assertArrayEquals(compare(DARK, LIGHT, options(views[i])).frame(1).argb(),
				both.frame(4 + i).argb());
		}
	}

	@Test
	void facesCoverEachOther() throws IOException {
		// the second clip is the first, enlarged by 2 and moved
		final var a = new Clip(1, (t, x, y) -> grey(3 * x + y));
		final var b = new Clip(1, 2 * W, 2 * H, 25, (t, x, y) -> grey((int) Math
			.max(0, Math.round(1.5 * (x - 5) + 0.5 * (y - 3)))), new TreeMap<>());
		final var options = new ComparisonOptions("difference", "faces", "index", 1, 0, 1,
			90);
		final int[] argb = MediaComparison.compare(a, b, faceAt(new Similarity(1, 0,
			8, 4)), faceAt(new Similarity(2, 0, 21, 11)), options).frame(0).argb();
		for (int y = 10; y < 40; y++)
			for (int x = 10; x < 50; x++)
				assertTrue((argb[y * 2 * W + x] & 255) <= 2, x + ", " + y + ": " +
					(argb[y * 2 * W + x] & 255));
	}

	@Test
	void zoomFollowsTheFace() throws IOException {
		final var a = new Clip(1, (t, x, y) -> x >= 20 && y >= 15 ? grey(200)
			: grey(20));
		final var tracks = faceAt(new Similarity(1, 0, 8, 4));
		final var options = new ComparisonOptions("sidebyside", "none", "index", 1, 80, 1,
			90);
		final var both = MediaComparison.compare(a, a, tracks, NONE, options);
		assertEquals(160, both.width());
		assertEquals(80, both.height());
		final int[] argb = both.frame(0).argb();
		// the crop of 40 px from (8, 4) on is shown at twice its size
		assertEquals(grey(200), argb[30 * 160 + 30]);
		assertEquals(grey(20), argb[15 * 160 + 30]);
		assertEquals(grey(20), argb[30 * 160 + 15]);
		assertArrayEquals(Arrays.copyOfRange(argb, 30 * 160, 30 * 160 +
			80), Arrays.copyOfRange(argb, 30 * 160 + 80, 31 * 160));
	}

	@Test
	void framesAreMatchedByTime() throws IOException {
		final var slow = new Clip(4, W, H, 12.5, (t, x, y) -> grey(100 + t),
			new TreeMap<>());
		final var fast = new Clip(8, (t, x, y) -> grey(t));
		final var both = compare(slow, fast, new ComparisonOptions("sidebyside", "none",
			"time", 1, 0, 1, 90));
		assertEquals(4, both.count());
		assertEquals(grey(103), both.frame(3).argb()[0]);
		assertEquals(grey(6), both.frame(3).argb()[W]);
	}

	@Test
	void aSmallerClipIsFitted() throws IOException {
		final var small = new Clip(1, W / 2, H / 4, 25, (t, x, y) -> grey(90),
			new TreeMap<>());
		final int[] argb = compare(DARK, small, options("sidebyside")).frame(0)
			.argb();
		assertEquals(grey(90), argb[H / 2 * 2 * W + W + W / 2]);
		assertEquals(0xff000000, argb[W + 3]);
	}

	@Test
	void whatIsMadeOfSyntheticClipsSaysSo() throws IOException {
		final var said = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
		said.put("SYNTHETIC", "true");
		said.put("DIGITALSOURCETYPE", SyntheticMark.GENERATED);
		final var synthetic = new Clip(1, W, H, 25, DARK.pixel, said);
		for (final var mark : List.of(MediaComparison.mark(DARK, synthetic, options(
			"noise")), MediaComparison.mark(synthetic, DARK, options("all"))))
		{
			assertEquals("true", mark.get("synthetic"));
			assertEquals(SyntheticMark.GENERATED, mark.get("digitalSourceType"));
		}
		final var drawn = new TreeMap<>(said);
		drawn.put("digitalsourcetype", SyntheticMark.RENDERED);
		assertEquals(SyntheticMark.GENERATED, MediaComparison.mark(new Clip(1, W, H,
			25, DARK.pixel, drawn), synthetic, options("all")).get(
				"digitalSourceType"));
		final var titled = new TreeMap<>(Map.of("title", "SYNTHETIC: made from x"));
		assertEquals("true", MediaComparison.mark(DARK, new Clip(1, W, H, 25,
			DARK.pixel, titled), options("noise")).get("synthetic"),
			"some containers keep the title only");
		assertEquals(null, MediaComparison.mark(DARK, LIGHT, options("noise")).get(
			"synthetic"));
	}

	@Test
	void whatCannotBeDoneIsSaidInASentence() {
		assertEquals("No face was found in clip; use register=none and zoom=0 to" +
			" compare without faces.", assertThrows(InputException.class,
				() -> MediaComparison.compare(DARK, LIGHT, NONE, NONE, ComparisonOptions.USUAL))
					.getMessage());
		assertEquals("There is no view 'x': choose one of sidebyside, difference, " +
			"flicker, errorlevel, noise, all.", assertThrows(InputException.class,
				() -> options("x").check()).getMessage());
	}
}
