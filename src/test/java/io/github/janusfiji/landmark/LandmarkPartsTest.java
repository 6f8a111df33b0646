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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.geometry.Affinity;
import io.github.janusfiji.geometry.Shapes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandmarkPartsTest {

	private static float[] randomShape(final Random random) {
		final float[] shape = new float[2 * Shapes.COUNT];
		for (int i = 0; i < shape.length; i++)
			shape[i] = 100 * random.nextFloat();
		return shape;
	}

	@Test
	void mirroringTwiceChangesNothing() {
		final float[] shape = randomShape(new Random(1));
		assertArrayEquals(shape, Shapes.mirror(Shapes.mirror(shape)));
	}

	@Test
	void mirroringSwapsTheSides() {
		assertEquals(45, Shapes.mirrorOf(36));
		assertEquals(47, Shapes.mirrorOf(40));
		assertEquals(16, Shapes.mirrorOf(0));
		assertEquals(26, Shapes.mirrorOf(17));
		assertEquals(35, Shapes.mirrorOf(31));
		assertEquals(57, Shapes.mirrorOf(57));
		assertEquals(67, Shapes.mirrorOf(65));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void similaritiesAreRecoveredAndInverted(final long seed) {
		final Random random = new Random(seed);
		final float[] shape = randomShape(random);
		final double a = random.nextGaussian(), b = random.nextGaussian();
		final Affinity truth = new Affinity(a, -b, 7, b, a, -3);
		final float[] moved = truth.apply(shape);
		final Affinity found = Affinity.between(shape, moved, Shapes.ALL);
		assertEquals(Math.hypot(a, b), found.scale(), 1e-4);
		assertArrayEquals(shape, found.inverse().apply(moved), 1e-3f);
		final Affinity mirrored = found.thenMirrored();
		assertArrayEquals(shape, mirrored.inverse().apply(mirrored.apply(shape)),
			1e-3f);
	}

	@Test
	void featuresIgnoreBrightnessAndNearlyContrast() {
		final Random random = new Random(4);
		final int n = 64;
		final float[] dim = new float[n * n], bright = new float[n * n];
		for (int i = 0; i < dim.length; i++) {
			dim[i] = 60 + 30 * random.nextFloat() + i % n;
			bright[i] = 2 * dim[i] + 10;
		}
		final GradientChannels a = new GradientChannels(dim, n);
		final GradientChannels b = new GradientChannels(bright, n);
		final float[] x = new float[GradientChannels.COUNT];
		final float[] y = new float[GradientChannels.COUNT];
		for (int k = 0; k < 50; k++) {
			final float px = n * random.nextFloat(), py = n * random.nextFloat();
			a.sample(px, py, x, 0);
			b.sample(px, py, y, 0);
			assertArrayEquals(x, y, 0.05f);
		}
	}

	@Test
	void halvingKeepsPlaces() {
		final int w = 40, h = 30;
		final float[] ramp = new float[w * h];
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = 3 * (i % w) + 2 * (i / w);
		final GreyImage image = new GreyImage(w, h, ramp, 0, 0, 1);
		final float[] one = new float[1];
		for (final GreyImage level : List.of(image, image.half(), image.half()
			.half()))
		{
			level.resample(new Affinity(1, 0, 12.25, 0, 1, 9.5), one, 1);
			assertEquals(3 * 12.25 + 2 * 9.5, one[0], 1e-3);
		}
	}

	@Test
	void layersSurviveBeingStored() {
		final Random random = new Random(5);
		final float[] w = new float[20 * 6], b = new float[6], x = new float[20];
		for (int i = 0; i < w.length; i++)
			w[i] = (float) random.nextGaussian();
		for (int i = 0; i < x.length; i++)
			x[i] = (float) random.nextGaussian();
		Arrays.fill(b, 0.5f);
		final Dense layer = new Dense(20, 6, w, b);
		final ByteBuffer bytes = ByteBuffer.allocate(layer.bytes()).order(
			ByteOrder.LITTLE_ENDIAN);
		layer.write(bytes);
		assertEquals(0, bytes.remaining());
		bytes.flip();
		assertArrayEquals(layer.apply(x), Dense.read(bytes).apply(x), 0.2f);
	}

	@Test
	void aNetLearnsAPlaneTheSameWayEachTime() {
		final Random random = new Random(6);
		final float[][] x = new float[2048][4], y = new float[2048][2];
		for (int i = 0; i < x.length; i++) {
			for (int j = 0; j < 4; j++)
				x[i][j] = (float) random.nextGaussian();
			y[i][0] = x[i][0] - 2 * x[i][1];
			y[i][1] = 0.5f * x[i][2] + x[i][3];
		}
		final NetTrainer.Plan plan = new NetTrainer.Plan(32, 30, 1e-2, 0, 0, 7);
		final Net net = NetTrainer.train(x, y, NetTrainer.Loss.DISTANCE, plan);
		final Net again = NetTrainer.train(x, y, NetTrainer.Loss.DISTANCE, plan);
		final float[] probe = { 0.3f, -0.4f, 1, 0.2f };
		assertArrayEquals(new float[] { 1.1f, 0.7f }, net.apply(probe), 0.1f);
		assertArrayEquals(net.apply(probe), again.apply(probe));
	}

	@Test
	void fallenLidsMeetAndTheRestStays() {
		final int n = 120;
		final float[] grey = new float[n * n];
		for (int i = 0; i < grey.length; i++)
			grey[i] = i % n + 2 * (i / n);
		final float[] marks = new float[2 * Shapes.COUNT];
		final float[][] eye = { { 0, 0 }, { 8, -4 }, { 16, -4 }, { 24, 0 }, { 16,
			4 }, { 8, 4 } };
		for (int k = 0; k < 6; k++) {
			marks[2 * (36 + k)] = 20 + eye[k][0];
			marks[2 * (42 + k)] = 76 + eye[k][0];
			marks[2 * (36 + k) + 1] = marks[2 * (42 + k) + 1] = 60 + eye[k][1];
		}
		final MarkedFace open = new MarkedFace("a_1.jpg", new int[0], new GreyImage(
			n, n, grey, 0, 0, 1), marks);
		final MarkedFace shut = LidWarp.shut(open, 1);
		assertEquals(0, Shapes.distance(shut.marks(), 37, 41), 1e-3);
		assertEquals(0, Shapes.distance(shut.marks(), 43, 47), 1e-3);
		final MarkedFace half = LidWarp.shut(open, 0.5);
		assertEquals(4, Shapes.distance(half.marks(), 37, 41), 1e-3);
		int changed = 0;
		for (int i = 0; i < grey.length; i++)
			if (shut.image().data()[i] != grey[i]) {
				changed++;
				final int y = i / n;
				assertTrue(y > 40 && y < 68, "row " + y);
			}
		assertTrue(changed > 300, changed + " px");
	}
}
