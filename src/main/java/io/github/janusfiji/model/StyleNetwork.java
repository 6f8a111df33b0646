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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The network of a styled {@link ExpressionArchitecture}: the encoder says what a
 * face does, and one decoder paints it as any of the people it knows. A person is
 * a style, which the unfolding reads and which modulates what comes out of it and
 * of every doubling ({@link StyleDecoder}).
 * <p>
 * A style is the mean person's plus the person's own difference from it.
 * </p>
 */
final class StyleNetwork implements FaceNetwork {

	private final ExpressionArchitecture architecture;
	private final Engine engine;
	private final FaceObjective objective;
	private final Layer encoder;
	private final Layer people;
	private final StyleDecoder decoder;
	private Newcomers newcomers = Newcomers.NONE;

	private StyleNetwork(final ExpressionArchitecture architecture,
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
		people = parts.people(random.split());
		decoder = new StyleDecoder(parts, random.split());
	}

	/**
	 * @param architecture its shape
	 * @param engine computes
	 * @param seed of the weights
	 * @return a new network
	 */
	static StyleNetwork fresh(final ExpressionArchitecture architecture,
		final Engine engine, final long seed)
	{
		return new StyleNetwork(architecture, engine, true, Initialiser.HE_ICNR,
			seed);
	}

	/**
	 * @param architecture its shape
	 * @param engine computes
	 * @param trainable whether it will be trained, not only decode
	 * @return a network of zeros, to read weights into
	 */
	static StyleNetwork empty(final ExpressionArchitecture architecture,
		final Engine engine, final boolean trainable)
	{
		return new StyleNetwork(architecture, engine, trainable, null, 0);
	}

	/**
	 * @param count of people, more than there are
	 * @return a network for more people that paints these as this one does; the
	 *         others are the mean person
	 */
	StyleNetwork extended(final int count) {
		final var more = empty(architecture.forPeople(count), engine, true);
		final List<Parameter> from = parameters();
		final List<Parameter> to = more.parameters();
		for (int i = 0; i < from.size(); i++) {
			final Parameter p = from.get(i), q = to.get(i);
			write(q.value(), values(p.value()));
			write(q.mean(), values(p.mean()));
			write(q.square(), values(p.square()));
		}
		return more;
	}

	/** The first of its elements; what is left out stays as it is. */
	private void write(final Tensor to, final float[] first) {
		final float[] all = values(to);
		System.arraycopy(first, 0, all, 0, first.length);
		engine.memory().write(to, FloatBuffer.wrap(all));
	}

	/** @param came later than the others; their styles are fitted first */
	void welcome(final Newcomers came) {
		newcomers = came;
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
		return Stream.of(people.parameters(), encoder.parameters(),
			decoder.parameters()).flatMap(List::stream).toList();
	}

	@Override
	public Losses step(final BatchFeeder.Pair pair, final Step step) {
		final int n = pair.target().count();
		final boolean fitted = newcomers.areFitted(step.number());
		final Parameter styles = people.parameters().get(0);
		parameters().forEach(p -> p.setFrozen(fitted && p != styles));
		try (var scope = engine.memory().scope("step-" + n + fitted)) {
			final Tape tape = new Tape(engine, true);
			final Node code = encoder.forward(tape, tape.constant(engine.memory().of(
				pair.input().pictures())));
			final var shares = new float[n][architecture.people()];
			for (int i = 0; i < n; i++)
				shares[i][pair.whose()[i]] = 1;
			final Node style = people.forward(tape, tape.constant(tensor(shares)));
			final var errors = FaceErrors.lose(objective, tape, decoder.paint(tape,
				code, cues(tape, pair.input().cues()), Collections.nCopies(
					decoder.layers().size(), style)), pair, 0);
			tape.backward();
			final double others = errors.mean(i -> pair.whose()[i] > 0);
			final double first = errors.mean(i -> pair.whose()[i] == 0);
			final double a = Double.isNaN(first) ? others : first;
			final double b = Double.isNaN(others) ? first : others;
			final double norm = !Double.isFinite(a + b) ? Double.NaN : fitted
				? fitted(styles, step) : Gradients.apply(engine, parameters(), step);
			return new Losses(a, b, Double.NaN, Double.NaN, norm);
		}
	}

