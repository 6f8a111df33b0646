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
package io.github.janusfiji.detect;

import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Initialiser;
import io.github.janusfiji.nn.Layer;
import io.github.janusfiji.nn.Layers;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import io.github.janusfiji.tensor.Safetensors.Loaded;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A small convolutional network whose last layer gives a square of log-odds, one
 * for each place of the face, and whose score is their mean: so the square shows
 * where the evidence lies, exactly (Zhou et al. 2016, "Learning deep features for
 * discriminative localization"). Five convolutions of 3×3 px, 22 thousand
 * weights, fewer than MesoInception-4 has.
 */
final class EvidenceNetwork implements LearntDetector {

	/** Width and height of the square of evidence. */
	static final int GRID = 10;

	private static final int[] CHANNELS = { NetworkInput.CHANNELS, 12, 16, 24, 32,
		32 };
	private static final double SLOPE = 0.1;
	private static final int BATCH = 24;
	private static final int READ = 16;
	private static final double RATE = 1.5e-3;

	/** Longest gradient of a step: the first steps of a new network are wild. */
	private static final double CLIP = 1;

	private final Engine engine;
	private final Layer layers;
	private final Parameter pool;
	private final Parameter zero;

	private EvidenceNetwork(final boolean trainable, final long seed) {
		engine = Engine.preferred();
		final var built = new Layers("evidence", engine, trainable, trainable
			? Initialiser.HE : null, new SplittableRandom(seed));
		for (int i = 1; i < CHANNELS.length; i++)
			built.conv2d("conv" + i, CHANNELS[i - 1], CHANNELS[i], 3, i < 5 ? 2 : 1,
				SLOPE);
		built.conv2d("map", CHANNELS[CHANNELS.length - 1], 1, 1, 1, 1).reshape(
			GRID * GRID);
		layers = built.build();
		pool = new Parameter("pool.weight", engine, false, GRID * GRID, 1);
		zero = new Parameter("pool.bias", engine, false, 1);
		final var mean = new float[GRID * GRID];
		Arrays.fill(mean, 1f / mean.length);
		engine.memory().write(pool.value(), FloatBuffer.wrap(mean));
		engine.memory().write(zero.value(), FloatBuffer.wrap(new float[1]));
	}

	/**
	 * @param genuine faces, not empty
	 * @param manipulated faces, not empty
	 * @param steps of training, each on 12 faces of either kind
	 * @param seed of all random numbers
	 * @param progress told each step
	 * @return the network
	 */
	static EvidenceNetwork learnt(final List<FacePicture> genuine,
		final List<FacePicture> manipulated, final int steps, final long seed,
		final Progress progress)
	{
		final var network = new EvidenceNetwork(true, seed);
		final var random = new SplittableRandom(seed);
		final var batch = ImageBatch.allocate(BATCH, NetworkInput.CHANNELS,
			FacePicture.SIZE, FacePicture.SIZE);
		final var target = new float[BATCH];
		for (int step = 0; step < steps; step++) {
			progress.check();
			for (int i = 0; i < BATCH; i++) {
				target[i] = i % 2;
				final var from = i % 2 == 0 ? genuine : manipulated;
				final FacePicture face = from.get(random.nextInt(from.size()));
				NetworkInput.put(random.nextBoolean() ? Disturbance.of(face, random)
					: face, random.nextBoolean(), batch.slot(i));
			}
			network.step(batch, target, rate(step, steps), step);
			progress.done(step + 1);
		}
		return network;
	}

	/** Falls along half a cosine (Loshchilov and Hutter 2017). */
	private static double rate(final int step, final int steps) {
		return RATE * (0.02 + 0.98 * 0.5 * (1 + Math.cos(Math.PI * step / steps)));
	}

	private void step(final ImageBatch batch, final float[] target,
		final double rate, final int done)
	{
		final var adam = new Adam(rate, 0.9, 0.999, 1e-7);
		try (var scope = engine.memory().scope("learn")) {
			final var tape = new Tape(engine, true);
			final Node scores = scores(tape, layers.forward(tape, tape.constant(engine
				.memory().of(batch))));
			tape.losses().objective(scores, (values, gradient) -> crossEntropy(values,
				target, gradient));
			tape.backward();
			double square = 0;
			for (final Parameter p : layers.parameters())
				square += Math.pow(engine.algebra().norm(p.gradient()), 2);
			if (square > CLIP * CLIP) for (final Parameter p : layers.parameters())
				engine.algebra().scaleInPlace(p.gradient(), CLIP / Math.sqrt(square));
			for (final Parameter p : layers.parameters())
				p.descend(adam, done);
		}
	}

	/** Mean binary cross entropy of log-odds, and its gradient. */
	private static double crossEntropy(final float[] values,
		final float[] target, final float[] gradient)
	{
		double loss = 0;
		for (int i = 0; i < values.length; i++) {
			final double x = values[i];
			gradient[i] = (float) ((Logistic.sigmoid(x) - target[i]) / values.length);
			loss += (Math.max(x, 0) - x * target[i] + Math.log1p(Math.exp(-Math.abs(
				x)))) / values.length;
		}
		return loss;
	}

	private Node scores(final Tape tape, final Node map) {
		return tape.dense(map, pool, zero);
	}

	/**
	 * @param tensors of {@link #tensors()}
	 * @return the network
	 * @throws InputException if one is missing or of another shape
	 */
	static EvidenceNetwork read(final Map<String, Loaded> tensors)
		throws InputException
	{
		final var network = new EvidenceNetwork(false, 0);
		for (final Parameter p : network.layers.parameters())
			network.engine.memory().write(p.value(), FloatBuffer.wrap(Tensors.require(
				tensors, p.name(), p.value().shape()).values()));
		return network;
	}

	@Override
	public double[] scores(final List<FacePicture> faces) {
		final var scores = new double[faces.size()];
		for (int from = 0; from < scores.length; from += READ) {
			final int to = Math.min(scores.length, from + READ);
			final float[] maps = maps(faces.subList(from, to));
			for (int i = from; i < to; i++)
				for (int k = 0; k < GRID * GRID; k++)
					scores[i] += maps[(i - from) * GRID * GRID + k] / (GRID * GRID);
		}
		return scores;
	}

	@Override
	public Optional<float[]> evidence(final FacePicture face) {
		return Optional.of(maps(List.of(face)));
	}

	private float[] maps(final List<FacePicture> faces) {
		final var batch = ImageBatch.allocate(faces.size(), NetworkInput.CHANNELS,
			FacePicture.SIZE, FacePicture.SIZE);
		for (int i = 0; i < faces.size(); i++)
			NetworkInput.put(faces.get(i), false, batch.slot(i));
		final var maps = new float[faces.size() * GRID * GRID];
		try (var scope = engine.memory().scope("judge" + faces.size())) {
			final var tape = new Tape(engine, false);
			engine.memory().read(layers.forward(tape, tape.constant(engine.memory().of(
				batch))).value(), FloatBuffer.wrap(maps));
		}
		return maps;
	}

	@Override
	public Map<String, Loaded> tensors() {
		final var tensors = new LinkedHashMap<String, Loaded>();
		for (final Parameter p : layers.parameters()) {
			final var values = FloatBuffer.allocate((int) p.value().length());
			engine.memory().read(p.value(), values);
			tensors.put(p.name(), new Loaded(p.value().shape(), values.array()));
		}
		return tensors;
	}

	@Override
	public void close() {
		engine.close();
	}
}
