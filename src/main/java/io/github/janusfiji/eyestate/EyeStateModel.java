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
package io.github.janusfiji.blink;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * Tells how likely an eye is open from its picture: {@link EyeFeatures}, one
 * hidden layer of rectified linear units, one logistic output. Immutable after
 * training and then thread-safe. How it was trained and how good it is:
 * {@code docs/eye-state-model.md}.
 */
final class EyeStateModel {

	/** Rectified linear units in the hidden layer. */
	static final int HIDDEN = 48;

	private static final String RESOURCE = "eye-state.bin";
	private static final int MAGIC = 0x4553544A; // "JTSE", little-endian
	private static final int VERSION = 1;

	/** HIDDEN × COUNT, row by row. */
	final float[] w1;
	final float[] b1;
	final float[] w2;
	final float[] b2;

	/** Log-odds typical of closed eyes, and low ones of open eyes. */
	private final float[] levels;

	private EyeStateModel(final float[] w1, final float[] b1, final float[] w2,
		final float[] b2, final float[] levels)
	{
		this.w1 = w1;
		this.b1 = b1;
		this.w2 = w2;
		this.b2 = b2;
		this.levels = levels;
	}

	/**
	 * @param random source of the starting weights (He et al., "Delving Deep into
	 *          Rectifiers", ICCV 2015)
	 * @return an untrained model
	 */
	static EyeStateModel initial(final Random random) {
		final EyeStateModel model = blank();
		fill(model.w1, random, Math.sqrt(2.0 / EyeFeatures.COUNT));
		fill(model.w2, random, Math.sqrt(2.0 / HIDDEN));
		return model;
	}

	private static EyeStateModel blank() {
		return new EyeStateModel(new float[HIDDEN * EyeFeatures.COUNT],
			new float[HIDDEN], new float[HIDDEN], new float[1], new float[2]);
	}

	private static void fill(final float[] weights, final Random random,
		final double deviation)
	{
		for (int i = 0; i < weights.length; i++) weights[i] = (float) (random
			.nextGaussian() * deviation);
	}

	/** @return the model that comes with Janus */
	static EyeStateModel embedded() {
		try (InputStream in = EyeStateModel.class.getResourceAsStream(RESOURCE)) {
			if (in == null) throw new IOException("the resource is missing");
			return read(in);
		}
		catch (final IOException e) {
			throw new UncheckedIOException("The eye-state model inside Janus's jar " +
				"cannot be read; install Janus again.", e);
		}
	}

	/**
	 * @param in what {@link #toBytes} gave
	 * @return the model
	 * @throws IOException if it is something else
	 */
	static EyeStateModel read(final InputStream in) throws IOException {
		final byte[] bytes = new DataInputStream(in).readAllBytes();
		final var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		if (bytes.length != sizeInBytes() || buffer.getInt() != MAGIC || buffer
			.getInt() != VERSION || buffer.getInt() != EyeFeatures.COUNT || buffer
				.getInt() != HIDDEN)
		{
			throw new IOException("This is not an eye-state model of version " +
				VERSION + ".");
		}
		final EyeStateModel model = blank();
		for (final float[] weights : model.parameters()) {
			for (int i = 0; i < weights.length; i++) weights[i] = buffer.getFloat();
		}
		model.levels[0] = buffer.getFloat();
		model.levels[1] = buffer.getFloat();
		return model;
	}

	/** @return magic, version, sizes, weights and levels, little-endian float32 */
	byte[] toBytes() {
		final var buffer = ByteBuffer.allocate(sizeInBytes()).order(
			ByteOrder.LITTLE_ENDIAN);
		buffer.putInt(MAGIC).putInt(VERSION).putInt(EyeFeatures.COUNT).putInt(
			HIDDEN);
		for (final float[] weights : parameters()) {
			for (final float w : weights) buffer.putFloat(w);
		}
		buffer.putFloat(levels[0]).putFloat(levels[1]);
		return buffer.array();
	}

	private static int sizeInBytes() {
		return 4 * (4 + HIDDEN * EyeFeatures.COUNT + 2 * HIDDEN + 1 + 2);
	}

	/** @return the live weights: w1, b1, w2, b2 */
	float[][] parameters() {
		return new float[][] { w1, b1, w2, b2 };
	}

	/** @return log-odds typical of closed eyes: their median in training */
	double closedLevel() {
		return levels[0];
	}

	/** @return log-odds below which only a tenth of the open eyes lie */
	double leastOpenLevel() {
		return levels[1];
	}

	/**
	 * @param closed see {@link #closedLevel}
	 * @param leastOpen see {@link #leastOpenLevel}
	 * @return the same network with these levels
	 */
	EyeStateModel withLevels(final double closed, final double leastOpen) {
		return new EyeStateModel(w1, b1, w2, b2, new float[] { (float) closed,
			(float) leastOpen });
	}

	/**
	 * @param patch {@link EyeFeatures#SIZE}² grey values from 0 to 255, row by
	 *          row, the outer corner of the eye on the left
	 * @return log-odds of the eye being open
	 */
	double logit(final float[] patch) {
		return logit(EyeFeatures.of(patch), new float[HIDDEN]);
	}

	/**
	 * @param features {@link EyeFeatures#COUNT} features
	 * @param hidden gets the hidden layer's {@link #HIDDEN} outputs
	 * @return log-odds of the eye being open
	 */
	double logit(final float[] features, final float[] hidden) {
		double sum = b2[0];
		for (int h = 0; h < HIDDEN; h++) {
			float a = b1[h];
			final int row = h * EyeFeatures.COUNT;
			for (int i = 0; i < EyeFeatures.COUNT; i++) a += w1[row + i] *
				features[i];
			hidden[h] = Math.max(0, a);
			sum += w2[h] * hidden[h];
		}
		return sum;
	}
}
