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
import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.InputException;
import java.util.SplittableRandom;

/** Adversarial objective of generator and discriminator. */
enum Adversarial {

	/**
	 * The discriminator tells how much of a mixed picture is real, by least
	 * squares: mixup (Zhang et al. 2018) with LSGAN (Mao et al. 2017), the default
	 * of shaoanlu/faceswap-GAN v2.2. The share is drawn from Beta(0.2, 0.2).
	 */
	MIXUP {

		@Override
		double discriminator(final Judge judge, final Pictures pictures,
			final double share)
		{
			return judge.of(mix(judge.tape(), pictures, share)).squaredError(share,
				1);
		}

		@Override
		double generator(final Judged fake, final double weight) {
			return fake.squaredError(1, weight);
		}
	},

	/**
	 * Goodfellow et al. 2014, equation 1: the generator makes small what the
	 * discriminator makes large.
	 */
	MINIMAX {

		@Override
		double discriminator(final Judge judge, final Pictures pictures,
			final double share)
		{
			return logistic(judge, pictures);
		}

		@Override
		double generator(final Judged fake, final double weight) {
			return fake.tape().losses().meanSoftplus(fake.node(), 1, -weight);
		}
	},

	/**
	 * The same game, but the generator maximises log D instead, because the
	 * gradient of the minimax form vanishes when it loses (Goodfellow et al. 2014,
	 * end of section 3).
	 */
	NONSATURATING {

		@Override
		double discriminator(final Judge judge, final Pictures pictures,
			final double share)
		{
			return logistic(judge, pictures);
		}

		@Override
		double generator(final Judged fake, final double weight) {
			return fake.tape().losses().meanSoftplus(fake.node(), -1, weight);
		}
	};

	private static final double BETA = 0.2;

	/** Real and painted pictures, both N×3×H×W. */
	record Pictures(Tensor real, Tensor fake) {}

	/** A discriminator with the tape it is asked on. */
	interface Judge {

		Tape tape();

		/** @return its patches' verdicts on N×3×H×W pictures */
		Judged of(Node pictures);
	}

	/**
	 * A discriminator's verdicts, the higher the more real.
	 *
	 * @param tape they were given on
	 * @param engine computes
	 * @param node N×1×h×w, one for each patch
	 */
	record Judged(Tape tape, Engine engine, Node node) {

		/** Adds weight · mean of (verdict − value)². */
		double squaredError(final double value, final double weight) {
			return tape.losses().meanSquaredError(node, engine.algebra().filled(
				value, node.value()
				.shape()), weight);
		}
	}

	/**
	 * Adds the discriminator's loss on real pictures against painted ones.
	 *
	 * @param judge the discriminator
	 * @param pictures what it sees
	 * @param share of the real in mixed pictures, 0 to 1
	 * @return the loss
	 */
	abstract double discriminator(Judge judge, Pictures pictures, double share);

	/**
	 * Adds the generator's loss.
	 *
	 * @param fake what the discriminator says of painted pictures
	 * @param weight factor
	 * @return weight · loss
	 */
	abstract double generator(Judged fake, double weight);

	private static Node mix(final Tape tape, final Pictures pictures,
		final double share)
	{
		return tape.sum(tape.scale(tape.constant(pictures.real), share), tape.scale(
			tape.constant(pictures.fake), 1 - share));
	}

	private static double logistic(final Judge judge, final Pictures pictures) {
		final Tape tape = judge.tape();
		return tape.losses().meanSoftplus(judge.of(tape.constant(
			pictures.real)).node(), -1,
			1) + tape.losses().meanSoftplus(judge.of(tape.constant(
				pictures.fake)).node(), 1,
				1);
	}

	/**
	 * @param step number of steps done before
	 * @return a number from Beta(0.2, 0.2), by Jöhnk's method; the same for the
	 *         same step
	 */
	static double share(final int step) {
		final var random = new SplittableRandom(new SplittableRandom(step *
			0x9E3779B97F4A7C15L).nextLong());
		while (true) {
			final double x = Math.pow(random.nextDouble(), 1 / BETA);
			final double y = Math.pow(random.nextDouble(), 1 / BETA);
			if (x + y > 0 && x + y <= 1) return x / (x + y);
		}
	}

	/**
	 * @param name in any case
	 * @return the objective
	 * @throws InputException if there is none of this name
	 */
	static Adversarial named(final String name) throws InputException {
		return Choice.of(Adversarial.class, "adversarial objective", name);
	}

	/** @return its name in lower case */
	String title() {
		return Choice.label(this);
	}
}
