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
import io.github.janusfiji.task.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trains the 68-landmark model:
 * {@code TrainLandmarkModel <udacity_ytf68.zip> <lfw5590_5pt.zip> <output>
 * <copies> <epochs> [validate]}.
 */
public final class TrainLandmarkModel {

	private static final long SEED = 68;
	/** Beyond this error the marks are wrong, or the face is lost. */
	private static final double LOST = 0.15;
	/** How much worse people are fitted that were not trained on. */
	private static final double WORSE = 1.3;
	/** People from this fold on are trained on even where others validate. */
	private static final int VALIDATED = 45;

	private final List<MarkedFace> faces, sparse;
	private final Validation validation;
	private final float[] mean;
	private final int copies, epochs;
	private final List<Stage> stages = new ArrayList<>();
	private List<TrainingSample> samples;

	private TrainLandmarkModel(final List<MarkedFace> faces,
		final List<MarkedFace> sparse, final Validation validation,
		final int copies, final int epochs) throws IOException
	{
		this.faces = faces;
		this.sparse = sparse;
		this.validation = validation;
		this.copies = copies;
		this.epochs = epochs;
		mean = BoxFraming.mean(faces);
	}

	/**
	 * @param args zip of pictures with 68 marks, zip of pictures with 5, file to
	 *          write, copies of each picture, passes over all of them;
	 *          {@code validate} keeps some more people out of training and prints
	 *          how they are fitted after each stage
	 * @throws IOException if the faces cannot be read or the model not be written
	 */
	public static void main(final String... args) throws IOException {
		final Path out = Path.of(args[2]);
		final int validated = args.length > 5 ? VALIDATED : 0;
		final var faces = MarkedFace.readDense(Path.of(args[0])).stream().filter(
			f -> !f.heldOut()).collect(Collectors.partitioningBy(f -> f
				.fold() < validated));
		final var sparse = MarkedFace.read(Path.of(args[1]), "points5.csv", 1)
			.stream().filter(f -> !f.heldOut() && f.fold() >= validated).toList();
		final byte[] model = new TrainLandmarkModel(faces.get(false), sparse,
			new Validation(faces.get(true)), Integer.parseInt(args[3]), Integer
				.parseInt(args[4])).train().toBytes();
		try (var output = Output.file(out, List.of(Path.of(args[0]), Path.of(
			args[1]))))
		{
			output.write(model);
			output.commit();
		}
		System.out.printf("%s: %d bytes%n", out, model.length);
	}

	private LandmarkCascade train() {
		begin();
		addStage(Layouts.grid(mean), 512, WORSE);
		addStage(Layouts.face(mean, 9), 512, WORSE);
		addStage(Layouts.face(mean, 5.5f), 512, 1.1);
		final int scored = stages.size() - 1;
		final Net score = new ScoreTrainer(Stream.concat(faces.stream(),
			sparse.stream()).toList(), mean, stages, SEED).train();
		samples.removeIf(s -> Shapes.error(s.shape, s.truth, 0,
			Shapes.COUNT) > LOST);
		addStage(Layouts.jaw(mean), 256, 1);
		addStage(Layouts.mouth(mean), 160, 1);
		addStage(Layouts.eye(mean), 192, 1);
		return new LandmarkCascade(mean, stages, scored, score);
	}

	/** Prints how well the samples are fitted, and the people kept out. */
	private void report(final String what) {
		final double error = samples.stream().mapToDouble(s -> Shapes.error(s.shape,
			s.truth, 0, Shapes.COUNT)).average().orElseThrow();
		System.out.printf("%s: error %.2f %% in training%s%n", what, 100 * error,
			validation.report(new LandmarkCascade(mean, stages, 0, null)));
	}

	private void begin() {
		final Random random = new Random(SEED);
		samples = new ArrayList<>();
		for (int c = 0; c < copies; c++)
			for (final MarkedFace face : faces)
				samples.add(new TrainingSample(face, mean, c % 2 == 1, random));
		System.out.printf("%d samples of %d pictures%n", samples.size(), faces
			.size());
	}

	/** Trains a stage on what the stages so far left, and applies it. */
	private void addStage(final Stage.Layout layout, final int hidden,
		final double worse)
	{
		final long start = System.nanoTime();
		final int n = samples.size();
		final float[][] x = new float[n][], y = new float[n][];
		final Stage.View[] views = new Stage.View[n];
		IntStream.range(0, n).parallel().forEach(i -> {
			final TrainingSample s = samples.get(i);
			final Stage.View view = Stage.look(layout, s.picture(), s.shape,
				s.mirrored);
			views[i] = view;
			x[i] = view.features();
			y[i] = shift(layout, view, s);
		});
		final Net net = NetTrainer.train(x, y, NetTrainer.Loss.DISTANCE,
			new NetTrainer.Plan(hidden, epochs, 1e-3, 0.1, 0.4, SEED + stages
				.size()));
		final Stage stage = new Stage(layout, net);
		stages.add(stage);
		for (int i = 0; i < n; i++) {
			final TrainingSample s = samples.get(i);
			final float[] fitted = s.shape.clone();
			stage.move(views[i], fitted, s.mirrored);
			s.advance(fitted, worse, new Random(SEED + i));
		}
		report(String.format("Stage %d, %d features, %.0f s", stages.size(), layout
			.features(), (System.nanoTime() - start) / 1e9));
	}

	private static float[] shift(final Stage.Layout layout,
		final Stage.View view, final TrainingSample s)
	{
		final Affinity toPatch = view.toPicture().inverse();
		final float[] truth = toPatch.apply(s.truth);
		final float[] y = new float[2 * layout.targets().length];
		for (int k = 0; k < layout.targets().length; k++) {
			final int t = layout.targets()[k];
			final int from = s.mirrored ? Shapes.mirrorOf(t) : t;
			y[2 * k] = truth[2 * from] - view.shape()[2 * t];
			y[2 * k + 1] = truth[2 * from + 1] - view.shape()[2 * t + 1];
		}
		return y;
	}
}
