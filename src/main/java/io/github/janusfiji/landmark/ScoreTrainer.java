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

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Trains what tells fitted faces from misfits: boxes all over the pictures are
 * fitted, and what ends on the face is told from what does not.
 */
final class ScoreTrainer {

	/** Fits with less error are right, as a share of the inter-ocular distance. */
	private static final double RIGHT = 0.12;
	/** Fits with more error are wrong. */
	private static final double WRONG = 0.35;
	private static final int BOXES = 8;

	private final List<MarkedFace> faces;
	private final float[] mean;
	private final List<Stage> stages;
	private final Random random;
	private final long seed;

	/**
	 * @param faces marked faces
	 * @param mean the mean face in the unit box
	 * @param stages the cascade up to the stage whose view is scored
	 * @param seed of the boxes and the net
	 */
	ScoreTrainer(final List<MarkedFace> faces, final float[] mean,
		final List<Stage> stages, final long seed)
	{
		this.faces = faces;
		this.mean = mean;
		this.stages = stages;
		this.seed = seed;
		random = new Random(seed);
	}

	/** @return features of the last stage to a logistic score */
	Net train() {
		final List<float[]> x = new ArrayList<>(), y = new ArrayList<>();
		for (final MarkedFace face : faces) {
			x.add(view(face, new TrainingSample(face, mean, false, random).shape)
				.features());
			y.add(new float[] { 1 });
			for (int k = 0; k < BOXES; k++)
				addAnywhere(face, x, y);
		}
		final long right = y.stream().filter(v -> v[0] > 0.5).count();
		System.out.printf("Score: %d right, %d wrong%n", right, y.size() - right);
		return NetTrainer.train(x.toArray(float[][]::new), y.toArray(
			float[][]::new), NetTrainer.Loss.LOGISTIC, new NetTrainer.Plan(24, 12,
				1e-3, 0.05, 0.2, seed));
	}

	private void addAnywhere(final MarkedFace face, final List<float[]> x,
		final List<float[]> y)
	{
		final int w = face.image().width(), h = face.image().height();
		final double size = Math.exp(Math.log(20) + random.nextDouble() * Math.log(
			Math.min(w, h) / 20.0));
		final float[] start = new Affinity(size, 0, random.nextDouble() * w - size /
			2, 0, size, random.nextDouble() * h - size / 2).apply(mean);
		final Stage.View view = view(face, start);
		final double error = Shapes.error(view.toPicture().apply(view.shape()), face
			.marks(), 0, Shapes.COUNT);
		if (error > RIGHT && error < WRONG) return;
		x.add(view.features());
		y.add(new float[] { error <= RIGHT ? 1 : 0 });
	}

	private Stage.View view(final MarkedFace face, final float[] start) {
		final float[] shape = start.clone();
		final double eyes = Shapes.interOcular(start);
		final Pyramid picture = Pyramid.of(face.image(), eyes / 15);
		for (final Stage stage : stages.subList(0, stages.size() - 1))
			stage.move(Stage.look(stage.layout(), picture, shape, false), shape,
				false);
		return Stage.look(stages.get(stages.size() - 1).layout(), picture, shape,
			false);
	}
}
