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
