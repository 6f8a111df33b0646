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

import io.github.janusfiji.nn.Chain;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Initialiser;
import io.github.janusfiji.nn.Layer;
import io.github.janusfiji.nn.Layers;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Builds the parts of a {@link FaceGan} from its {@link GanArchitecture}. */
final class GanParts {

	/** Kernel of the discriminator's convolutions, px. */
	private static final int PATCH = 4;

	/** Index of the first of the discriminator's layers with self-attention. */
	private static final int ATTENDED_FROM = 2;

	private final GanArchitecture plan;
	private final Engine engine;
	private final boolean trainable;

	/**
	 * @param plan the shape
	 * @param engine where parameters live
	 * @param trainable whether they hold gradients and moments
	 */
	GanParts(final GanArchitecture plan, final Engine engine,
		final boolean trainable)
	{
		this.plan = plan;
		this.engine = engine;
		this.trainable = trainable;
	}

	/** Collects the layers of one part. */
	private final class Part {

		private final String prefix;
		private final SplittableRandom random;
		private final List<Layer> layers = new ArrayList<>();

		Part(final String prefix, final SplittableRandom random) {
			this.prefix = prefix;
			this.random = random;
		}

		Layers layers(final String name) {
			return new Layers(name, engine, trainable, random == null ? null
				: Initialiser.HE_ICNR, random == null ? null : random.split());
		}

		Layers layers() {
			return layers(prefix);
		}

		void conv(final String name, final int in, final int out, final int kernel,
			final int stride, final double slope)
		{
			layers.add(layers().conv2d(name, in, out, kernel, stride, slope).build());
		}

		void up(final String name, final int in, final int out) {
			layers.add(layers().upscale(name, in, out, 3, plan.slope()).build());
		}

		void attention(final String name, final int channels) {
			layers.add(new SelfAttention(prefix + "." + name, channels, this::layers,
				engine, trainable));
		}

		/** Two convolutions beside a short cut: He et al. 2016. */
		void residual(final String name, final int channels) {
			final Layer first = layers().conv2d(name + "a", channels, channels, 3, 1,
				plan.slope()).build();
			final Layer second = layers().conv2d(name + "b", channels, channels, 3, 1,
				1).build();
			layers.add(new Layer() {

				@Override
				public Node forward(final Tape tape, final Node x) {
					final Node sum = tape.sum(x, second.forward(tape, first.forward(
						tape, x)));
					return plan.slope() == 1 ? sum : tape.leakyRelu(sum, plan.slope());
				}

				@Override
				public List<Parameter> parameters() {
					return Stream.of(first, second).flatMap(layer -> layer.parameters()
						.stream()).toList();
				}
			});
		}

		Layer build() {
			return new Chain(List.copyOf(layers));
		}
	}

	/**
	 * @param random what weights are drawn from; null leaves zeros
	 * @return N×3×H×W to the code's picture
	 */
	Layer encoder(final SplittableRandom random) {
		final Part part = new Part("encoder", random);
		part.conv("stem", 3, plan.stem(), 5, 1, 1);
		int channels = plan.stem(), size = plan.size();
		for (int i = 1; i <= plan.encoder().size(); i++) {
			final int filters = plan.encoder().get(i - 1);
			part.conv("conv" + i, channels, filters, 3, 2, plan.rectifier());
			if (plan.attended().contains(i)) part.attention("attention" + i, filters);
			channels = filters;
			size /= 2;
		}
		final int flat = channels * size * size;
		final int seed = plan.seedChannels() * plan.seedSize() * plan.seedSize();
		part.layers.add(part.layers().reshape(flat).dense("code", flat, plan.code())
			.dense("seed", plan.code(), seed).reshape(plan.seedChannels(), plan
				.seedSize(), plan.seedSize()).build());
		part.up("up1", plan.seedChannels(), plan.shared());
		return part.build();
	}

	/**
	 * What a decoder paints.
	 *
	 * @param alpha N×1×H×W, share of the painted face
	 * @param face N×3×H×W, 0 to 1
	 * @param sides smaller faces painted on the way
	 */
	record Painted(Node alpha, Node face, List<Node> sides) {}

	/** One person's decoder: trunk, doublings above it, and two heads. */
	record Decoder(Layer trunk, List<Layer> sides, List<Layer> outer,
		Layer alpha, Layer face)
	{
		Painted paint(final Tape tape, final Node code) {
			Node x = trunk.forward(tape, code);
			final List<Node> painted = new ArrayList<>();
			for (int i = 0; i < outer.size(); i++) {
				painted.add(sides.get(i).forward(tape, x));
				x = outer.get(i).forward(tape, x);
			}
			return new Painted(alpha.forward(tape, x), face.forward(tape, x), painted);
		}

		List<Parameter> parameters() {
			return Stream.of(List.of(trunk), sides, outer, List.of(alpha, face))
				.flatMap(List::stream).flatMap(layer -> layer.parameters().stream())
				.toList();
		}
	}

	/**
	 * @param prefix of the names of its parameters
	 * @param random what weights are drawn from; null leaves zeros
	 * @return a decoder
	 */
	Decoder decoder(final String prefix, final SplittableRandom random) {
		final Part part = new Part(prefix, random);
		int channels = plan.shared();
		for (int i = 1; i <= plan.own().size(); i++) {
			final int filters = plan.own().get(i - 1);
			part.up("up" + i, channels, filters);
			if (i == plan.own().size()) part.residual("residual", filters);
			if (i >= plan.own().size() - 1) part.attention("attention" + i, filters);
			channels = filters;
		}
		final List<Layer> sides = new ArrayList<>(), outer = new ArrayList<>();
		for (int i = 1; i <= plan.outer(); i++) {
			sides.add(head(part, "side" + i, channels, 3));
			outer.add(part.layers().upscale("outer" + i, channels, channels, 3, plan
				.slope()).conv2d("smooth" + i, channels, channels, 3, 1, plan.slope())
				.build());
		}
		return new Decoder(part.build(), sides, outer, head(part, "alpha", channels,
			1), head(part, "output", channels, 3));
	}

	private static Layer head(final Part part, final String name,
		final int channels, final int out)
	{
		return part.layers().conv2d(name, channels, out, 5, 1, 1).sigmoid().build();
	}

	/**
	 * @param prefix of the names of its parameters
	 * @param random what weights are drawn from; null leaves zeros
	 * @return N×6×H×W, a face beside the network's input, to one verdict for each
	 *         patch
	 */
	Layer discriminator(final String prefix, final SplittableRandom random) {
		final Part part = new Part(prefix, random);
		int channels = 6;
		for (int i = 1; i <= plan.discriminator().size(); i++) {
			final int filters = plan.discriminator().get(i - 1);
			part.conv("conv" + i, channels, filters, PATCH, 2, plan.slope());
			if (i > ATTENDED_FROM) part.attention("attention" + i, filters);
			channels = filters;
		}
		part.conv("output", channels, 1, PATCH, 1, 1);
		return part.build();
	}
}
