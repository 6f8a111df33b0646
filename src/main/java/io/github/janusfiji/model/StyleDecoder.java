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

import io.github.janusfiji.nn.Layer;
import io.github.janusfiji.nn.Modulation;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * One decoder for everybody: the layers of an {@link ExpressionNetwork}'s decoder,
 * each followed by its {@link Modulation}.
 */
final class StyleDecoder {

	private final List<String> names = new ArrayList<>();
	private final List<Layer> layers = new ArrayList<>();
	private final List<Modulation> modulations = new ArrayList<>();

	/**
	 * @param parts builds its layers
	 * @param random draws the weights
	 */
	StyleDecoder(final ExpressionParts parts, final SplittableRandom random) {
		final var g = parts.architecture();
		add(parts, "seed", g.seedChannels(), parts.seed(random.split()));
		int in = g.seedChannels();
		for (int i = 0; i < g.shared().size() + g.own().size(); i++) {
			final boolean shared = i < g.shared().size();
			final int own = i - g.shared().size();
			final int out = shared ? g.shared().get(i) : g.own().get(own);
			final String name = shared ? "shared" + (i + 1) : "up" + (own + 1);
			add(parts, name, out, parts.doubling(name, in, out, g.slope(), random
				.split()));
			in = out;
		}
		add(parts, "output", 3, parts.doubling("output", in, 3, 1, random.split()));
	}

	private void add(final ExpressionParts parts, final String name,
		final int channels, final Layer layer)
	{
		names.add(name);
		layers.add(layer);
		modulations.add(new Modulation("modulation." + name, parts.engine(), parts
			.trainable(), parts.initialiser() != null, parts.architecture().style(),
			channels));
	}

	/** @return names of its layers, coarse to fine */
	List<String> layers() {
		return List.copyOf(names);
	}

	/** @return in a fixed order */
	List<Parameter> parameters() {
		return Stream.concat(layers.stream().flatMap(layer -> layer.parameters()
			.stream()), modulations.stream().flatMap(m -> m.parameters().stream()))
			.toList();
	}

	/**
	 * @param tape records what happens
	 * @param code N×{@code code}
	 * @param cues N×{@code cues}
	 * @param styles N×{@code style} for each layer; the first is unfolded, too
	 * @return faces N×3×H×W, 0 to 1
	 */
	Node paint(final Tape tape, final Node code, final Node cues,
		final List<Node> styles)
	{
		Node x = tape.concatenate(code, cues, styles.get(0));
		for (int i = 0; i < layers.size(); i++)
			x = modulations.get(i).forward(tape, layers.get(i).forward(tape, x), styles
				.get(i));
		return tape.sigmoid(x);
	}
}
