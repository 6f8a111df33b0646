package io.github.janusfiji.frames;

/** Packs pixels as files hold them. */
final class Rgb {

	private Rgb() {}

	/** Writes pixels as bytes red, green, blue. */
	static void bytes(final int[] argb, final int from, final int count,
		final byte[] rgb, final int to)
	{
		for (int i = 0, k = to; i < count; i++) {
			final int pixel = argb[from + i];
			rgb[k++] = (byte) (pixel >> 16);
			rgb[k++] = (byte) (pixel >> 8);
			rgb[k++] = (byte) pixel;
		}
	}
}
