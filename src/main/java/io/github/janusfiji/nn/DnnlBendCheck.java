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
package io.github.janusfiji.nn;

import io.github.janusfiji.nn.DnnlBends.Bend;
import io.github.janusfiji.nn.DnnlBends.Computation;
import java.nio.FloatBuffer;
import org.bytedeco.dnnl.global.dnnl;

/** Functions of single numbers by Java, and oneDNN's compared with them. */
final class DnnlBendCheck {

	/** Numbers looked at. */
	private static final long MOST = 1 << 12;

	/** Of oneDNN's polynomial for the exponential, and of single precision. */
	private static final double TOLERANCE = 1e-5;

	private DnnlBendCheck() {}

	/** @return the function for people */
	static String words(final int algorithm, final float slope) {
		return isLogistic(algorithm) ? "sigmoid" : "leaky ReLU of slope " + slope;
	}

	private static boolean isLogistic(final int algorithm) {
		return algorithm == dnnl.dnnl_eltwise_logistic_use_dst_for_bwd;
	}

	private static double forward(final Bend bend, final double x) {
		if (isLogistic(bend.algorithm())) return 1 / (1 + Math.exp(-x));
		return x > 0 ? x : bend.slope() * x;
	}

	/** The derivative, by the result. */
	private static double derivative(final Bend bend, final double y) {
		if (isLogistic(bend.algorithm())) return y * (1 - y);
		return y > 0 ? 1 : bend.slope();
	}

	/**
	 * @param bend compiled
	 * @return whether function and gradient are right, and padding stays zero
	 */
	static boolean isRight(final Bend bend) {
		final long count = bend.layout().floats();
		final DnnlFloats x = DnnlFloats.zeros(count), y = DnnlFloats.zeros(count);
		final DnnlFloats dy = DnnlFloats.zeros(count), dx = DnnlFloats.zeros(count);
		try {
			final DnnlIndex index = DnnlIndex.of(bend.layout());
			final var walk = DnnlWalk.some(index, index, MOST);
			final FloatBuffer xs = x.buffer(), dys = dy.buffer(), dxs = dx.buffer();
			final FloatBuffer ys = y.buffer();
			walk.go((p, q, inside) -> {
				if (inside) xs.put(p, wave(p));
				if (inside) dys.put(p, wave(p + 1));
				ys.put(q, 9);
				dxs.put(q, 9);
			});
			bend.forward().run(x, y);
			bend.backward().run(y, dy, dx);
			final boolean[] right = { true };
			walk.go((p, q, inside) -> {
				final double bent = inside ? forward(bend, wave(p)) : 0;
				right[0] &= Math.abs(ys.get(q) - bent) <= TOLERANCE;
				right[0] &= Math.abs(dxs.get(q) - (inside ? derivative(bend, bent) *
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
	static Bend byJava(final DnnlLayout layout, final int algorithm,
		final float slope)
	{
		final DnnlIndex index = DnnlIndex.of(layout);
		final var walk = DnnlWalk.whole(index, index);
		final var bend = new Bend(layout, algorithm, slope, null, null);
		final Computation forward = arrays -> {
			final FloatBuffer x = arrays[0].buffer(), y = arrays[1].buffer();
			walk.goTogether((p, q, inside) -> y.put(q, inside ? (float) forward(bend, x
				.get(p)) : 0));
		};
		final Computation backward = arrays -> {
			final FloatBuffer y = arrays[0].buffer(), dy = arrays[1].buffer();
			final FloatBuffer dx = arrays[2].buffer();
			walk.goTogether((p, q, inside) -> dx.put(q, inside ? (float) (derivative(
				bend, y.get(p)) * dy.get(p)) : 0));
		};
		return new Bend(layout, algorithm, slope, forward, backward);
	}
}
