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

/**
 * A colour picture of floats, one plane per channel.
 *
 * @param width px
 * @param height px
 * @param planes three planes (red, green, blue, or the channels of another
 *          colour space) of {@code width × height} values, row by row; RGB runs
 *          from 0 to 1, encoded as in the source (not linear light)
 */
record FloatRgb(int width, int height, float[][] planes) {

	/**
	 * @param width px
	 * @param height px
	 * @return a black picture
	 */
	static FloatRgb black(final int width, final int height) {
		return new FloatRgb(width, height, new float[3][width * height]);
	}

	/**
	 * @param argb pixels of a whole picture, row by row
	 * @param stride width of that picture, px
	 * @param region what to take of it
	 * @return a copy of the region
	 */
	static FloatRgb of(final int[] argb, final int stride, final Region region) {
		final var image = black(region.width(), region.height());
		int i = 0;
		for (int y = 0; y < region.height(); y++) {
			int at = (region.y() + y) * stride + region.x();
			for (int x = 0; x < region.width(); x++, i++, at++) {
				final int c = argb[at];
				image.planes[0][i] = (c >> 16 & 255) / 255f;
				image.planes[1][i] = (c >> 8 & 255) / 255f;
				image.planes[2][i] = (c & 255) / 255f;
			}
		}
		return image;
	}

	/** @return this RGB picture with the planes L*, a*, b* */
	FloatRgb toLab() {
		final var out = black(width, height);
		LabTables.toLab(planes, out.planes);
		return out;
	}

	/** @return this L*a*b* picture in RGB, limited to 0 to 1 */
	FloatRgb labToRgb() {
		final var out = black(width, height);
		LabTables.toRgb(planes, out.planes);
		return out;
	}

	/**
	 * @param i index of a pixel
	 * @return the pixel as {@code 0xFFRRGGBB}, limited to the range and rounded
	 */
	int argb(final int i) {
		return 0xff000000 | level(planes[0][i]) << 16 | level(planes[1][i]) << 8 |
			level(planes[2][i]);
	}

	private static int level(final float v) {
		return (int) (Math.max(0, Math.min(1, v)) * 255 + 0.5f);
	}
}
