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

import io.github.janusfiji.pixels.Luma;
import java.util.stream.IntStream;

/**
 * What makes a painted face like a real one, for the eye: the mean absolute
 * error, which alone paints the mean of all that could be; the error of the
 * differences of neighbours, which asks for edges; and the structural
 * dissimilarity (1 − SSIM) / 2 of grey values at full and at half size (Wang et
 * al. 2004; with a box of 7×7 px instead of the Gaussian), which asks for
 * contrast where little of it is. Each pixel counts by its weight.
 * <p>
 * All in one pass with its gradient, face by face in parallel: as operations of
 * a tape the same would take a dozen intermediate pictures.
 * </p>
 *
 * @param size width and height of the pictures, px; even
 * @param edges factor of the differences of neighbours
 * @param structure factor of the structural dissimilarity, at each of both sizes
 */
record FaceObjective(int size, double edges, double structure) {

	private static final double EDGES = 0.5;
	private static final double STRUCTURE = 0.25;

	private static final float[] LUMA = { Luma.RED, Luma.GREEN,
		Luma.BLUE };

	/**
	 * @param size width and height of the pictures, px
	 * @return with the factors that expression networks are trained with
	 */
	static FaceObjective of(final int size) {
		return new FaceObjective(size, EDGES, STRUCTURE);
	}

	/**
	 * @param painted N×3×H×W, 0 to 1
	 * @param real likewise
	 * @param weights likewise, of each pixel; of the three channels the first
	 *          counts
	 * @param count N
	 * @param gradient N×3×H×W, overwritten with that of the loss with respect to
	 *          what was painted
	 * @return the loss: mean over the faces of Σ weight · error / (H · W)
	 */
	double of(final float[] painted, final float[] real, final float[] weights,
		final int count, final float[] gradient)
	{
		final int length = 3 * size * size;
		final double[] losses = IntStream.range(0, count).parallel().mapToDouble(
			n -> new Face(painted, real, weights, n * length, gradient, 1f / (count *
				size * size)).loss()).toArray();
		double sum = 0;
		for (final double loss : losses)
			sum += loss;
		return sum / ((double) count * size * size);
	}

	/** One face of the minibatch. */
	private final class Face {

		private final float[] painted;
		private final float[] real;
		private final float[] weights;
		private final int at;
		private final float[] gradient;
		private final float each;

		Face(final float[] painted, final float[] real, final float[] weights,
			final int at, final float[] gradient, final float each)
		{
			this.painted = painted;
			this.real = real;
			this.weights = weights;
			this.at = at;
			this.gradient = gradient;
			this.each = each;
		}

		/** The sum of weighted errors; fills the gradient. */
		double loss() {
			final int plane = size * size;
			double sum = 0;
			for (int c = 0; c < 3; c++) {
				sum += absolute(at + c * plane) / 3;
				sum += edges * (differences(at + c * plane, 1) + differences(at + c *
					plane, size)) / 3;
			}
			return sum + structure();
		}

		private double absolute(final int from) {
			double sum = 0;
			for (int i = 0; i < size * size; i++) {
				final float e = painted[from + i] - real[from + i];
				final float w = weights[at + i];
				sum += w * Math.abs(e);
				gradient[from + i] = each * w * Math.signum(e) / 3;
			}
			return sum;
		}

		private double differences(final int from, final int step) {
			final int across = step == 1 ? size - 1 : size;
			final int down = step == 1 ? size : size - 1;
			final float factor = (float) (each * edges / 3);
			double sum = 0;
			for (int j = 0; j < down; j++)
				for (int i = j * size; i < j * size + across; i++) {
					final int p = from + i, q = p + step;
					// In this order equal pictures differ by exactly nothing.
					final float e = painted[q] - real[q] - (painted[p] - real[p]);
					final float w = weights[at + i];
					sum += w * Math.abs(e);
					final float g = factor * w * Math.signum(e);
					gradient[q] += g;
					gradient[p] -= g;
				}
			return sum;
		}

		private double structure() {
			final float[] x = luma(painted), y = luma(real), w = new float[size *
				size];
			System.arraycopy(weights, at, w, 0, w.length);
			final float[] gx = new float[w.length];
			double sum = StructureLoss.add(x, y, w, size, gx);
			final int half = size / 2;
			final float[] gh = new float[half * half];
			// A pixel of half the size stands for four.
			sum += 4 * StructureLoss.add(halved(x), halved(y), halved(w), half, gh);
			final float factor = (float) (each * structure);
			for (int i = 0; i < gx.length; i++) {
				final float g = factor * (gx[i] + gh[i / size / 2 * half + i % size /
					2]);
				for (int c = 0; c < 3; c++)
					gradient[at + c * size * size + i] += LUMA[c] * g;
			}
			return structure * sum;
		}

		private float[] luma(final float[] picture) {
			final int plane = size * size;
			final float[] grey = new float[plane];
			for (int i = 0; i < plane; i++)
				grey[i] = LUMA[0] * picture[at + i] + LUMA[1] * picture[at + plane +
					i] + LUMA[2] * picture[at + 2 * plane + i];
			return grey;
		}

		private float[] halved(final float[] grey) {
			final int half = size / 2;
			final float[] small = new float[half * half];
			for (int i = 0; i < small.length; i++) {
				final int p = 2 * (i / half * size + i % half);
				small[i] = (grey[p] + grey[p + 1] + grey[p + size] + grey[p + size +
					1]) / 4;
			}
			return small;
		}
	}
}
