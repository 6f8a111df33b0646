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

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Which grey levels of a folder's 16-bit and 32-bit images are black and white:
 * the same for all files, since a range of each file's own would make brightness
 * jump from frame to frame.
 */
final class GreyRange {

	/** Files that are looked at, evenly spaced. */
	private static final int LOOKED_AT = 8;

	/** Bits that cameras deliver in 16. */
	private static final int[] BITS = { 8, 10, 12, 14, 16 };

	/** Opens one of the files. */
	interface Opener {

		ImagePlus open(Path file) throws IOException;
	}

	private final List<Path> files;
	private final Opener opener;
	private double[] range;

	/**
	 * @param files of a folder; one alone keeps the range that ImageJ shows it with
	 * @param opener opens them as ImageJ shows them
	 */
	GreyRange(final List<Path> files, final Opener opener) {
		this.files = files;
		this.opener = opener;
	}

	/**
	 * Sets the range with which an image is shown; images of 8 bits or colours are
	 * left as they are.
	 *
	 * @param image one of the files
	 * @throws IOException if a file that is looked at cannot be read
	 */
	void apply(final ImagePlus image) throws IOException {
		if (files.size() < 2 || !isDeep(image)) return;
		final double[] common = common();
		if (common.length > 0) image.setDisplayRange(common[0], common[1]);
	}

	private static boolean isDeep(final ImagePlus image) {
		return (image.getBitDepth() == 16 || image.getBitDepth() == 32) && image
			.getNChannels() == 1;
	}

	private synchronized double[] common() throws IOException {
		if (range != null) return range;
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		int depth = 0;
		double[] shown = null;
		boolean agree = true;
		final int looks = Math.min(LOOKED_AT, files.size());
		for (int i = 0; i < looks; i++) {
			final var image = opener.open(files.get((int) ((long) i * (files
				.size() - 1) / Math.max(1, looks - 1))));
			if (image == null || !isDeep(image)) continue;
			final var found = image.getProcessor().getStats();
			final double[] now = { image.getDisplayRangeMin(), image
				.getDisplayRangeMax() };
			agree &= shown == null || shown[0] == now[0] && shown[1] == now[1];
			shown = now;
			low = Math.min(low, found.min);
			high = Math.max(high, found.max);
			depth = Math.max(depth, image.getBitDepth());
		}
		return range = shown == null ? new double[0] : agree ? shown : depth == 16
			? new double[] { 0, white(high) } : new double[] { low, high };
	}

	private static double white(final double highest) {
		for (final int bits : BITS)
			if (highest < 1 << bits) return (1 << bits) - 1;
		return 65535;
	}
}
