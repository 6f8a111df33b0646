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
package io.github.janusfiji.frames;

import io.github.janusfiji.pixels.Luma;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells a clip's frames from photographs by what neighbouring files of a folder
 * show: the fine structure of small grey copies is compared. From one frame of
 * a clip to the next it stays in its place, also at a few frames per second.
 */
final class FolderJudge {

	/** Pairs of neighbours that are looked at, evenly spaced. */
	private static final int PAIRS = 16;

	/** Side of the small copies, and the window whose mean is taken away, px. */
	private static final int SIDE = 48, WINDOW = 5;

	/**
	 * Median correlation from which frames follow each other. Of the clips that
	 * Janus is tested with the lowest median is 0.68 at 5 to 30 frames/s; of
	 * photographs of the same person in row it is 0.25, of different persons 0.
	 */
	private static final double ALIKE = 0.6;

	/** The same where the names are no numbers in a row. */
	private static final double ALIKE_UNNUMBERED = 0.85;

	/** Correlation that only another scene has, and its greatest share. */
	private static final double STRANGE = 0.2, STRANGERS = 0.125;

	/** Mean difference below which two copies are the same picture, levels. */
	private static final double EQUAL = 2;

	private FolderJudge() {}

	/**
	 * @param files images of one size, in order
	 * @return whether they are the frames of a clip
	 * @throws IOException if one that is looked at cannot be read
	 */
	static boolean isSequence(final List<Path> files) throws IOException {
		if (files.size() < 2) return false;
		if (PngText.read(files.get(0)).containsKey(PngText.TIME)) return true;
		final int pairs = Math.min(PAIRS, files.size() - 1);
		final double[] alike = new double[pairs];
		for (int i = 0; i < pairs; i++) {
			final int at = (int) ((long) i * (files.size() - 1) / pairs);
			alike[i] = likeness(small(files.get(at)), small(files.get(at + 1)));
		}
		java.util.Arrays.sort(alike);
		int strange = 0;
		while (strange < pairs && alike[strange] < STRANGE) strange++;
		return alike[pairs / 2] >= (isNumbered(files) ? ALIKE : ALIKE_UNNUMBERED) &&
			strange <= STRANGERS * pairs;
	}

	/** @return whether the names are the same but for their numbers */
	private static boolean isNumbered(final List<Path> files) {
		return files.stream().map(file -> file.getFileName().toString().replaceAll(
			"\\d+", "#")).distinct().count() == 1;
	}

	/** Means over the cells of a grid, less the mean of their neighbourhood. */
	private static double[][] small(final Path file) throws IOException {
		final var picture = ImageFile.read(file);
		final double[] cells = new double[SIDE * SIDE];
		final int[] counts = new int[SIDE * SIDE];
		final int w = picture.width(), h = picture.height();
		for (int y = 0, i = 0; y < h; y++)
			for (int x = 0; x < w; x++, i++) {
				final int cell = (int) ((long) y * SIDE / h) * SIDE + (int) ((long) x *
					SIDE / w);
				cells[cell] += Luma.exact(picture.argb()[i]);
				counts[cell]++;
			}
		for (int i = 0; i < cells.length; i++)
			if (counts[i] > 0) cells[i] /= counts[i];
		return new double[][] { cells, fine(cells) };
	}

	private static double[] fine(final double[] cells) {
		final double[] fine = new double[cells.length];
		final int reach = WINDOW / 2;
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++) {
				double sum = 0;
				for (int v = y - reach; v <= y + reach; v++)
					for (int u = x - reach; u <= x + reach; u++)
						sum += cells[clip(v) * SIDE + clip(u)];
				fine[y * SIDE + x] = cells[y * SIDE + x] - sum / (WINDOW * WINDOW);
			}
		return fine;
	}

	private static int clip(final int at) {
		return Math.max(0, Math.min(SIDE - 1, at));
	}

	private static double likeness(final double[][] a, final double[][] b) {
		double difference = 0;
		for (int i = 0; i < a[0].length; i++)
			difference += Math.abs(a[0][i] - b[0][i]) / a[0].length;
		if (difference < EQUAL) return 1;
		double ab = 0, aa = 0, bb = 0;
		for (int i = 0; i < a[1].length; i++) {
			ab += a[1][i] * b[1][i];
			aa += a[1][i] * a[1][i];
			bb += b[1][i] * b[1][i];
		}
		return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
	}
}
