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

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Modulation of feature maps by a style: each channel is multiplied by a gain and
 * shifted, both an affine function of the style (feature-wise linear modulation:
 * Perez et al. 2018). Before a convolution the gains are StyleGAN2's modulation
 * of its weights (Karras et al. 2020, equation 1) without demodulation. It begins
 * with gains of 1 and shifts of 0, so that a network that had none computes what
 * it did.
 */
public final class Modulation {

	private final Engine engine;
	private final Parameter weights;
	private final Parameter bias;
	private final long channels;

	/**
	 * @param name of the layer; its parameters are {@code <name>.weight} (S×2C) and
	 *          {@code <name>.bias} (2C): gains, then shifts
	 * @param engine where they live
	 * @param trainable whether they hold gradients and moments
	 * @param fresh whether to begin as described; else with zeros, to be read from
	 *          a file
	 * @param style extent of a style S
	 * @param channels of the feature maps C
	 */
	public Modulation(final String name, final Engine engine,
		final boolean trainable, final boolean fresh, final int style,
		final int channels)
	{
		this.engine = engine;
		this.channels = channels;
		weights = new Parameter(name + ".weight", engine, trainable, style, 2L *
			channels);
		bias = new Parameter(name + ".bias", engine, trainable, 2L * channels);
		if (!fresh) return;
		final float[] begin = new float[2 * channels];
		Arrays.fill(begin, 0, channels, 1);
		engine.memory().write(bias.value(), FloatBuffer.wrap(begin));
	}

	/**
	 * @param tape records what happens
	 * @param x feature maps N×C×H×W
	 * @param style N×S
	 * @return gain · x + shift, N×C×H×W
	 */
	public Node forward(final Tape tape, final Node x, final Node style) {
		final long[] shape = x.value().shape();
		final long n = shape[0], area = shape[2] * shape[3];
		final Node affine = tape.dense(style, weights, bias);
		// An outer product with ones spreads a number over its feature map.
		final Node ones = tape.constant(engine.algebra().filled(1, n, 1, area));
		final Node gain = tape.matmul(tape.reshape(tape.channels(affine, 0,
			channels), n, channels, 1), ones, false, false);
		final Node shift = tape.matmul(tape.reshape(tape.channels(affine, channels,
			2 * channels), n, channels, 1), ones, false, false);
		return tape.reshape(tape.sum(tape.multiply(tape.reshape(x, n, channels,
			area), gain), shift), shape);
	}

	/** @return weights, then bias */
	public List<Parameter> parameters() {
		return List.of(weights, bias);
	}
}
