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
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.tensor.ImageBatch;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The network of one {@link Architecture}: encoder and two decoders, with one
 * step of training and the way from a face to a face.
 */
final class FaceAutoencoder implements FaceNetwork {

	private final Architecture architecture;
	private final Engine engine;
	private final Layer encoder;
	private final Layer decoderA;
	private final Layer decoderB;

	private FaceAutoencoder(final Architecture architecture,
		final Engine engine, final boolean trainable,
		final Initialiser initialiser, final long seed)
	{
		this.architecture = architecture;
		this.engine = engine;
		final var random = new SplittableRandom(seed);
		encoder = encoder(new Layers("encoder", engine, trainable, initialiser,
			random.split()));
		final long decoders = random.nextLong();
		decoderA = decoder(new Layers("decoder_a", engine, trainable,
			initialiser, new SplittableRandom(decoders)));
		decoderB = architecture.isForEverybody() ? decoderA :
			decoder(new Layers("decoder_b", engine, trainable,
			initialiser, new SplittableRandom(architecture.twins() ? decoders : random
				.nextLong())));
	}

	/**
	 * @param architecture its shape
	 * @param engine computes
	 * @param seed of the weights
	 * @return a new network
	 */
	static FaceAutoencoder fresh(final Architecture architecture,
		final Engine engine, final long seed)
	{
		return new FaceAutoencoder(architecture, engine, true, architecture
			.initialiser(), seed);
	}

	/**
	 * @param architecture its shape
	 * @param engine computes
	 * @param trainable whether it will be trained, not only decode
	 * @return a network of zeros, to read weights into
	 */
	static FaceAutoencoder empty(final Architecture architecture,
		final Engine engine, final boolean trainable)
	{
		return new FaceAutoencoder(architecture, engine, trainable, null, 0);
	}

	private Layer encoder(final Layers layers) {
		final Architecture a = architecture;
		int channels = 3;
		int size = a.size();
		for (int i = 0; i < a.encoder().size(); i++) {
			final var stage = a.encoder().get(i);
			layers.conv2d("conv" + (i + 1), channels, stage.filters(), stage.kernel(),
				2, a.slope());
			channels = stage.filters();
			size /= 2;
		}
		final int seed = a.seedChannels() * a.seedSize() * a.seedSize();
		layers.reshape((long) channels * size * size);
		layers.dense("code", channels * size * size, a.code());
		layers.dense("seed", a.code(), seed);
		layers.reshape(a.seedChannels(), a.seedSize(), a.seedSize());
		doublings(layers, a.seedChannels(), a.shared());
		return layers.build();
	}

	private Layer decoder(final Layers layers) {
		final Architecture a = architecture;
		final int in = a.shared().isEmpty() ? a.seedChannels() : last(a.shared());
		doublings(layers, in, a.own());
		final int channels = a.own().isEmpty() ? in : last(a.own());
		if (a.shuffledOutput()) layers.upscale("output", channels, 3, a
			.outputKernel(), 1);
		else layers.conv2d("output", channels, 3, a.outputKernel(), 1, 1);
		return layers.sigmoid().build();
	}

	private void doublings(final Layers layers, final int in,
		final List<Integer> filters)
	{
		int channels = in;
		for (int i = 0; i < filters.size(); i++) {
			layers.upscale("up" + (i + 1), channels, filters.get(i), 3, architecture
				.slope());
			channels = filters.get(i);
		}
	}

	private static int last(final List<Integer> list) {
		return list.get(list.size() - 1);
	}

	@Override
	public Architecture blueprint() {
		return architecture;
	}

	@Override
	public Engine engine() {
		return engine;
	}

	@Override
	public List<Parameter> parameters() {
		return Stream.of(encoder, decoderA, decoderB).distinct().flatMap(layer -> layer
			.parameters().stream()).toList();
	}

	/** @return the encoder's parameters */
	List<Parameter> encoderParameters() {
		return encoder.parameters();
	}

	/**
	 * One joint step: both people pass the shared encoder as one minibatch, each
	 * its own decoder, and all weights move once.
	 */
	@Override
	public Losses step(final BatchFeeder.Pair pair, final Step step) {
		try (var scope = engine.memory().scope("step-" + pair.target().count() +
			(pair
			.weights() == null ? "" : "-weighted"))) {
			final Tape tape = new Tape(engine, true);
			final Errors errors = losses(tape,
				engine.memory().of(pair.input().pictures()), engine
				.memory().of(pair.target()), pair.weights() == null ? null :
					engine.memory().of(pair
					.weights()));
			tape.backward();
			final double norm = Double.isFinite(errors.a + errors.b) ? Gradients
				.apply(engine, parameters(), step) : Double.NaN;
			return new Losses(errors.a, errors.b, Double.NaN, Double.NaN, norm);
		}
	}

	/**
	 * Mean absolute errors.
	 *
	 * @param a of the first person, 0 to 1
	 * @param b of the second
	 */
	record Errors(double a, double b) {}

	/**
	 * @param tape records what happens
	 * @param input as in {@link #step}
	 * @param target likewise
	 * @param weights of the target's errors, which the tape's losses are weighted
	 *          by, the returned errors not; null for none
	 * @return mean absolute errors, on the tape
	 */
	Errors losses(final Tape tape, final Tensor input, final Tensor target,
		final Tensor weights)
	{
		final long n = input.size(0);
		final var codes = tape.halves(encoder.forward(tape, tape.constant(input)));
		return new Errors(error(tape, decoderA.forward(tape, codes.first()), engine
			.memory().rows(target, 0, n / 2), weights == null ? null :
				engine.memory().rows(weights,
				0, n / 2)), error(tape, decoderB.forward(tape, codes.second()),
					engine.memory().rows(target, n / 2, n), weights == null ? null :
						engine
						.memory().rows(weights, n / 2, n)));
	}

	private double error(final Tape tape, final Node face,
		final Tensor target, final Tensor weights)
	{
		if (weights == null) return tape.losses().meanAbsoluteError(face, target);
		tape.losses().meanAbsoluteError(tape.multiply(face, tape.constant(weights)),
			engine.algebra().multiply(target, weights));
		return engine.losses().meanAbsoluteError(face.value(), target).value();
	}

	@Override
	public void decode(final NetworkInput faces, final Side as,
		final ImageBatch result, final LayerObserver observer)
	{
		try (var scope = engine.memory().scope("decode-" +
			faces.pictures().count())) {
			final Tape tape = new Tape(engine, observer);
			final Layer decoder = as == Side.A ? decoderA : decoderB;
			engine.memory().read(decoder.forward(tape, encoder.forward(tape,
				tape.constant(
				engine.memory().of(faces.pictures())))).value(), result);
		}
	}
}
