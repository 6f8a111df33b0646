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
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;

/**
 * What the generator of a {@link FaceGan} is trained for, with the weights and
 * the schedule of shaoanlu/faceswap-GAN v2.2 (its notebook for 40,000
 * iterations, as shares of a run).
 *
 * @param adversarial what is held against the discriminators
 * @param perceptual a frozen network for faces, or null
 */
record GanObjectives(Adversarial adversarial, PerceptualLoss perceptual) {

	private static final double ADVERSARIAL = 0.1;
	private static final double EDGES = 0.1;
	private static final double MASK = 0.01;
	private static final double HINGE = 0.1;
	private static final double VARIATION = 0.1;

	/**
	 * What belongs to one person.
	 *
	 * @param target N×3×H×W
	 * @param weights of errors, the same extents, or null
	 * @param painted by the decoder
	 * @param masked what is painted over the input, where the mask lets it
	 * @param judge the discriminator, which stands still
	 */
	record Scene(Tensor target, Tensor weights, GanParts.Painted painted,
		Node masked, Adversarial.Judge judge)
	{}

	/**
	 * A part of the schedule.
	 *
	 * @param from share of the run at which it begins
	 * @param perceptual whether the perceptual objective counts
	 * @param hinge least share of the face in the mask, below which the mask is
	 *          pulled up; 0 to push the mask down instead
	 */
	private record Stage(double from, boolean perceptual, double hinge) {}

	private static final Stage[] STAGES = { new Stage(0, false, 0), new Stage(.2,
		true, 0), new Stage(.3, true, .5), new Stage(.4, true, .2), new Stage(.5,
			true, .4), new Stage(2 / 3., true, 0), new Stage(.8, true, .1), new Stage(
				.9, true, 0) };

	/**
	 * @param share of the run that is done, 0 to 1
	 * @return number of the stage, from 0
	 */
	int stage(final double share) {
		int stage = 0;
		while (stage + 1 < STAGES.length && STAGES[stage + 1].from <= share)
			stage++;
		return stage;
	}

	/**
	 * Adds all losses of the generator for one person.
	 *
	 * @param tape records them
	 * @param engine computes
	 * @param scene one person's
	 * @param share of the run that is done
	 * @return their sum
	 */
	double generator(final Tape tape, final Engine engine,
		final Scene scene, final double share)
	{
		final Stage stage = STAGES[stage(share)];
		final Node face = scene.painted.face();
		double loss = reconstruction(tape, engine, scene);
		for (final Node fake : new Node[] { scene.masked, face })
			loss += adversarial.generator(scene.judge.of(fake), ADVERSARIAL);
		for (final int axis : new int[] { 2, 3 }) {
			loss += tape.losses().meanAbsoluteError(tape.difference(face, axis),
				engine
				.algebra().difference(scene.target, axis), EDGES);
			final Node steps = tape.difference(scene.painted.alpha(), axis);
			loss += tape.losses().meanAbsoluteError(steps, engine.algebra().filled(0,
				steps.value()
				.shape()), VARIATION);
		}
		loss += mask(tape, engine, scene.painted.alpha(), stage.hinge);
		// Without an end there is no share to wait for.
		if (perceptual != null && (stage.perceptual || share == 0)) loss +=
			perceptual.add(tape, engine, scene.masked, scene.target);
		return loss;
	}

	private static double reconstruction(final Tape tape,
		final Engine engine, final Scene scene)
	{
		double loss = 0;
		final Node face = scene.painted.face();
		if (scene.weights == null) loss += tape.losses().meanAbsoluteError(face,
			scene.target);
		else loss += tape.losses().meanAbsoluteError(tape.multiply(face,
			tape.constant(
			scene.weights)), engine.algebra().multiply(scene.target, scene.weights));
		Tensor target = scene.target;
		for (int i = scene.painted.sides().size() - 1; i >= 0; i--) {
			target = halved(engine, target);
			loss += tape.losses().meanAbsoluteError(scene.painted.sides().get(i),
				target);
		}
		return loss;
	}

	/** Mean of each 2×2 px. */
	private static Tensor halved(final Engine engine,
		final Tensor pictures)
	{
		final long channels = pictures.size(1);
		final Tensor deep = engine.layers().spaceToDepth(pictures, 2);
		Tensor sum = engine.algebra().channels(deep, 0, channels);
		for (int i = 1; i < 4; i++)
			sum = engine.algebra().sum(sum, engine.algebra().channels(deep, i *
				channels, (i +
				1) * channels));
		return engine.algebra().scale(sum, 0.25);
	}

	private static double mask(final Tape tape, final Engine engine,
		final Node alpha, final double hinge)
	{
		if (hinge == 0) return tape.losses().mean(alpha, MASK);
		final Node lack = tape.sum(tape.scale(alpha, -1), tape.constant(
			engine.algebra().filled(hinge, alpha.value().shape())));
		return tape.losses().mean(tape.leakyRelu(lack, 0), HINGE);
	}
}
