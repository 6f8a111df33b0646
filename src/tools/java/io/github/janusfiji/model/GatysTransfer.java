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

import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Style transfer of Gatys et al., "Image Style Transfer Using Convolutional Neural
 * Networks" (2016): a picture is changed until a network's features are those of
 * one picture and their Gram matrices those of another. A check of the features
 * and losses of the preset {@code fast}, and nothing that Janus offers.
 */
final class GatysTransfer {

	private static final int SIZE = 64;
	private static final int STEPS = 250;

	/** Weights of content, style and total variation. */
	private static final double CONTENT = 3e-4, STYLE = 10, VARIATION = 2;

	/** Adam's rate and decays. */
	private static final double RATE = 0.005, BETA1 = 0.9, BETA2 = 0.999;

	private GatysTransfer() {}

	/**
	 * Equation 1: half the sum of squared differences of the features.
	 *
	 * @param tape records it
	 * @param is features, N×C×H×W
	 * @param goal what they should be
	 * @param weight factor of the loss
	 * @return the weighted loss
	 */
	static double content(final Tape tape, final Node is, final Tensor goal,
		final double weight)
	{
		return tape.losses().meanSquaredError(is, goal, weight * goal.length() / 2);
	}

	/**
	 * Equation 3.
	 *
	 * @param tape records it
	 * @param features N×C×H×W
	 * @return products of all pairs of channels, summed over positions, N×C×C
	 */
	static Node gram(final Tape tape, final Node features) {
		final long[] shape = features.value().shape();
		final Node flat = tape.reshape(features, shape[0], shape[1], shape[2] *
			shape[3]);
		return tape.matmul(flat, flat, false, true);
	}

	/**
	 * Equation 4 of one layer: squared differences of the Gram matrices over
	 * 4 N² M², with N channels and M positions.
	 *
	 * @param tape records it
	 * @param is features, 1×N×H×W
	 * @param goal {@link #gram} of the style's
	 * @param weight factor of the loss
	 * @return the weighted loss
	 */
	static double style(final Tape tape, final Node is, final Tensor goal,
		final double weight)
	{
		final long[] shape = is.value().shape();
		final double positions = shape[2] * shape[3];
		return tape.losses().meanSquaredError(gram(tape, is), goal, weight / (4 *
			positions * positions));
	}

	/**
	 * Draws one face in the style of another with the features of the pretrained
	 * base, and lays content, style and result side by side.
	 *
	 * @param args face set of the content, face set of the style, a PNG file
	 * @throws IOException if they cannot be read or written
	 */
	public static void main(final String[] args) throws IOException {
		try (Engine engine = Engine.preferred()) {
			final ImageBatch content = face(Path.of(args[0]));
			final ImageBatch style = face(Path.of(args[1]));
			final ImageBatch result = ImageBatch.allocate(1, 3, SIZE, SIZE);
			result.slot(0).put(0, transfer(engine, new BaseFeatures(engine), content,
				style));
			final int[] argb = new int[3 * SIZE * SIZE];
			int column = 0;
			for (final var picture : List.of(content, style, result)) {
				for (int row = 0; row < SIZE; row++)
					System.arraycopy(picture.argb(0), row * SIZE, argb, row * 3 * SIZE +
						column * SIZE, SIZE);
				column++;
			}
			Frames.writePicture(Path.of(args[2]), new Frame(0, 0, 3 * SIZE, SIZE,
				argb), SyntheticMark.of(SyntheticMark.GENERATED,
					"A face drawn in the style of another, after Gatys et al. 2016."));
		}
	}

	private static ImageBatch face(final Path set) throws IOException {
		final ImageBatch picture = ImageBatch.allocate(1, 3, SIZE, SIZE);
		try (var faces = FaceSet.open(set)) {
			final var crops = TrainingFaces.read(new FaceSetSource(faces),
				FastArchitecture.FAST, false, Progress.NONE);
			final var input = NetworkInput.allocate(FastArchitecture.FAST, 1);
			FaceSamplers.of(FastArchitecture.FAST).plain(crops.trainedCrop(0),
				new FaceSampler.Places(input.pictures().slot(0), picture.slot(0), null,
					input.cues().slot(0), null));
		}
		return picture;
	}

	/** Begins with the content and descends with Adam. */
	private static float[] transfer(final Engine engine,
		final FaceFeatures features, final ImageBatch content,
		final ImageBatch style)
	{
		final float[] picture = new float[3 * SIZE * SIZE];
		content.slot(0).get(0, picture);
		final double[] mean = new double[picture.length], square = mean.clone();
		for (int step = 1; step <= STEPS; step++) {
			final float[] gradient = gradient(engine, features, content, style,
				picture);
			final double rate = RATE * Math.sqrt(1 - Math.pow(BETA2, step)) / (1 - Math
				.pow(BETA1, step));
			for (int i = 0; i < picture.length; i++) {
				mean[i] += (1 - BETA1) * (gradient[i] - mean[i]);
				square[i] += (1 - BETA2) * (gradient[i] * gradient[i] - square[i]);
				picture[i] -= (float) (rate * mean[i] / (Math.sqrt(square[i]) + 1e-8));
				picture[i] = Math.max(0, Math.min(1, picture[i]));
			}
		}
		return picture;
	}

	private static float[] gradient(final Engine engine,
		final FaceFeatures features, final ImageBatch content,
		final ImageBatch style, final float[] picture)
	{
		final float[] shares = new float[picture.length];
		Arrays.fill(shares, 1);
		try (var scope = engine.memory().scope("gatys")) {
			final Tape still = new Tape(engine, false);
			final var keep = features.of(still, engine, still.constant(engine.memory()
				.of(content)), shares).style();
			final var like = features.of(still, engine, still.constant(engine.memory()
				.of(style)), shares).style();
			final Tape tape = new Tape(engine, true);
			final Tensor now = engine.memory().temporaryLike(engine.memory().of(
				content));
			engine.memory().write(now, FloatBuffer.wrap(picture));
			final Node x = tape.variable(now);
			final var is = features.of(tape, engine, x, shares).style();
			content(tape, is.get(1), keep.get(1).value(), CONTENT);
			for (int l = 0; l < 2; l++)
				style(tape, is.get(l), gram(still, like.get(l)).value(), STYLE);
			FastObjective.variation(tape, engine, tape.scale(x, Math.sqrt(
				VARIATION)));
			tape.backward();
			final float[] gradient = new float[picture.length];
			engine.memory().read(x.gradient(), FloatBuffer.wrap(gradient));
			return gradient;
		}
	}
}
