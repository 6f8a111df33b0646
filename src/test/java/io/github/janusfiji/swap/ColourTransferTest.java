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
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests that a transfer moves the statistics as it is defined to. */
class ColourTransferTest {

	private final Random random = new Random(7);
	private final float[] weights = new float[1024];

	private FloatRgb noise(final double[] mean, final double deviation) {
		final var image = FloatRgb.black(32, 32);
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < 1024; i++) {
				weights[i] = i % 32 < 20 ? 0.5f + i % 2 / 2f : 0;
				image.planes()[c][i] = (float) (mean[c] + deviation * random
					.nextDouble(-1, 1));
			}
		return image;
	}

	private ColourStatistics[] transferred(final ColourTransfer transfer) {
		final FloatRgb painted = noise(new double[] { 0.4, 0.5, 0.6 }, 0.15);
		final FloatRgb source = noise(new double[] { 0.6, 0.45, 0.4 }, 0.12);
		final var own = transfer.statistics(painted, weights);
		final var wanted = transfer.statistics(source, weights);
		final var result = transfer.statistics(transfer.apply(painted, own, wanted),
			weights);
		return new ColourStatistics[] { own, wanted, result };
	}

	@Test
	void meanMovesTheMeanAndKeepsTheContrast() {
		final var s = transferred(ColourTransfer.MEAN);
		assertArrayEquals(s[1].mean(), s[2].mean(), 1e-5);
		assertCovariance(s[0], s[2], 1e-6);
	}

	@Test
	void reinhardMovesMeanAndDeviationInLab() {
		final var s = transferred(ColourTransfer.REINHARD);
		assertArrayEquals(s[1].mean(), s[2].mean(), 0.05);
		for (int c = 0; c < 3; c++)
			assertEquals(s[1].deviation(c), s[2].deviation(c), 0.05);
	}

	@Test
	void mongeKantorovichMovesMeanAndCovariance() {
		final var s = transferred(ColourTransfer.MKL);
		assertArrayEquals(s[1].mean(), s[2].mean(), 1e-5);
		assertCovariance(s[1], s[2], 1e-5);
	}

	@Test
	void histogramMovesEveryQuantile() {
		final var s = transferred(ColourTransfer.HISTOGRAM);
		for (int c = 0; c < 3; c++)
			assertArrayEquals(s[1].quantiles()[c], s[2].quantiles()[c], 1.0);
	}

	@Test
	void quantilesOfAKnownDistribution() {
		final var values = new float[1001];
		final var even = new float[1001];
		for (int i = 0; i < 1001; i++) {
			values[i] = (i * 37) % 1001;
			even[i] = 0.5f;
		}
		final double[] q = Quantiles.of(values, even);
		for (int k = 0; k < Quantiles.COUNT; k++)
			assertEquals(10 + 980.0 * k / (Quantiles.COUNT - 1), q[k], 1.5);
		final var doubled = Arrays.stream(q).map(v -> 2 * v + 3).toArray();
		assertEquals(2 * 400 + 3, Quantiles.map(400, q, doubled), 1e-6);
		assertEquals(doubled[0] - 7, Quantiles.map(q[0] - 7, q, doubled), 1e-6);
	}

	private static void assertCovariance(final ColourStatistics expected,
		final ColourStatistics actual, final double within)
	{
		for (int c = 0; c < 3; c++)
			assertArrayEquals(expected.covariance()[c], actual.covariance()[c],
				within);
	}

	@Test
	void reinhardDoesNotBlowUpADullFace() {
		final FloatRgb painted = noise(new double[] { 0.4, 0.5, 0.6 }, 0.001);
		final FloatRgb source = noise(new double[] { 0.4, 0.5, 0.6 }, 0.1);
		final var transfer = ColourTransfer.REINHARD;
		final var own = ColourStatistics.of(painted.toLab(), weights);
		final var wanted = ColourStatistics.of(source.toLab(), weights);
		final var result = ColourStatistics.of(transfer.apply(painted, own,
			wanted).toLab(), weights);
		assertEquals(1.6 * own.deviation(0), result.deviation(0), 0.01);
		assertEquals(1.1 * own.deviation(1), result.deviation(1), 0.01);
		assertEquals(1.1 * own.deviation(2), result.deviation(2), 0.01);
	}

	@Test
	void noneChangesNothing() {
		final FloatRgb face = noise(new double[] { 0.4, 0.5, 0.6 }, 0.1);
		final var statistics = ColourStatistics.of(face, weights);
		assertSame(face, ColourTransfer.NONE.apply(face, statistics, statistics));
	}

	@Test
	void labOfKnownColoursAndBack() {
		final var colours = FloatRgb.black(4, 1);
		colours.planes()[0][1] = 1; // black, red, white, a grey
		for (int c = 0; c < 3; c++) {
			colours.planes()[c][2] = 1;
			colours.planes()[c][3] = 119 / 255f;
		}
		final FloatRgb lab = colours.toLab();
		assertArrayEquals(new float[] { 0, 53.24f, 100, 50.03f }, lab.planes()[0],
			0.02f);
		assertArrayEquals(new float[] { 0, 80.09f, 0, 0 }, lab.planes()[1], 0.02f);
		assertArrayEquals(new float[] { 0, 67.20f, 0, 0 }, lab.planes()[2], 0.02f);
		final FloatRgb noise = noise(new double[] { 0.5, 0.5, 0.5 }, 0.5);
		final FloatRgb back = noise.toLab().labToRgb();
		for (int c = 0; c < 3; c++)
			assertArrayEquals(noise.planes()[c], back.planes()[c], 1e-4f);
	}

	@Test
	void statisticsAreSmoothedWithinOneAppearanceOnly() {
		final var smoother = new PaintingSmoother();
		final var frames = new SwapFrame[20];
		for (int i = 0; i < 20; i++) {
			final double v = i >= 10 ? 9 : i % 2;
			frames[i] = frame(i, i >= 10 ? 1 : 0, v);
			smoother.add(frames[i]);
		}
		for (int i = 0; i < 20; i++) {
			final double smoothed = smoother.smoothed(frames[i]).own().mean()[0];
			if (i >= 10) assertEquals(9, smoothed, 1e-9);
			final double nose = smoother.smoothed(frames[i]).landmarks().get(30).x() -
				Clips.landmarks(50, 50, 60, 0).get(30).x();
			assertEquals(smoothed, nose, 1e-6);
			assertEquals(smoothed, smoother.smoothed(frames[i]).shares()
				.orElseThrow()[0], 1e-5);
			if (i < 10) assertEquals(0.5, smoothed, i < 4 || i > 5 ? 0.2 : 0.03);
		}
	}

	private static SwapFrame frame(final int index, final int run,
		final double value)
	{
		final var all = new double[3];
		Arrays.fill(all, value);
		final var statistics = new ColourStatistics(all, new double[3][3],
			new double[3][0]);
		return new SwapFrame(Clips.frame(index, 2, 2), true, Optional.of(new Target(
			run, null, null, null, null, 0)), Optional.of(new Painting(null,
				statistics, statistics, Clips.landmarks(50 + value, 50, 60, 0), Optional
					.of(new float[] { (float) value }), Optional.empty(), Optional
						.empty())), 0);
	}
}
