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
import io.github.janusfiji.nn.LayerObserver;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.task.Choice;
import io.github.janusfiji.tensor.ImageBatch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * An adversarial network after shaoanlu/faceswap-GAN v2.2. In each step both
 * discriminators learn to tell painted from real faces; then encoder and
 * decoders learn, through the discriminators, which stand still, to paint better.
 */
final class FaceGan implements FaceNetwork {

	/** One person's part. */
	private record Person(GanParts.Decoder decoder, Layer discriminator) {}

	private final GanArchitecture plan;
	private final Engine engine;
	private final Layer encoder;
	private final Map<Side, Person> people = new EnumMap<>(Side.class);
	private GanObjectives objectives = new GanObjectives(Adversarial.MIXUP, null);

	private FaceGan(final GanArchitecture plan, final Engine engine,
		final boolean trainable, final SplittableRandom random)
	{
		this.plan = plan;
		this.engine = engine;
		final var parts = new GanParts(plan, engine, trainable);
		encoder = parts.encoder(split(random));
		// Both decoders begin alike, so that a code means the same to both.
		final long seed = random == null ? 0 : random.nextLong();
		for (final Side side : Side.PAIR) {
			final String name = "_" + Choice.label(side);
			people.put(side, new Person(parts.decoder("decoder" + name, random == null
				? null : new SplittableRandom(seed)), parts.discriminator(
					"discriminator" + name, split(random))));
		}
	}

	private static SplittableRandom split(final SplittableRandom random) {
		return random == null ? null : random.split();
	}

	/**
	 * @param plan its shape
	 * @param engine computes
	 * @param seed of the weights
	 * @return a new network
	 */
	static FaceGan fresh(final GanArchitecture plan, final Engine engine,
		final long seed)
	{
		return new FaceGan(plan, engine, true, new SplittableRandom(seed));
	}

	/**
	 * @param plan its shape
	 * @param engine computes
	 * @param trainable whether it will be trained, not only decode
	 * @return a network of zeros, to read weights into
	 */
	static FaceGan empty(final GanArchitecture plan, final Engine engine,
		final boolean trainable)
	{
		return new FaceGan(plan, engine, trainable, null);
	}

	/** @param wanted what it is trained for from now on */
	void use(final GanObjectives wanted) {
		objectives = wanted;
	}

	@Override
	public GanArchitecture blueprint() {
		return plan;
	}

	@Override
	public Engine engine() {
		return engine;
	}

	@Override
	public List<Parameter> parameters() {
		return Stream.concat(generatorParameters().stream(),
			discriminatorParameters().stream()).toList();
	}

	/** @return of the encoder and both decoders */
	List<Parameter> generatorParameters() {
		return Stream.concat(encoder.parameters().stream(), people.values().stream()
			.flatMap(person -> person.decoder.parameters().stream())).toList();
	}

	/** @return of both discriminators */
	List<Parameter> discriminatorParameters() {
		return people.values().stream().flatMap(person -> person.discriminator
			.parameters().stream()).toList();
	}

	@Override
	public Losses step(final BatchFeeder.Pair pair, final Step step) {
		try (var scope = engine.memory().scope("gan-" + pair.target().count() +
			(pair
			.weights() == null ? "" : "-w") + objectives.stage(step.share())))
		{
			final Tape tape = new Tape(engine, true);
			final var scenes = scenes(tape,
				engine.memory().of(pair.input().pictures()), engine
				.memory().of(pair.target()), pair.weights() == null ? null :
					engine.memory().of(pair
					.weights()));
			final Tape judging = new Tape(engine, true);
			final double told = discriminatorLoss(judging, scenes, Adversarial.share(
				step.number()));
			judging.backward();
			final double judgeNorm = Double.isFinite(told) ? Gradients.apply(
				engine, discriminatorParameters(), faster(step)) : Double.NaN;
			final double a = scenes.get(Side.A).error(engine), b = scenes.get(
				Side.B).error(engine);
			final double others = throughFrozen(tape, () -> generatorLoss(tape, scenes,
				step.share())) - a - b;
			final double norm = Double.isFinite(a + b + others + judgeNorm)
				? Gradients.apply(engine, generatorParameters(), step) : Double.NaN;
			return new Losses(a, b, others, told, Math.hypot(norm, judgeNorm));
		}
	}

	private static Step faster(final Step step) {
		final var s = step.optimiser();
		return new Step(s.withRate(s.rate() * GanArchitecture.DISCRIMINATOR_RATE),
			step.number(), step.clip(), step.share());
	}

