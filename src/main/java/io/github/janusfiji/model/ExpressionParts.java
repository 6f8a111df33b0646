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
package io.github.janusfiji.model;

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Initialiser;
import io.github.janusfiji.nn.Layer;
import io.github.janusfiji.nn.Layers;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Builds the parts of an {@link ExpressionNetwork}.
 *
 * @param architecture their shape
 * @param engine where their parameters live
 * @param trainable whether these hold moments and take gradients
 * @param initialiser of the weights; null leaves zeros
 */
record ExpressionParts(ExpressionArchitecture architecture,
	Engine engine, boolean trainable, Initialiser initialiser)
{

	/** Filters of the encoder of styles. */
	private static final List<Integer> LIKENESS = List.of(24, 48, 96, 128);

	/**
	 * What is a person's own.
	 *
	 * @param style who it is: learnt, or read from another picture
	 * @param decoder the last doublings
	 */
	record Person(Layer style, Layer decoder) {}

	private Layers layers(final String prefix, final SplittableRandom random) {
		return new Layers(prefix, engine, trainable, initialiser, random);
	}

	/**
	 * @param random draws the weights
	 * @return N×3×h×w pictures → N×{@code code}
	 */
	Layer encoder(final SplittableRandom random) {
		final Layers layers = layers("encoder", random);
		int channels = 3;
		int size = architecture.inputSize();
		for (int i = 0; i < architecture.encoder().size(); i++) {
			final var stage = architecture.encoder().get(i);
			layers.conv2d("conv" + (i + 1), channels, stage.filters(), stage.kernel(),
				2, architecture.slope());
			channels = stage.filters();
			size /= 2;
		}
		layers.reshape((long) channels * size * size);
		return layers.dense("code", channels * size * size, architecture.code())
			.build();
	}

	/**
	 * @param random draws the weights
	 * @return N×(code + cues + style) → the small picture, doubled as often as is
	 *         shared
	 */
	Layer unfolding(final SplittableRandom random) {
		final Layers layers = layers("decoder", random);
		final var g = architecture;
		layers.dense("seed", g.code() + g.cues() + g.style(), g.seedChannels() * g
			.seedSize() * g.seedSize());
		layers.reshape(g.seedChannels(), g.seedSize(), g.seedSize());
		doublings(layers, "shared", g.seedChannels(), g.shared());
		return layers.build();
	}

	/**
	 * @param random draws the weights
	 * @return N×people → N×{@code style}: what each person differs by from the mean
	 *         person, whose style is the bias
	 */
	Layer people(final SplittableRandom random) {
		return layers("styles", random).dense("vector", architecture.people(),
			architecture.style()).build();
	}

	/**
	 * @param random draws the weights
	 * @return N×(code + cues + style) → the small picture
	 */
	Layer seed(final SplittableRandom random) {
		final var g = architecture;
		return layers("decoder", random).dense("seed", g.code() + g.cues() + g
			.style(), g.seedChannels() * g.seedSize() * g.seedSize()).reshape(g
				.seedChannels(), g.seedSize(), g.seedSize()).build();
	}

	/**
	 * @param name of the layer
	 * @param in channels
	 * @param out channels
	 * @param slope of the leaky ReLU; 1 for none
	 * @param random draws the weights
	 * @return one doubling of a decoder that everybody shares
	 */
	Layer doubling(final String name, final int in, final int out,
		final double slope, final SplittableRandom random)
	{
		return layers("decoder", random).upscale(name, in, out, 3, slope).build();
	}

	/**
	 * @param name {@code a} or {@code b}
	 * @param decoders seed of the decoder's weights
	 * @param random draws those of the style
	 * @return what is that person's own
	 */
	Person person(final String name, final long decoders,
		final SplittableRandom random)
	{
		final var g = architecture;
		final var own = layers("decoder_" + name, new SplittableRandom(
			decoders));
		final int in = g.shared().isEmpty() ? g.seedChannels() : last(g.shared());
		doublings(own, "up", in, g.own());
		own.upscale("output", last(g.own()), 3, 3, 1).sigmoid();
		final var style = layers("style_" + name, random);
		if (!g.isForEverybody()) return new Person(style.dense("vector", 1, g
			.style()).build(), own.build());
		int channels = 3;
		int size = g.inputSize();
		for (int i = 0; i < LIKENESS.size(); i++) {
			style.conv2d("conv" + (i + 1), channels, LIKENESS.get(i), i == 0 ? 5 : 3,
				2, g.slope());
			channels = LIKENESS.get(i);
			size /= 2;
		}
		style.reshape((long) channels * size * size);
		return new Person(style.dense("vector", channels * size * size, g.style())
			.build(), own.build());
	}

	private void doublings(final Layers layers, final String name, final int in,
		final List<Integer> filters)
	{
		int channels = in;
		for (int i = 0; i < filters.size(); i++) {
			layers.upscale(name + (i + 1), channels, filters.get(i), 3, architecture
				.slope());
			channels = filters.get(i);
		}
	}

	private static int last(final List<Integer> list) {
		return list.get(list.size() - 1);
	}
}
