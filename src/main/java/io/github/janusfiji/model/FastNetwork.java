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
import io.github.janusfiji.nn.LayerObserver;
import io.github.janusfiji.nn.Layers;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.tensor.ImageBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The network of one {@link FastArchitecture}: a face goes in, the target's face
 * in the same pose and expression comes out. It paints one person, A; whoever's
 * faces are trained on as B are only seen.
 */
final class FastNetwork implements FaceNetwork {

	private static final String PREFIX = "decoder_a";

	private final FastArchitecture architecture;
	private final Engine engine;
	private final List<Layer> branches = new ArrayList<>();
	private final List<Layer> joins = new ArrayList<>();
	private final Layer output;
	private final Pyramid pyramid;
	private FastObjective objective;

	private FastNetwork(final FastArchitecture architecture, final Engine engine,
		final boolean trainable, final Initialiser initialiser, final long seed)
	{
		this.architecture = architecture;
		this.engine = engine;
		pyramid = new Pyramid(architecture.scales().size());
		final var random = new SplittableRandom(seed);
		int below = 0;
		for (int i = 0; i < architecture.scales().size(); i++) {
			final var scale = architecture.scales().get(i);
			final String name = String.valueOf(architecture.sizeOf(i));
			final double slope = architecture.slope();
			branches.add(new Layers(PREFIX, engine, trainable, initialiser, random
				.split()).conv2d("branch" + name + "a", 3, scale.branch(),
					FastArchitecture.FIRST_KERNEL, 2, slope).conv2d("branch" + name + "b",
						scale.branch(), scale.branch(), FastArchitecture.KERNEL, 1, slope)
					.build());
			final var join = new Layers(PREFIX, engine, trainable, initialiser, random
				.split());
			for (int j = 0; j < scale.depth(); j++)
				join.conv2d("join" + name + (char) ('a' + j), j == 0 ? below + scale
					.branch() : scale.joined(), scale.joined(), FastArchitecture.KERNEL, 1,
					slope);
			joins.add(join.build());
			below = scale.joined();
		}
		output = new Layers(PREFIX, engine, trainable, initialiser, random.split())
			.upscale("output", below, 3, FastArchitecture.KERNEL, 1).sigmoid().build();
	}

	/**
	 * @param architecture its shape
	 * @param engine computes
	 * @param seed of the weights
	 * @return a new network
	 */
	static FastNetwork fresh(final FastArchitecture architecture,
		final Engine engine, final long seed)
	{
		return new FastNetwork(architecture, engine, true, Initialiser.HE_ICNR,
			seed);
	}

	/**
	 * @param architecture its shape
	 * @param engine computes
	 * @param trainable whether it will be trained, not only decode
	 * @return a network of zeros, to read weights into
	 */
	static FastNetwork empty(final FastArchitecture architecture,
		final Engine engine, final boolean trainable)
	{
		return new FastNetwork(architecture, engine, trainable, null, 0);
	}

	/** @param wanted what it is trained for from now on */
	void use(final FastObjective wanted) {
		objective = wanted;
	}

	@Override
	public FastArchitecture blueprint() {
		return architecture;
	}

	@Override
	public Engine engine() {
		return engine;
	}

	@Override
	public List<Parameter> parameters() {
		final var all = new ArrayList<Parameter>();
		for (int i = 0; i < branches.size(); i++) {
			all.addAll(branches.get(i).parameters());
			all.addAll(joins.get(i).parameters());
		}
		all.addAll(output.parameters());
		return all;
	}

	@Override
	public Losses step(final BatchFeeder.Pair pair, final Step step) {
		try (var scope = engine.memory().scope("fast-" + pair.target().count())) {
			final Tape tape = new Tape(engine, true);
			final var losses = objective.add(tape, engine, paint(tape, pair.input()
				.pictures()), pair);
			tape.backward();
			final double norm = Double.isFinite(losses.a() + losses.b() + losses
				.others()) ? Gradients.apply(engine, parameters(), step) : Double.NaN;
			return new Losses(losses.a(), losses.b(), losses.others(), Double.NaN,
				norm);
		}
	}

	/**
	 * @param tape records it
	 * @param faces N×3×H×W, 0 to 1
	 * @return the painted faces, the same extents
	 */
	Node paint(final Tape tape, final ImageBatch faces) {
		final List<ImageBatch> pictures = pyramid.of(faces);
		Node x = null;
		for (int i = 0; i < branches.size(); i++) {
			final Node seen = branches.get(i).forward(tape, tape.constant(engine
				.memory().of(pictures.get(i))));
			x = tape.observed(PREFIX + ".scale" + architecture.sizeOf(i), joins.get(i)
				.forward(tape, x == null ? seen : tape.concatenate(doubled(tape, x),
					seen)));
		}
		return output.forward(tape, x);
	}

	/** Nearest neighbour: the four that a pixel shuffle lays out are the same. */
	private static Node doubled(final Tape tape, final Node x) {
		return tape.depthToSpace(tape.concatenate(x, x, x, x), 2);
	}

	@Override
	public void decode(final NetworkInput faces, final Side as,
		final ImageBatch result, final LayerObserver observer)
	{
		try (var scope = engine.memory().scope("decode-" + faces.pictures()
			.count()))
		{
			engine.memory().read(paint(new Tape(engine, observer), faces.pictures())
				.value(), result);
		}
	}
}
