package io.github.janusfiji.landmark;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A multilayer perceptron with rectifiers between its layers.
 *
 * @param layers from the input on
 */
record Net(List<Dense> layers) {

	Net {
		layers = List.copyOf(layers);
	}

	/**
	 * @param x inputs
	 * @return outputs
	 */
	float[] apply(final float[] x) {
		float[] y = layers.get(0).apply(x);
		for (int l = 1; l < layers.size(); l++) {
			for (int i = 0; i < y.length; i++)
				y[i] = Math.max(0, y[i]);
			y = layers.get(l).apply(y);
		}
		return y;
	}

	void write(final ByteBuffer to) {
		to.putInt(layers.size());
		for (final Dense layer : layers)
			layer.write(to);
	}

	static Net read(final ByteBuffer from) {
		final Dense[] layers = new Dense[from.getInt()];
		for (int i = 0; i < layers.length; i++)
			layers[i] = Dense.read(from);
		return new Net(List.of(layers));
	}

	int bytes() {
		return 4 + layers.stream().mapToInt(Dense::bytes).sum();
	}
}
