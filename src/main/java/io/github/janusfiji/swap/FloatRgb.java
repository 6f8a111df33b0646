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

	/**
	 * @param i index of a pixel
	 * @return the pixel as {@code 0xFFRRGGBB}, limited to the range and rounded
	 */
	int argb(final int i) {
		return 0xff000000 | level(planes[0][i]) << 16 | level(planes[1][i]) << 8 |
			level(planes[2][i]);
	}

	private static int level(final float v) {
		return Math.round(Math.max(0, Math.min(1, v)) * 255);
	}
}
