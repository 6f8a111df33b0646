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

import io.github.janusfiji.nn.Initialiser;
import io.github.janusfiji.nn.Layer;
import io.github.janusfiji.nn.Layers;
import io.github.janusfiji.nn.Operations;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.tensor.ImageBatch;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The network of one {@link ExpressionArchitecture}. A person's style is a
 * learnt vector, or, in the network that learns everybody, what a second
 * encoder reads from another picture of the person.
 */
final class ExpressionNetwork implements FaceNetwork {

	/** Factors of the objective beside the mean absolute error. */
	private static final double EDGES = 0.5;
	private static final double STRUCTURE = 0.25;

	/** Filters of the encoder of styles. */
	private static final List<Integer> LIKENESS = List.of(24, 48, 96, 128);

	private final ExpressionArchitecture architecture;
	private final Operations operations;
	private final FaceObjective objective;
	private final Layer encoder;
	private final Layer unfolding;
	private final Person a;
	private final Person b;

	/** What is a person's own: who it is, and the last doublings. */
	private record Person(Layer style, Layer decoder) {}

	private ExpressionNetwork(final ExpressionArchitecture architecture,
		final Operations operations, final boolean trainable,
		final Initialiser initialiser, final long seed)
	{
		this.architecture = architecture;
		this.operations = operations;
		objective = new FaceObjective(architecture.size(), EDGES, STRUCTURE);
		final var random = new SplittableRandom(seed);
		final var maker = new Maker(operations, trainable, initialiser);
		encoder = encoder(maker.layers("encoder", random.split()));
		unfolding = unfolding(maker.layers("decoder", random.split()));
		// Twins: a code means the same to both people from the first step on.
		final long decoders = random.nextLong();
		a = person(maker, "a", decoders, random.split());
		b = architecture.isForEverybody() ? a : person(maker, "b", decoders, random
			.split());
	}

	private record Maker(Operations operations, boolean trainable,
		Initialiser initialiser)
	{
		Layers layers(final String prefix, final SplittableRandom random) {
			return new Layers(prefix, operations, trainable, initialiser, random);
		}
	}

	/**
	 * @param architecture its shape
	 * @param operations what computes
	 * @param seed of the weights
	 * @return a new network
	 */
	static ExpressionNetwork fresh(final ExpressionArchitecture architecture,
		final Operations operations, final long seed)
	{
		return new ExpressionNetwork(architecture, operations, true,
			Initialiser.HE_ICNR, seed);
	}

	/**
	 * @param architecture its shape
	 * @param operations what computes
	 * @param trainable whether it will be trained, not only decode
	 * @return a network of zeros, to read weights into
	 */
	static ExpressionNetwork empty(final ExpressionArchitecture architecture,
		final Operations operations, final boolean trainable)
	{
		return new ExpressionNetwork(architecture, operations, trainable, null, 0);
	}

