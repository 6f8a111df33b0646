package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;

/**
 * Bilinear resampling under a similarity. Where the crop is coarser than the
 * frame, each of its pixels is the mean of a grid of bilinear samples at most
 * one frame pixel apart, which approximates the area average.
 */
final class Resampler {

	/** More samples than this per side would cost much and show little. */
	private static final int MAX_GRID = 16;

	private static final int BITS = 8, ONE = 1 << BITS;

	private Resampler() {}

	/**
	 * @param frame the picture
	 * @param back from the crop to the frame
	 * @param size width and height of the crop, px
	 * @return {@code size × size} pixels, {@code 0xFFRRGGBB}
	 */
	static int[] resample(final Frame frame, final Similarity back,
		final int size)
	{
		final int grid = Math.min(MAX_GRID, Math.max(1, (int) Math.ceil(back
			.scale() - 0.01)));
		final int[] crop = new int[size * size];
		final int[] sum = new int[3];
		for (int y = 0, i = 0; y < size; y++) {
			for (int x = 0; x < size; x++, i++) {
				crop[i] = pixel(frame, back, x, y, grid, sum);
			}
		}
		return crop;
	}

	private static int pixel(final Frame frame, final Similarity back,
		final int x, final int y, final int grid, final int[] sum)
	{
		sum[0] = sum[1] = sum[2] = 0;
		for (int j = 0; j < grid; j++) {
			final double v = y + (j + 0.5) / grid - 0.5;
			for (int i = 0; i < grid; i++) {
				final double u = x + (i + 0.5) / grid - 0.5;
				add(frame, back.a() * u - back.b() * v + back.tx(), back.b() * u +
					back.a() * v + back.ty(), sum);
			}
		}
		final int n = grid * grid * ONE, half = n / 2;
		return 0xff000000 | (sum[0] + half) / n << 16 | (sum[1] + half) / n << 8 |
			(sum[2] + half) / n;
	}

	/** Adds one bilinear sample of each channel, times {@link #ONE}. */
	private static void add(final Frame frame, final double x, final double y,
		final int[] sum)
	{
		final int w = frame.width(), h = frame.height();
		final double cx = Math.min(Math.max(x, 0), w - 1);
		final double cy = Math.min(Math.max(y, 0), h - 1);
		final int x0 = (int) cx, y0 = (int) cy;
		final int x1 = Math.min(x0 + 1, w - 1), y1 = Math.min(y0 + 1, h - 1);
		final int fx = (int) ((cx - x0) * ONE + 0.5);
		final int fy = (int) ((cy - y0) * ONE + 0.5);
		final int[] p = frame.argb();
		final int a = p[y0 * w + x0], b = p[y0 * w + x1];
		final int c = p[y1 * w + x0], d = p[y1 * w + x1];
		for (int k = 0, shift = 16; k < 3; k++, shift -= 8) {
			final int top = (a >> shift & 255) * (ONE - fx) + (b >> shift & 255) * fx;
			final int low = (c >> shift & 255) * (ONE - fx) + (d >> shift & 255) * fx;
			sum[k] += top * (ONE - fy) + low * fy + ONE / 2 >> BITS;
		}
	}
}
