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
package io.github.janusfiji.detect;

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.IntIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Arrays as OpenCV's matrices and back. */
final class Matrices {

	private Matrices() {}

	static Mat of(final double[][] x) {
		final var matrix = new Mat(x.length, x[0].length, opencv_core.CV_64F);
		try (DoubleIndexer cells = matrix.createIndexer()) {
			for (int r = 0; r < x.length; r++)
				for (int c = 0; c < x[r].length; c++)
					cells.put(r, c, x[r][c]);
		}
		return matrix;
	}

	static Mat floats(final double[][] x) {
		final var matrix = new Mat();
		of(x).convertTo(matrix, opencv_core.CV_32F);
		return matrix;
	}

	/** @return a column: −1 for manipulated, 1 for genuine */
	static Mat labels(final boolean[] manipulated) {
		final var labels = new Mat(manipulated.length, 1, opencv_core.CV_32S);
		try (IntIndexer cells = labels.createIndexer()) {
			for (int i = 0; i < manipulated.length; i++)
				cells.put(i, 0, manipulated[i] ? -1 : 1);
		}
		return labels;
	}

	static double[][] doubles(final Mat matrix) {
		final var wide = new Mat();
		matrix.convertTo(wide, opencv_core.CV_64F);
		final var x = new double[wide.rows()][wide.cols()];
		try (DoubleIndexer cells = wide.createIndexer()) {
			for (int r = 0; r < x.length; r++)
				for (int c = 0; c < x[r].length; c++)
					x[r][c] = cells.get(r, c);
		}
		return x;
	}

	static Mat plane(final float[] values, final int width, final int height) {
		final var matrix = new Mat(height, width, opencv_core.CV_32F);
		try (FloatIndexer cells = matrix.createIndexer()) {
			cells.put(0, 0, values, 0, values.length);
		}
		return matrix;
	}

	static float[] values(final Mat matrix) {
		final var values = new float[(int) matrix.total() * matrix.channels()];
		try (FloatIndexer cells = matrix.reshape(1, 1).createIndexer()) {
			cells.get(0, values);
		}
		return values;
	}
}
