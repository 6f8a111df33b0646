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
package io.github.janusfiji.landmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.RealData;
import io.github.janusfiji.geometry.Shapes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LandmarkCascadeTest {

	private static byte[] bytes;
	private static LandmarkCascade model;

	@BeforeAll
	static void load() throws IOException {
		try (InputStream in = LandmarkCascade.class.getResourceAsStream(
			"/io/github/janusfiji/face/landmarks68.bin"))
		{
			bytes = in.readAllBytes();
		}
		model = LandmarkCascade.read(new ByteArrayInputStream(bytes));
	}

	private static LandmarkCascade.Fit fit(final MarkedFace face,
		final double[] box)
	{
		return model.fit(face.argb(), face.image().width(), face.image().height(),
			box[0], box[1], box[2]);
	}

	private static List<MarkedFace> heldOut() throws IOException {
		return MarkedFace.readDense(RealData.folder().resolve(
			"landmarks/udacity_ytf68.zip")).stream().filter(
				MarkedFace::heldOut).toList();
	}

	@Test
	void isSmallEnoughForTheJar() {
		assertTrue(bytes.length < 10_000_000, bytes.length + " bytes");
	}

	@Test
	void storingChangesNothing() {
		assertArrayEquals(bytes, model.toBytes());
	}

	@Test
	void damagedFilesAreRefused() {
		for (final int length : new int[] { 0, 5, 12, 1000, bytes.length - 1 })
			assertThrows(IOException.class, () -> LandmarkCascade.read(
				new ByteArrayInputStream(Arrays.copyOf(bytes, length))));
		final byte[] later = bytes.clone();
		later[8]++;
		assertThrows(IOException.class, () -> LandmarkCascade.read(
			new ByteArrayInputStream(later)));
	}

	@Test
	void noiseIsNoFace() {
		final Random random = new Random(3);
		int high = 0;
		for (int k = 0; k < 40; k++) {
			final int[] argb = new int[100 * 100];
			for (int i = 0; i < argb.length; i++)
				argb[i] = 0xff000000 | 0x10101 * random.nextInt(256);
			if (model.fit(argb, 100, 100, 20, 20, 60).score() > 0.5) high++;
		}
		assertEquals(0, high);
	}

	@Test
	void boxesOutsideThePictureAreHarmless() {
		final int[] argb = new int[20 * 10];
		for (final double[] box : new double[][] { { -50, -50, 20 }, { 500, 3, 9 },
			{ 0, 0, 2000 }, { 5, 5, 0.5 } })
			for (final float v : model.fit(argb, 20, 10, box[0], box[1], box[2])
				.shape())
				assertTrue(Float.isFinite(v));
	}

	@Test
	void followsAFaceThatIsShifted() throws IOException {
		final MarkedFace face = heldOut().get(0);
		final double[] box = model.box(face.marks());
		final float[] here = fit(face, box).shape();
		final int w = face.image().width(), h = face.image().height();
		final int[] wide = new int[(w + 60) * (h + 60)];
		for (int y = 0; y < h + 60; y++)
			for (int x = 0; x < w + 60; x++)
				wide[y * (w + 60) + x] = face.argb()[Math.max(0, Math.min(h - 1, y -
					30)) * w + Math.max(0, Math.min(w - 1, x - 30))];
		final float[] there = model.fit(wide, w + 60, h + 60, box[0] + 30, box[1] +
			30, box[2]).shape();
		for (int i = 0; i < here.length; i++)
			assertEquals(here[i] + 30, there[i], 0.05);
	}

	@Test
	void fitsPeopleItNeverSaw() throws IOException {
		double error = 0;
		int low = 0;
		final List<MarkedFace> faces = heldOut();
		for (final MarkedFace face : faces) {
			final LandmarkCascade.Fit fit = fit(face, model.box(face.marks()));
			error += Shapes.error(fit.shape(), face.marks(), 0, 68) / faces.size();
			if (fit.score() < 0.5) low++;
		}
		assertTrue(error < 0.049, "error " + error);
		assertTrue(low < 0.02 * faces.size(), low + " low scores");
	}

	@Test
	void lidsFollowABlink() throws IOException {
		final double open = opening(660), shut = opening(729);
		assertTrue(shut < 0.6 * open, open + " open, " + shut + " shut");
	}

	private static double opening(final int frame) throws IOException {
		try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(RealData.folder()
			.resolve("video/franck.mp4").toFile());
				Java2DFrameConverter converter = new Java2DFrameConverter())
		{
			grabber.start();
			grabber.setVideoFrameNumber(frame);
			final var image = converter.convert(grabber.grabImage());
			final int w = image.getWidth(), h = image.getHeight();
			final int[] argb = image.getRGB(0, 0, w, h, null, 0, w);
			final double[] box = BoxFraming.detect(BoxFraming.detector(
				"haarcascade_frontalface_default"), GreyImage.cut(argb, w, h, 0, 0, w,
					1), 5).get(0);
			final float[] s = model.fit(argb, w, h, box[0], box[1], box[2]).shape();
			return (Shapes.distance(s, 37, 41) + Shapes.distance(s, 44, 46)) /
				(Shapes.distance(s, 36, 39) + Shapes.distance(s, 42, 45));
		}
	}
}
