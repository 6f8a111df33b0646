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

import io.github.janusfiji.natives.OpenCv;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.HOGDescriptor;

/**
 * Histograms of oriented gradients (Dalal and Triggs 2005) of 9 directions in
 * blocks of 2×2 cells of 10×10 px, at 160 px and at 80 px, and the colours of 20×20
 * places less the mean colour of the face's middle: where edges, shadows and
 * colours lie in a face, and how they run on over its outline.
 */
final class GradientHistograms {

	private static final int SIZE = FacePicture.SIZE, HALF = SIZE / 2;
	private static final int CELL = 10, BINS = 9, BLOCK = 4 * BINS;
	private static final int FINE = SIZE / CELL - 1, COARSE = HALF / CELL - 1;

	/** Width and height of the square of colours. */
	private static final int COLOURS = 20;

	/** First and last row and column of the face's middle in that square. */
	private static final int TOP = 5, BOTTOM = 17, LEFT = 5, RIGHT = 15;

	/** Levels of 0 to 255 that count as 1. */
	private static final float LEVELS = 20;

	static final int COUNT = (FINE * FINE + COARSE * COARSE) * BLOCK + 3 *
		COLOURS * COLOURS;

	private GradientHistograms() {}

	/** OpenCV's descriptors, made once its library is there. */
	private static final class Hog {

		static {
			OpenCv.load();
		}

		static final HOGDescriptor AT_160 = of(SIZE), AT_80 = of(HALF);

		private static HOGDescriptor of(final int size) {
			try (var window = new Size(size, size); var block = new Size(2 * CELL, 2 *
				CELL); var cell = new Size(CELL, CELL))
			{
				return new HOGDescriptor(window, block, cell, cell, BINS);
			}
		}
	}

	static float[] of(final FacePicture face) {
		final var out = new float[COUNT];
		final HOGDescriptor fine = Hog.AT_160, coarse = Hog.AT_80;
		try (var scope = new PointerScope()) {
			final Mat bgra = new Mat(SIZE, SIZE, opencv_core.CV_8UC4, new IntPointer(
				face.argb())), bgr = new Mat(), half = new Mat(), few = new Mat();
			opencv_imgproc.cvtColor(bgra, bgr, opencv_imgproc.COLOR_BGRA2BGR);
			opencv_imgproc.resize(bgr, half, new Size(HALF, HALF), 0, 0,
				opencv_imgproc.INTER_AREA);
			opencv_imgproc.resize(bgr, few, new Size(COLOURS, COLOURS), 0, 0,
				opencv_imgproc.INTER_AREA);
			int at = histograms(fine, bgr, out, 0);
			at = histograms(coarse, half, out, at);
			final var pixels = new byte[3 * COLOURS * COLOURS];
			few.data().get(pixels);
			colours(pixels, out, at);
		}
		return out;
	}

	private static int histograms(final HOGDescriptor hog, final Mat picture,
		final float[] out, final int at)
	{
		final var values = new FloatPointer();
		hog.compute(picture, values);
		final int count = (int) hog.getDescriptorSize();
		values.get(out, at, count);
		return at + count;
	}

	/** Luma and the two differences of colour of ITU-R BT.601. */
	private static void colours(final byte[] bgr, final float[] out,
		final int at)
	{
		final int n = COLOURS * COLOURS;
		final double[] mean = new double[3];
		for (int i = 0; i < n; i++) {
			final int b = bgr[3 * i] & 255, g = bgr[3 * i + 1] & 255, r = bgr[3 * i +
				2] & 255;
			final float y = 0.299f * r + 0.587f * g + 0.114f * b;
			final float[] ycc = { y, 0.713f * (r - y), 0.564f * (b - y) };
			final int row = i / COLOURS, column = i % COLOURS;
			final boolean middle = row >= TOP && row < BOTTOM && column >= LEFT &&
				column < RIGHT;
			for (int c = 0; c < 3; c++) {
				out[at + 3 * i + c] = ycc[c] / LEVELS;
				if (middle) mean[c] += ycc[c] / LEVELS / ((BOTTOM - TOP) * (RIGHT -
					LEFT));
			}
		}
		for (int i = 0; i < 3 * n; i++)
			out[at + i] -= (float) mean[i % 3];
	}

	/**
	 * @return for each number the place that it tells of, in a square of
	 *         {@value EvidenceNetwork#GRID} rows and columns, row by row. OpenCV
	 *         gives blocks column by column
	 */
	static int[] places() {
		final var places = new int[COUNT];
		int at = 0;
		for (final int blocks : new int[] { FINE, COARSE })
			for (int x = 0; x < blocks; x++)
				for (int y = 0; y < blocks; y++)
					for (int k = 0; k < BLOCK; k++)
						places[at++] = place((x + 1.0) / (blocks + 1), (y + 1.0) / (blocks +
							1));
		for (int i = 0; i < COLOURS * COLOURS; i++)
			for (int c = 0; c < 3; c++)
				places[at++] = place((i % COLOURS + 0.5) / COLOURS, (i / COLOURS + 0.5) /
					COLOURS);
		return places;
	}

	private static int place(final double x, final double y) {
		final int n = EvidenceNetwork.GRID;
		return (int) (y * n) * n + (int) (x * n);
	}
}
