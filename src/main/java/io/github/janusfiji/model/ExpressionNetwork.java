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
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The network of one {@link ExpressionArchitecture}. A person's style is a
 * learnt vector, or, in the network that learns everybody, what a second
 * encoder reads from another picture of the person.
 */
final class ExpressionNetwork implements FaceNetwork {

	private final ExpressionArchitecture architecture;
	private final Engine engine;
	private final FaceObjective objective;
	private final Layer encoder;
	private final Layer unfolding;
	private final ExpressionParts.Person a;
	private final ExpressionParts.Person b;

	private ExpressionNetwork(final ExpressionArchitecture architecture,
		final Engine engine, final boolean trainable,
		final Initialiser initialiser, final long seed)
	{
		this.architecture = architecture;
		this.engine = engine;
		objective = FaceObjective.of(architecture.size());
		final var random = new SplittableRandom(seed);
		final var parts = new ExpressionParts(architecture, engine, trainable,
			initialiser);
		encoder = parts.encoder(random.split());
		unfolding = parts.unfolding(random.split());
		// Twins: a code means the same to both people from the first step on.
		final long decoders = random.nextLong();
		a = parts.person("a", decoders, random.split());
		b = architecture.isForEverybody() ? a : parts.person("b", decoders, random
			.split());
	}

	/**
	 * @param architecture its shape
	 * @param engine computes
	 * @param seed of the weights
	 * @return a new network
	 */
	static ExpressionNetwork fresh(final ExpressionArchitecture architecture,
		final Engine engine, final long seed)
	{
		return new ExpressionNetwork(architecture, engine, true,
			Initialiser.HE_ICNR, seed);
	}

	/**
	 * @param architecture its shape
	 * @param engine computes
	 * @param trainable whether it will be trained, not only decode
	 * @return a network of zeros, to read weights into
	 */
	static ExpressionNetwork empty(final ExpressionArchitecture architecture,
		final Engine engine, final boolean trainable)
	{
		return new ExpressionNetwork(architecture, engine, trainable, null, 0);
	}

	@Override
	public ExpressionArchitecture blueprint() {
		return architecture;
	}

	@Override
	public Engine engine() {
		return engine;
	}

	@Override
	public List<Parameter> parameters() {
		return Stream.of(encoder, unfolding, a.style(), a.decoder(), b.style(), b
			.decoder())
			.distinct().flatMap(layer -> layer.parameters().stream()).toList();
	}

	@Override
	public Losses step(final BatchFeeder.Pair pair, final Step step) {
		final int n = pair.target().count() / 2;
		try (var scope = engine.memory().scope("step-" + n)) {
			final Tape tape = new Tape(engine, true);
			final Tensor likeness = pair.input().likeness() == null ? null
				: engine.memory().of(pair.input().likeness());
			final var codes = tape.halves(encoder.forward(tape, tape.constant(
				engine.memory().of(pair.input().pictures()))));
			final Tensor cues = cues(pair.input().cues());
			final double[] errors = new double[2];
			for (int half = 0; half < 2; half++) {
				final ExpressionParts.Person person = half == 0 ? a : b;
				final var rows = new Rows(half * n, (half + 1) * n);
				final Node face = paint(tape, person, half == 0 ? codes.first()
					: codes.second(), rows.of(engine, cues), style(tape, person, n,
						likeness == null ? null : rows.of(engine, likeness)));
				errors[half] = FaceErrors.lose(objective, tape, face, pair, half * n)
					.mean(i -> true);
			}
			tape.backward();
			final double norm = Double.isFinite(errors[0] + errors[1]) ? Gradients
				.apply(engine, parameters(), step) : Double.NaN;
			return new Losses(errors[0], errors[1], Double.NaN, Double.NaN, norm);
		}
	}

	private record Rows(long from, long to) {

		Tensor of(final Engine engine, final Tensor whole) {
			return engine.memory().rows(whole, from, to);
		}
	}

	private Tensor cues(final ImageBatch cues) {
		return engine.memory().reshape(engine.memory().of(cues), cues.count(), cues
			.channels());
	}

	private Node style(final Tape tape, final ExpressionParts.Person person,
		final long n,
		final Tensor likeness)
	{
		return person.style().forward(tape, tape.constant(likeness != null ? likeness
			: engine.algebra().filled(1, n, 1)));
	}

	private Node paint(final Tape tape, final ExpressionParts.Person person,
		final Node code, final Tensor cues, final Node style)
	{
		return person.decoder().forward(tape, unfolding.forward(tape, tape
			.concatenate(code, tape.constant(cues), style)));
	}

	@Override
	public void decode(final NetworkInput faces, final Side as,
		final ImageBatch result, final LayerObserver observer)
	{
		final int n = faces.pictures().count();
		try (var scope = engine.memory().scope("decode-" + n)) {
			final Tape tape = new Tape(engine, observer);
			final ExpressionParts.Person person = as == Side.A ? a : b;
			final Node code = encoder.forward(tape, tape.constant(engine.memory().of(
				faces.pictures())));
			final Tensor likeness = faces.likeness() == null ? null :
				engine.memory().of(
				faces.likeness());
			engine.memory().read(paint(tape, person, code, cues(faces.cues()),
				style(tape,
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
		try (var scope = engine.memory().scope("style-" + pictures.count())) {
			final Tape tape = new Tape(engine, false);
			engine.memory().read(a.style().forward(tape,
				tape.constant(engine.memory().of(
				pictures))).value(), FloatBuffer.wrap(values));
		}
		return values;
	}

	/**
	 * @param side whose
	 * @param style of the person, to begin with
	 */
	void begin(final Side side, final float[] style) {
		for (final Parameter p : (side == Side.A ? a : b).style()
			.parameters()) {
			final boolean bias = p.name().endsWith(".bias");
			engine.memory().write(p.value(), FloatBuffer.wrap(bias ? style
				: new float[style.length]));
		}
	}
}
