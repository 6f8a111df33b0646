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
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A cascade of regressors that moves the mean face onto the face in a picture.
 * Immutable and safe to use from several threads.
 */
public final class LandmarkCascade {

	private static final byte[] MAGIC = "JANUSL68".getBytes(
		StandardCharsets.US_ASCII);
	private static final int VERSION = 1;
	/** How far around the box the picture is kept, in boxes. */
	private static final double MARGIN = 0.7;
	/** The finest pixels that are kept, as a share of the box. */
	private static final double FINEST = 1.0 / 128;
	private static final double COARSEST = 1.0 / 30;

	/** The mean face in the unit box. */
	private final float[] mean;
	private final List<Stage> stages;
	/** The stage whose view the score is taken from. */
	private final int scoreStage;
	/** Null while the cascade is trained. */
	private final Net score;

	LandmarkCascade(final float[] mean, final List<Stage> stages,
		final int scoreStage, final Net score)
	{
		this.mean = mean;
		this.stages = List.copyOf(stages);
		this.scoreStage = scoreStage;
		this.score = score;
	}

	/**
	 * What {@link #fit} found.
	 *
	 * @param shape x0, y0, x1, y1, … of 68 landmarks, px in the picture
	 * @param score how sure it is that they lie on a face, from 0 to 1
	 */
	public record Fit(float[] shape, double score) {}

	/**
	 * Finds the landmarks of one face.
	 *
	 * @param argb {@code width × height} pixels, {@code 0xAARRGGBB}
	 * @param width px
	 * @param height px
	 * @param x left edge of the face's box, framed as OpenCV's frontal cascade
	 *          frames faces, px
	 * @param y top edge of the box, px
	 * @param size width and height of the box, px
	 * @return the landmarks
	 */
	public Fit fit(final int[] argb, final int width, final int height,
		final double x, final double y, final double size)
	{
		final int step = Math.max(1, (int) Math.floor(size * FINEST));
		final GreyImage image = GreyImage.cut(argb, width, height, x - MARGIN *
			size, y - MARGIN * size, size * (1 + 2 * MARGIN), step);
		return fit(Pyramid.of(image, size * COARSEST), start(new double[] { x, y,
			size }));
	}

	/**
	 * @param box x, y, size, px
	 * @return the mean face in it, px
	 */
	float[] start(final double[] box) {
		return new Affinity(box[2], 0, box[0], 0, box[2], box[1]).apply(mean);
	}

	/**
	 * @param picture the picture
	 * @param start the mean face where the face is thought to be, px
	 * @return the landmarks
	 */
	Fit fit(final Pyramid picture, final float[] start) {
		final float[] shape = start.clone();
		double sure = 0;
		for (int s = 0; s < stages.size(); s++) {
			final Stage stage = stages.get(s);
			final Stage.View view = Stage.look(stage.layout(), picture, shape, false);
			if (s == scoreStage && score != null) sure = logistic(score.apply(view
				.features())[0]);
			final float[] before = stage.layout().paired() ? shape.clone() : shape;
			stage.move(view, shape, false);
			if (stage.layout().paired()) stage.move(Stage.look(stage.layout(),
				picture, before, true), shape, true);
		}
		return new Fit(shape, sure);
	}

	/** @return 1 / (1 + exp(−x)) */
	static double logistic(final double x) {
		return 1 / (1 + Math.exp(-x));
	}

	/**
	 * The box that frames a face as the cascade was trained to expect it.
	 *
	 * @param shape 68 landmarks, px
	 * @return x, y, size of the box, px
	 */
	public double[] box(final float[] shape) {
		final Affinity map = Affinity.between(mean, shape, Shapes.ALL);
		final float[] centre = map.apply(new float[] { 0.5f, 0.5f });
		final double size = map.scale();
		return new double[] { centre[0] - size / 2, centre[1] - size / 2, size };
	}

	/** @return the cascade in Janus's binary format */
	byte[] toBytes() {
		final int size = MAGIC.length + 16 + 4 * mean.length + stages.stream()
			.mapToInt(Stage::bytes).sum() + score.bytes();
		final ByteBuffer to = ByteBuffer.allocate(size).order(
			ByteOrder.LITTLE_ENDIAN);
		to.put(MAGIC).putInt(VERSION);
		Binary.putFloats(to, mean);
		to.putInt(stages.size());
		for (final Stage stage : stages)
			stage.write(to);
		to.putInt(scoreStage);
		score.write(to);
		return to.array();
	}

	/**
	 * @param in a cascade in Janus's binary format
	 * @return the cascade
	 * @throws IOException if it cannot be read or is no such file
	 */
	public static LandmarkCascade read(final InputStream in) throws IOException {
		final ByteBuffer from = ByteBuffer.wrap(in.readAllBytes()).order(
			ByteOrder.LITTLE_ENDIAN);
		final byte[] magic = new byte[MAGIC.length];
		if (from.remaining() < MAGIC.length + 4) throw new IOException(
			"The landmark model is cut short.");
		from.get(magic);
		if (!java.util.Arrays.equals(magic, MAGIC) || from.getInt() != VERSION)
			throw new IOException(
				"The landmark model is not in a format that this version reads.");
		try {
			final float[] mean = Binary.getFloats(from);
			final Stage[] stages = new Stage[from.getInt()];
			for (int i = 0; i < stages.length; i++)
				stages[i] = Stage.read(from);
			return new LandmarkCascade(mean, List.of(stages), from.getInt(), Net.read(
				from));
		}
		catch (final java.nio.BufferUnderflowException e) {
			throw new IOException("The landmark model is cut short.", e);
		}
	}
}
