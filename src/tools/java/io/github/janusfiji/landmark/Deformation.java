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

import io.github.janusfiji.geometry.Affinity;
import io.github.janusfiji.geometry.Shapes;
import java.util.Random;

/**
 * Bends a face smoothly into another person's: few people are marked, so shapes
 * of more are made from theirs. The picture's displacement is a sum of plane
 * waves longer than the eyes are apart, and a change of aspect.
 */
final class Deformation {

	private static final int WAVES = 4;
	/** Px between the nodes of the grid that the displacement is computed on. */
	private static final int GRID = 8;

	private final double cx, cy, aspect;
	private final double[] kx = new double[WAVES], ky = new double[WAVES];
	private final double[] ax = new double[WAVES], ay = new double[WAVES];
	private final double[] phase = new double[WAVES];

	/**
	 * @param marks the face to bend
	 * @param amount 1 for the usual strength, 0 for none
	 * @param random what it becomes
	 */
	Deformation(final float[] marks, final double amount, final Random random) {
		final double eyes = Shapes.interOcular(marks);
		cx = marks[60];
		cy = marks[61];
		aspect = 0.05 * amount * random.nextGaussian();
		for (int i = 0; i < WAVES; i++) {
			final double angle = 2 * Math.PI * random.nextDouble();
			final double length = eyes * (1.3 + 1.5 * random.nextDouble());
			kx[i] = 2 * Math.PI / length * Math.cos(angle);
			ky[i] = 2 * Math.PI / length * Math.sin(angle);
			final double strength = 0.013 * amount * length;
			ax[i] = strength * random.nextGaussian();
			ay[i] = strength * random.nextGaussian();
			phase[i] = 2 * Math.PI * random.nextDouble();
		}
	}

	/** From the bent picture to the original. */
	private void source(final double x, final double y, final double[] out) {
		double sx = x + aspect * (x - cx), sy = y - aspect * (y - cy);
		for (int i = 0; i < WAVES; i++) {
			final double wave = Math.sin(kx[i] * (x - cx) + ky[i] * (y - cy) +
				phase[i]);
			sx += ax[i] * wave;
			sy += ay[i] * wave;
		}
		out[0] = sx;
		out[1] = sy;
	}

	/**
	 * @param marks points of the original
	 * @return where they are in the bent picture
	 */
	float[] move(final float[] marks) {
		final float[] out = marks.clone();
		final double[] s = new double[2];
		for (int i = 0; i < out.length; i += 2) {
			double x = marks[i], y = marks[i + 1];
			// The displacement's slope is well below 1, so this contracts.
			for (int k = 0; k < 12; k++) {
				source(x, y, s);
				x += marks[i] - s[0];
				y += marks[i + 1] - s[1];
			}
			out[i] = (float) x;
			out[i + 1] = (float) y;
		}
		return out;
	}

	/**
	 * @param image the original
	 * @return the bent picture
	 */
	GreyImage bend(final GreyImage image) {
		final int w = image.width(), h = image.height();
		final float[] out = new float[w * h];
		final double[] a = new double[2], b = new double[2], c = new double[2];
		final float[] block = new float[GRID * GRID];
		for (int y = 0; y < h; y += GRID)
			for (int x = 0; x < w; x += GRID) {
				source(x, y, a);
				source(x + GRID, y, b);
				source(x, y + GRID, c);
				// Within a block the displacement is taken as linear.
				image.resample(new Affinity((b[0] - a[0]) / GRID, (c[0] - a[0]) / GRID,
					a[0], (b[1] - a[1]) / GRID, (c[1] - a[1]) / GRID, a[1]), block, GRID);
				for (int v = 0; v < Math.min(GRID, h - y); v++)
					System.arraycopy(block, v * GRID, out, (y + v) * w + x, Math.min(GRID,
						w - x));
			}
		return new GreyImage(w, h, out, 0, 0, 1);
	}
}
