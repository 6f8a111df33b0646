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
package io.github.janusfiji.nn.onednn;

import io.github.janusfiji.nn.onednn.DnnlActivation.Computation;
import java.nio.FloatBuffer;
import org.bytedeco.dnnl.global.dnnl;

/** Activation functions by Java, and oneDNN's compared with them. */
final class DnnlActivationCheck {

	/** Numbers looked at. */
	private static final long MOST = 1 << 12;

	/** Of oneDNN's polynomial for the exponential, and of single precision. */
	private static final double TOLERANCE = 1e-5;

	private DnnlActivationCheck() {}

	/** @return the function for people */
	static String words(final int algorithm, final float slope) {
		return isLogistic(algorithm) ? "sigmoid" : "leaky ReLU of slope " + slope;
	}

	private static boolean isLogistic(final int algorithm) {
		return algorithm == dnnl.dnnl_eltwise_logistic_use_dst_for_bwd;
	}

	private static double forward(final DnnlActivation activation,
		final double x) {
		if (isLogistic(activation.algorithm())) return 1 / (1 + Math.exp(-x));
		return x > 0 ? x : activation.slope() * x;
	}

	/** The derivative, by the result. */
	private static double derivative(final DnnlActivation activation,
		final double y) {
		if (isLogistic(activation.algorithm())) return y * (1 - y);
		return y > 0 ? 1 : activation.slope();
	}

	/**
	 * @param activation compiled
	 * @return whether function and gradient are right, and padding stays zero
	 */
	static boolean isRight(final DnnlActivation activation) {
		final long count = activation.layout().floats();
		final DnnlFloats x = DnnlFloats.zeros(count), y = DnnlFloats.zeros(count);
		final DnnlFloats dy = DnnlFloats.zeros(count), dx = DnnlFloats.zeros(count);
		try {
			final DnnlIndex index = DnnlIndex.of(activation.layout());
			final var walk = DnnlWalk.some(index, index, MOST);
			final FloatBuffer xs = x.buffer(), dys = dy.buffer(), dxs = dx.buffer();
			final FloatBuffer ys = y.buffer();
			walk.go((p, q, inside) -> {
				if (inside) xs.put(p, wave(p));
				if (inside) dys.put(p, wave(p + 1));
				ys.put(q, 9);
				dxs.put(q, 9);
			});
			activation.forward().run(x, y);
			activation.backward().run(y, dy, dx);
			final boolean[] right = { true };
			walk.go((p, q, inside) -> {
				final double bent = inside ? forward(activation, wave(p)) : 0;
				right[0] &= Math.abs(ys.get(q) - bent) <= TOLERANCE;
				right[0] &= Math.abs(dxs.get(q) - (inside ? derivative(activation,
					bent) *
					wave(p + 1) : 0)) <= TOLERANCE;
			});
			return right[0];
		}
		finally {
			for (final DnnlFloats floats : new DnnlFloats[] { x, y, dy, dx })
				floats.free();
		}
	}

	/** From −5 to 5, no two neighbours alike, never zero. */
	private static float wave(final int place) {
		return (place * 619 % 1000 - 499.5f) / 100;
	}

	/**
	 * @param layout of source and result
	 * @param algorithm oneDNN's number of the function
	 * @param slope of a leaky ReLU
	 * @return the same without oneDNN
	 */
	static DnnlActivation byJava(final DnnlLayout layout, final int algorithm,
		final float slope)
	{
		final DnnlIndex index = DnnlIndex.of(layout);
		final var walk = DnnlWalk.whole(index, index);
		final var activation = new DnnlActivation(layout, algorithm, slope, null,
			null);
		final Computation forward = arrays -> {
			final FloatBuffer x = arrays[0].buffer(), y = arrays[1].buffer();
			walk.goTogether((p, q, inside) -> y.put(q, inside ?
				(float) forward(activation, x
				.get(p)) : 0));
		};
		final Computation backward = arrays -> {
			final FloatBuffer y = arrays[0].buffer(), dy = arrays[1].buffer();
			final FloatBuffer dx = arrays[2].buffer();
			walk.goTogether((p, q, inside) -> dx.put(q, inside ? (float) (derivative(
				activation, y.get(p)) * dy.get(p)) : 0));
		};
		return new DnnlActivation(layout, algorithm, slope, forward, backward);
	}
}
