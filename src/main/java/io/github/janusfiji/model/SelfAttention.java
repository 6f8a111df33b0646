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
import io.github.janusfiji.nn.Layer;
import io.github.janusfiji.nn.Layers;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lets every place of a picture look at every other (Zhang et al. 2019,
 * "Self-attention generative adversarial networks", section 3): from N×C×H×W to
 * the same. Queries and keys have C / 8 channels, values C; what was gathered is
 * added with a gain that begins at zero, so that a new network begins without.
 * <p>
 * Pictures above 32×32 px are looked at on a grid of half the width and height
 * (largest of each 2×2), as in that paper's own program: the table of who looks
 * at whom is four times smaller.
 * </p>
 */
final class SelfAttention implements Layer {

	private static final int REDUCTION = 8;
	private static final long LARGE = 32 * 32;

	private final int channels;
	private final Layer query;
	private final Layer key;
	private final Layer content;
	private final Parameter gain;

	/**
	 * @param name of the layer, before the names of its parameters
	 * @param channels C
	 * @param layers makes a builder from a prefix
	 * @param engine where the gain lives
	 * @param trainable whether it holds a gradient and moments
	 */
	SelfAttention(final String name, final int channels,
		final Function<String, Layers> layers, final Engine engine,
		final boolean trainable)
	{
		this.channels = channels;
		final int few = Math.max(1, channels / REDUCTION);
		query = layers.apply(name).conv2d("query", channels, few, 1, 1, 1).build();
		key = layers.apply(name).conv2d("key", channels, few, 1, 1, 1).build();
		content = layers.apply(name).conv2d("value", channels, channels, 1, 1, 1)
			.build();
		gain = new Parameter(name + ".gain", engine, trainable, 1);
	}

	@Override
	public Node forward(final Tape tape, final Node x) {
		final long n = x.value().size(0);
		final long area = x.value().size(2) * x.value().size(3);
		final Node queries = flat(tape, query.forward(tape, x), n);
		final Node looked = flat(tape, smaller(tape, key.forward(tape, x),
			area), n);
		final Node values = flat(tape, smaller(tape, content.forward(tape, x),
			area), n);
		final Node likeness = tape.matmul(queries, looked, true, false);
		final Node shares = tape.softmax(likeness);
		tape.forget(likeness);
		final Node gathered = tape.reshape(tape.matmul(values, shares, false,
			true), n, channels, x.value().size(2), x.value().size(3));
		return tape.sum(x, tape.scale(gathered, gain));
	}

	private static Node smaller(final Tape tape, final Node x,
		final long area)
	{
		return area > LARGE ? tape.maxPool(x) : x;
	}

	private static Node flat(final Tape tape, final Node x,
		final long n)
	{
		return tape.reshape(x, n, x.value().size(1), x.value().size(2) * x.value()
			.size(3));
	}

	@Override
	public List<Parameter> parameters() {
		return Stream.concat(Stream.of(query, key, content).flatMap(layer -> layer
			.parameters().stream()), Stream.of(gain)).toList();
	}
}
