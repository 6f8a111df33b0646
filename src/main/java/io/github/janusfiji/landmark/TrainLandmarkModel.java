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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains the 68-landmark model:
 * {@code TrainLandmarkModel <udacity_ytf68.zip> <output> [copies] [epochs]}.
 */
public final class TrainLandmarkModel {

	private static final long SEED = 68;
	/** Beyond this error the marks are wrong, or the face is lost. */
	private static final double LOST = 0.15;
	/** How much worse people are fitted that were not trained on. */
	private static final double WORSE = 1.3;

	private final List<MarkedFace> faces;
	private final float[] mean;
	private final int copies, epochs;
	private final List<Stage> stages = new ArrayList<>();
	private List<TrainingSample> samples;

	private TrainLandmarkModel(final List<MarkedFace> faces, final int copies,
		final int epochs) throws IOException
	{
		this.faces = faces;
		this.copies = copies;
		this.epochs = epochs;
		mean = BoxFraming.mean(faces);
	}

	/**
	 * @param args zip of marked faces, file to write, copies of each picture,
	 *          passes over all of them
	 * @throws IOException if the faces cannot be read or the model not be written
	 */
	public static void main(final String... args) throws IOException {
		final Path out = Path.of(args[1]);
		final int copies = args.length > 2 ? Integer.parseInt(args[2]) : 4;
		final int epochs = args.length > 3 ? Integer.parseInt(args[3]) : 16;
		final List<MarkedFace> faces = MarkedFace.read(Path.of(args[0]),
			"keypoints68.csv", 2).stream().filter(f -> !f.heldOut()).toList();
		final byte[] model = new TrainLandmarkModel(faces, copies, epochs).train()
			.toBytes();
		final Path part = out.resolveSibling(out.getFileName() + ".part");
		try {
			Files.write(part, model);
			Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(part);
		}
		System.out.printf("%s: %d bytes%n", out, model.length);
	}

	private LandmarkCascade train() {
		begin();
		addStage(Layouts.grid(mean), 256, WORSE);
		addStage(Layouts.face(mean, 9), 192, WORSE);
		addStage(Layouts.face(mean, 5.5f), 192, 1.1);
		final int scored = stages.size() - 1;
		final Net score = new ScoreTrainer(faces, mean, stages, SEED).train();
		samples.removeIf(s -> Shapes.error(s.shape, s.truth, 0,
			Shapes.COUNT) > LOST);
		addStage(Layouts.mouth(mean), 96, 1);
		addStage(Layouts.eye(mean), 128, 1);
		return new LandmarkCascade(mean, stages, scored, score);
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
			new NetTrainer.Plan(hidden, epochs, 1e-3, 0.1, 0.3, SEED + stages
				.size()));
		final Stage stage = new Stage(layout, net);
		stages.add(stage);
		double error = 0;
		for (int i = 0; i < n; i++) {
			final TrainingSample s = samples.get(i);
			final float[] fitted = s.shape.clone();
			stage.move(views[i], fitted, s.mirrored);
			error += Shapes.error(fitted, s.truth, 0, Shapes.COUNT) / n;
			s.advance(fitted, worse, new Random(SEED + i));
		}
		System.out.printf("Stage %d: %d features, error %.2f %% in training, %.0f s%n",
			stages.size(), layout.features(), 100 * error, (System.nanoTime() -
				start) / 1e9);
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
