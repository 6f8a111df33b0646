package io.github.janusfiji.landmark;

import java.nio.ByteBuffer;

/** Arrays with their length in front, in little-endian byte order. */
final class Binary {

	private Binary() {}

	static void putFloats(final ByteBuffer to, final float[] values) {
		to.putInt(values.length);
		for (final float v : values)
			to.putFloat(v);
	}

	static float[] getFloats(final ByteBuffer from) {
		final float[] values = new float[from.getInt()];
		for (int i = 0; i < values.length; i++)
			values[i] = from.getFloat();
		return values;
	}

	static void putInts(final ByteBuffer to, final int[] values) {
		to.putInt(values.length);
		for (final int v : values)
			to.putInt(v);
	}

	static int[] getInts(final ByteBuffer from) {
		final int[] values = new int[from.getInt()];
		for (int i = 0; i < values.length; i++)
			values[i] = from.getInt();
		return values;
	}
}