	private Map<Side, GanScene> scenes(final Tape tape, final Tensor input,
		final Tensor target, final Tensor weights)
	{
		final long n = input.size(0);
		final var codes = tape.halves(encoder.forward(tape, tape.constant(input)));
		final Map<Side, GanScene> scenes = new EnumMap<>(Side.class);
		for (final Side side : Side.PAIR) {
			final long from = side == Side.A ? 0 : n / 2;
			final Tensor seen = engine.memory().rows(input, from, from + n / 2);
			final var painted = people.get(side).decoder.paint(tape, side == Side.A
				? codes.first() : codes.second());
			scenes.put(side, new GanScene(seen, engine.memory().rows(target, from,
				from + n /
				2), weights == null ? null : engine.memory().rows(weights, from, from +
					n /
					2), painted, tape.blend(painted.alpha(), painted.face(), tape.constant(
						seen))));
		}
		return scenes;
	}

	/** Of both people's discriminators, with what is painted as it is. */
	private double discriminatorLoss(final Tape tape,
		final Map<Side, GanScene> scenes, final double share)
	{
		double loss = 0;
		for (final Side side : Side.PAIR) {
			final GanScene scene = scenes.get(side);
			final var judge = judge(tape, side, scene);
			for (final Tensor fake : List.of(scene.masked().value(), scene.painted()
				.face().value()))
				loss += objectives.adversarial().discriminator(judge,
					new Adversarial.Pictures(scene.target(), fake), share);
		}
		return loss;
	}

	private Adversarial.Judge judge(final Tape tape, final Side side,
		final GanScene scene)
	{
		return scene.judge(tape, engine, people.get(side).discriminator);
	}

	/** Loss and gradients, while the discriminators take none. */
	private double throughFrozen(final Tape tape, final DoubleSupplier loss) {
		final List<Parameter> still = discriminatorParameters();
		still.forEach(p -> p.setFrozen(true));
		try {
			final double sum = loss.getAsDouble();
			tape.backward();
			return sum;
		}
		finally {
			still.forEach(p -> p.setFrozen(false));
		}
	}

	/** Of both people, through the discriminators. */
	private double generatorLoss(final Tape tape,
		final Map<Side, GanScene> scenes, final double share)
	{
		double loss = 0;
		for (final Side side : Side.PAIR) {
			final GanScene scene = scenes.get(side);
			loss += objectives.generator(tape, engine, new GanObjectives.Scene(
				scene.target(), scene.weights(), scene.painted(), scene.masked(), judge(tape,
					side, scene)), share);
		}
		return loss;
	}

	/** Losses of {@link #losses}, each over both people. */
	record GanLosses(double generator, double discriminator) {}

	/**
	 * The two losses without a step, for checking gradients.
	 *
	 * @param generator records the generator's, or does not
	 * @param discriminator likewise
	 * @param input 2N×3×H×W
	 * @param target likewise
	 * @param share of the real in mixed pictures
	 * @return both
	 */
	GanLosses losses(final Tape generator, final Tape discriminator,
		final Tensor input, final Tensor target, final double share)
	{
		final var scenes = scenes(generator, input, target, null);
		final double told = discriminatorLoss(discriminator, scenes, share);
		discriminator.backward();
		return new GanLosses(throughFrozen(generator, () -> generatorLoss(generator,
			scenes, 1)), told);
	}

	@Override
	public void decode(final NetworkInput faces, final Side as,
		final ImageBatch result, final LayerObserver observer)
	{
		try (var scope = engine.memory().scope("decode-" +
			faces.pictures().count())) {
			engine.memory().read(paint(faces.pictures(), as, observer).face().value(), result);
		}
	}

	@Override
	public boolean hasMask() {
		return true;
	}

	@Override
	public boolean mask(final ImageBatch faces, final Side as,
		final ImageBatch result)
	{
		try (var scope = engine.memory().scope("decode-" + faces.count())) {
			engine.memory().read(paint(faces, as, LayerObserver.NONE).alpha().value(), result);
		}
		return true;
	}

	private GanParts.Painted paint(final ImageBatch faces, final Side as,
		final LayerObserver observer)
	{
		final Tape tape = new Tape(engine, observer);
		return people.get(as).decoder.paint(tape, encoder.forward(tape, tape
			.constant(engine.memory().of(faces))));
	}
}