	private Layer encoder(final Layers layers) {
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

	private Layer unfolding(final Layers layers) {
		final var g = architecture;
		layers.dense("seed", g.code() + g.cues() + g.style(), g.seedChannels() * g
			.seedSize() * g.seedSize());
		layers.reshape(g.seedChannels(), g.seedSize(), g.seedSize());
		doublings(layers, "shared", g.seedChannels(), g.shared());
		return layers.build();
	}

	private Person person(final Maker maker, final String name,
		final long decoders, final SplittableRandom random)
	{
		final var g = architecture;
		final var own = maker.layers("decoder_" + name, new SplittableRandom(
			decoders));
		final int in = g.shared().isEmpty() ? g.seedChannels() : last(g.shared());
		doublings(own, "up", in, g.own());
		own.upscale("output", last(g.own()), 3, 3, 1).sigmoid();
		final var style = maker.layers("style_" + name, random);
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

	@Override
	public ExpressionArchitecture blueprint() {
		return architecture;
	}

	@Override
	public Operations operations() {
		return operations;
	}

	@Override
	public List<Parameter> parameters() {
		return Stream.of(encoder, unfolding, a.style, a.decoder, b.style, b.decoder)
			.distinct().flatMap(layer -> layer.parameters().stream()).toList();
	}

	@Override
	public Losses step(final BatchFeeder.Pair pair, final Step step) {
		final int n = pair.target().count() / 2;
		try (var scope = operations.scope("step-" + n)) {
			final Tape tape = new Tape(operations, true);
			final Tensor likeness = pair.input().likeness() == null ? null
				: operations.of(pair.input().likeness());
			final var codes = tape.halves(encoder.forward(tape, tape.constant(
				operations.of(pair.input().pictures()))));
			final Tensor cues = cues(pair.input().cues());
			final double[] errors = new double[2];
			for (int half = 0; half < 2; half++) {
				final Person person = half == 0 ? a : b;
				final var rows = new Rows(half * n, (half + 1) * n);
				final Tape.Node face = paint(tape, person, half == 0 ? codes.first()
					: codes.second(), rows.of(operations, cues), style(tape, person, n,
						likeness == null ? null : rows.of(operations, likeness)));
				errors[half] = lose(tape, face, pair, half * n, n);
			}
			tape.backward();
			final double norm = Double.isFinite(errors[0] + errors[1]) ? Gradients
				.apply(operations, parameters(), step) : Double.NaN;
			return new Losses(errors[0], errors[1], Double.NaN, Double.NaN, norm);
		}
	}

	private record Rows(long from, long to) {

		Tensor of(final Operations operations, final Tensor whole) {
			return operations.rows(whole, from, to);
		}
	}

	private Tensor cues(final ImageBatch cues) {
		return operations.reshape(operations.of(cues), cues.count(), cues
			.channels());
	}

	private Tape.Node style(final Tape tape, final Person person, final long n,
		final Tensor likeness)
	{
		return person.style.forward(tape, tape.constant(likeness != null ? likeness
			: operations.filled(1, n, 1)));
	}

	private Tape.Node paint(final Tape tape, final Person person,
		final Tape.Node code, final Tensor cues, final Tape.Node style)
	{
		return person.decoder.forward(tape, unfolding.forward(tape, tape
			.concatenate(code, tape.constant(cues), style)));
	}

	/** The mean absolute error of one person's faces, weighted; on the tape all. */
	private double lose(final Tape tape, final Tape.Node face,
		final BatchFeeder.Pair pair, final int from, final int n)
	{
		final float[] real = floats(pair.target(), from, n);
		final float[] weights = floats(pair.weights(), from, n);
		final double[] error = new double[1];
		tape.objective(face, (painted, gradient) -> {
			error[0] = meanAbsoluteError(painted, real, weights);
			return objective.of(painted, real, weights, n, gradient);
		});
		return error[0];
	}

	private static double meanAbsoluteError(final float[] painted,
		final float[] real, final float[] weights)
	{
		double sum = 0, all = 0;
		for (int i = 0; i < real.length; i++) {
			sum += weights[i] * Math.abs(painted[i] - real[i]);
			all += weights[i];
		}
		return sum / Math.max(1e-9, all);
	}

	private static float[] floats(final ImageBatch batch, final int from,
		final int count)
	{
		final int each = batch.channels() * batch.height() * batch.width();
		final var all = new float[count * each];
		for (int i = 0; i < count; i++)
			batch.slot(from + i).get(0, all, i * each, each);
		return all;
	}

	@Override
	public void decode(final NetworkInput faces, final Side as,
		final ImageBatch result)
	{
		final int n = faces.pictures().count();
		try (var scope = operations.scope("decode-" + n)) {
			final Tape tape = new Tape(operations, false);
			final Person person = as == Side.A ? a : b;
			final Tape.Node code = encoder.forward(tape, tape.constant(operations.of(
				faces.pictures())));
			final Tensor likeness = faces.likeness() == null ? null : operations.of(
				faces.likeness());
			operations.read(paint(tape, person, code, cues(faces.cues()), style(tape,
				person, n, likeness)).value(), result);
		}
	}

	/**
	 * What the encoder of styles reads in pictures of a person.
	 *
	 * @param pictures N×3×h×w
	 * @return N×{@code style} numbers, row by row
	 */
	float[] styles(final ImageBatch pictures) {
		final var values = new float[pictures.count() * architecture.style()];
		try (var scope = operations.scope("style-" + pictures.count())) {
			final Tape tape = new Tape(operations, false);
			operations.read(a.style.forward(tape, tape.constant(operations.of(
				pictures))).value(), java.nio.FloatBuffer.wrap(values));
		}
		return values;
	}

	/**
	 * @param side whose
	 * @param style of the person, to begin with
	 */
	void begin(final Side side, final float[] style) {
		for (final Parameter p : (side == Side.A ? a : b).style.parameters()) {
			final boolean bias = p.name().endsWith(".bias");
			operations.write(p.value(), java.nio.FloatBuffer.wrap(bias ? style
				: new float[style.length]));
		}
	}
}
