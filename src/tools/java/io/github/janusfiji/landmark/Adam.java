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

import java.util.Random;

/** Parameters under AdamW (Loshchilov and Hutter, ICLR 2019). */
final class Adam {

	private static final float BETA1 = 0.9f, BETA2 = 0.999f, EPSILON = 1e-8f;

	final float[] value;
	final float[] gradient;
	private final float[] first, second;

	/**
	 * @param size number of parameters
	 * @param sigma standard deviation of their initial values
	 * @param random source of those
	 */
	Adam(final int size, final float sigma, final Random random) {
		value = new float[size];
		gradient = new float[size];
		first = new float[size];
		second = new float[size];
		if (sigma > 0) for (int i = 0; i < size; i++)
			value[i] = (float) (sigma * random.nextGaussian());
	}

	/**
	 * @param rate learning rate
	 * @param decay weight decay
	 * @param number of this step, from 1
	 */
	void step(final float rate, final float decay, final int number) {
		final float c1 = (float) (rate / (1 - Math.pow(BETA1, number)));
		final float c2 = (float) (1 / (1 - Math.pow(BETA2, number)));
		final float keep = 1 - rate * decay;
		for (int i = 0; i < value.length; i++) {
			final float g = gradient[i];
			first[i] = BETA1 * first[i] + (1 - BETA1) * g;
			second[i] = BETA2 * second[i] + (1 - BETA2) * g * g;
			value[i] = keep * value[i] - c1 * first[i] / ((float) Math.sqrt(
				second[i] * c2) + EPSILON);
		}
	}
}
