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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trains what tells fitted faces from misfits: boxes all over the pictures are
 * fitted, and what ends on the face is told from what does not. A first net then
 * looks for more places that it takes for faces, and a second one learns from
 * its mistakes, too (Sung and Poggio, PAMI 1998).
 */
final class ScoreTrainer {

	/** Fits with less error are right, as a share of the inter-ocular distance. */
	private static final double RIGHT = 0.12;
	/** Fits with more error are wrong. */
	private static final double WRONG = 0.35;
	private static final int BOXES = 8, MORE_BOXES = 20;
	/** Score from which a wrong place is a mistake to learn from. */
	private static final double MISTAKE = 0.05;
	/** Smallest box, px. */
	private static final double SMALLEST = 16;
	private static final LfwPoints FIVE = new LfwPoints(List.of());

	private final List<MarkedFace> faces;
	private final float[] mean;
	private final List<Stage> stages;
	private final long seed;

	/** What is seen at the end of a fit, and whether it is a face. */
	private record Example(float[] features, boolean face) {}

	/**
	 * @param faces marked faces, with 68 or 5 marks each
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
	}

	/** @return features of the last stage to a logistic score */
	Net train() {
		final List<Example> examples = new ArrayList<>(collect((face,
			random) -> Stream.concat(Stream.of(onFace(face, random)), anywhere(face,
				BOXES, random))));
		final Net first = train(examples);
		examples.addAll(collect((face, random) -> anywhere(face, MORE_BOXES, random)
			.filter(e -> !e.face && LandmarkCascade.logistic(first.apply(
				e.features)[0]) > MISTAKE)));
		return train(examples);
	}

	private interface Source {

		Stream<Example> of(MarkedFace face, Random random);
	}

	private List<Example> collect(final Source source) {
		return IntStream.range(0, faces.size()).parallel().mapToObj(i -> source.of(
			faces.get(i), new Random(seed + i)).toList()).flatMap(List::stream)
			.toList();
	}

	private Net train(final List<Example> examples) {
		final long right = examples.stream().filter(Example::face).count();
		System.out.printf("Score: %d right, %d wrong%n", right, examples.size() -
			right);
		return NetTrainer.train(examples.stream().map(Example::features).toArray(
			float[][]::new), examples.stream().map(e -> new float[] { e.face ? 1
				: 0 }).toArray(float[][]::new), NetTrainer.Loss.LOGISTIC,
			new NetTrainer.Plan(32, 12, 1e-3, 0.05, 0.2, seed));
	}

	private static boolean isDense(final MarkedFace face) {
		return face.marks().length == 2 * Shapes.COUNT;
	}

	private Example onFace(final MarkedFace face, final Random random) {
		return new Example(view(face, isDense(face) ? new TrainingSample(face, mean,
			false, random).shape : FIVE.face(mean, face.marks())).features(), true);
	}

	private Stream<Example> anywhere(final MarkedFace face, final int boxes,
		final Random random)
	{
		final int w = face.image().width(), h = face.image().height();
		return IntStream.range(0, boxes).boxed().flatMap(k -> {
			final double size = SMALLEST * Math.pow(Math.min(w, h) / SMALLEST, random
				.nextDouble());
			final float[] start = new Affinity(size, 0, random.nextDouble() * w -
				size / 2, 0, size, random.nextDouble() * h - size / 2).apply(mean);
			final Stage.View view = view(face, start);
			final double error = error(face, view.toPicture().apply(view.shape()));
			return error > RIGHT && error < WRONG ? Stream.empty() : Stream.of(
				new Example(view.features(), error <= RIGHT));
		});
	}

	private static double error(final MarkedFace face, final float[] shape) {
		return isDense(face) ? Shapes.error(shape, face.marks(), 0, Shapes.COUNT)
			: FIVE.error(new LfwPoints.Pair(shape, face.marks()));
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
