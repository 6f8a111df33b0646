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
package io.github.janusfiji.landmark;

import io.github.janusfiji.geometry.Affinity;
import io.github.janusfiji.geometry.Shapes;
import java.util.Random;

/** A marked face as the cascade meets it in training, with its present guess. */
final class TrainingSample {

	private final MarkedFace face;
	private final double shut;
	private final Deformation deformation;
	private final double blur;
	/** Whether the cascade sees it mirrored. */
	final boolean mirrored;
	/** Where the landmarks are, px. */
	final float[] truth;
	/** Where the cascade has them, px. */
	float[] shape;

	/**
	 * @param face picture and marks
	 * @param mean the mean face in the unit box
	 * @param mirrored whether to show it mirrored
	 * @param random how far the box is off, and the lids fallen
	 */
	TrainingSample(final MarkedFace face, final float[] mean,
		final boolean mirrored, final Random random)
	{
		this.face = face;
		this.mirrored = mirrored;
		shut = random.nextDouble() < 0.4 ? Math.min(1, 1.25 * random.nextDouble())
			: 0;
		blur = random.nextDouble();
		deformation = new Deformation(face.marks(), 1.2 * random
			.nextDouble(), random);
		truth = deformation.move(shut == 0 ? face.marks() : LidWarp.shut(face, shut)
			.marks());
		shape = start(mean, random);
	}

	private float[] start(final float[] mean, final Random random) {
		final float[] marks = deformation.move(face.marks());
		final Affinity map = Affinity.between(mean, marks, Shapes.ALL);
		final double roll = Math.atan2(map.yx(), map.xx());
		// Boxes are upright; what is added stands for heads that lean further.
		final double lean = Math.toRadians(13) * random.nextGaussian();
		final double angle = random.nextBoolean() ? 0.3 * lean : roll + lean;
		final double size = map.scale() * Math.exp(0.1 * clip(random));
		final double dx = 0.05 * clip(random) * size, dy = 0.05 * clip(random) *
			size;
		final float[] middle = map.apply(new float[] { 0.5f, 0.5f });
		final double a = size * Math.cos(angle), b = size * Math.sin(angle);
		return new Affinity(a, -b, middle[0] + dx - 0.5 * (a - b), b, a, middle[1] +
			dy - 0.5 * (a + b)).apply(mean);
	}

	private static double clip(final Random random) {
		return Math.max(-2.5, Math.min(2.5, random.nextGaussian()));
	}

	/** @return the picture, with lids fallen */
	Pyramid picture() {
		final GreyImage image = deformation.bend(shut == 0 ? face.image() : LidWarp
			.shut(face, shut).image());
		final double eyes = Shapes.interOcular(face.marks());
		final Pyramid levels = Pyramid.of(image, eyes / 15);
		// Some faces in videos are smaller or less sharp than those marked.
		return blur < 0.15 && levels.levels().size() > 1 && eyes > 36 ? new Pyramid(
			levels.levels().subList(1, levels.levels().size())) : levels;
	}

	/**
	 * Takes a stage's result as the next stage's start, somewhat worse than it is,
	 * since pictures that were trained on are fitted better than others.
	 *
	 * @param fitted what the stages so far made of it
	 * @param worse factor on the error, and on the noise that is added
	 * @param random source of the noise
	 */
	void advance(final float[] fitted, final double worse, final Random random) {
		final double eyes = Shapes.interOcular(truth) * (worse - 1);
		final double dx = 0.05 * eyes * random.nextGaussian();
		final double dy = 0.05 * eyes * random.nextGaussian();
		shape = new float[fitted.length];
		for (int i = 0; i < shape.length; i++)
			shape[i] = (float) (truth[i] + worse * (fitted[i] - truth[i]) + (i % 2 == 0
				? dx : dy));
	}
}