	/** Moves the newcomers' styles alone: Adam would carry the others on. */
	private double fitted(final Parameter styles, final Step step) {
		final List<Tensor> kept = List.of(styles.value(), styles.mean(), styles
			.square());
		final List<float[]> before = kept.stream().map(tensor -> Arrays.copyOf(
			values(tensor), newcomers.first() * architecture.style())).toList();
		final double norm = Gradients.apply(engine, List.of(styles), new Step(step
			.optimiser(), step.number() - newcomers.joined(), step.clip(), step
				.share()));
		for (int i = 0; i < kept.size(); i++)
			write(kept.get(i), before.get(i));
		return norm;
	}

	private Tensor tensor(final float[][] rows) {
		final var batch = ImageBatch.allocate(rows.length, rows[0].length, 1, 1);
		for (int i = 0; i < rows.length; i++)
			batch.slot(i).put(0, rows[i]);
		return engine.memory().reshape(engine.memory().of(batch), rows.length,
			rows[0].length);
	}

	private Node cues(final Tape tape, final ImageBatch cues) {
		return tape.constant(engine.memory().reshape(engine.memory().of(cues), cues
			.count(), cues.channels()));
	}

	@Override
	public void decode(final NetworkInput faces, final Side as,
		final ImageBatch result, final LayerObserver observer)
	{
		final float[] one = new float[architecture.people()];
		one[as.ordinal()] = 1;
		final float[] style = style(one);
		decode(faces, decoder.layers().stream().map(layer -> style).toList(), result,
			observer);
	}

	/**
	 * @param faces what it reads of N faces
	 * @param styles of whom to paint, for each of {@link #layers}
	 * @param result N×3×H×W, 0 to 1; overwritten
	 * @param observer sees what each doubling computes, and may change it
	 */
	void decode(final NetworkInput faces, final List<float[]> styles,
		final ImageBatch result, final LayerObserver observer)
	{
		final int n = faces.pictures().count();
		try (var scope = engine.memory().scope("decode-" + n)) {
			final Tape tape = new Tape(engine, observer);
			final Node code = encoder.forward(tape, tape.constant(engine.memory().of(
				faces.pictures())));
			final List<Node> each = styles.stream().map(style -> tape.constant(tensor(
				IntStream.range(0, n).mapToObj(i -> style).toArray(
					float[][]::new)))).toList();
			engine.memory().read(decoder.paint(tape, code, cues(tape, faces.cues()),
				each).value(), result);
		}
	}

	/** @return names of what a style modulates, coarse to fine */
	List<String> layers() {
		return decoder.layers();
	}

	/**
	 * @param shares of each person; 1 and zeros for one person, zeros for the mean
	 *          person
	 * @return the mean person's style and the shares of the differences from it
	 */
	float[] style(final float[] shares) {
		final float[] own = values(people.parameters().get(0).value());
		final float[] style = values(people.parameters().get(1).value());
		for (int i = 0; i < own.length; i++)
			style[i % style.length] += shares[i / style.length] * own[i];
		return style;
	}

	private float[] values(final Tensor tensor) {
		final var values = new float[Math.toIntExact(tensor.length())];
		engine.memory().read(tensor, FloatBuffer.wrap(values));
		return values;
	}

	/**
	 * @param mean the mean person's style, which all are told apart from
	 * @param styles of the last people, to begin with
	 */
	void begin(final float[] mean, final List<float[]> styles) {
		final Parameter own = people.parameters().get(0);
		final float[] rows = values(own.value());
		final int from = architecture.people() - styles.size();
		for (int p = 0; p < styles.size(); p++)
			for (int i = 0; i < mean.length; i++)
				rows[(from + p) * mean.length + i] = styles.get(p)[i] - mean[i];
		engine.memory().write(own.value(), FloatBuffer.wrap(rows));
		engine.memory().write(people.parameters().get(1).value(), FloatBuffer.wrap(
			mean));
	}

	/** @return the mean person's style */
	float[] mean() {
		return values(people.parameters().get(1).value());
	}
}
