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
package io.github.janusfiji.eyestate;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The convolutional network: what a single picture of an eye says. */
final class EyeNetwork {

	/** Numbers per picture: the features, then the log-odds of "open". */
	static final int VALUES = Architecture.FEATURES + 1;

	/** Pictures at once. */
	private static final int BATCH = 64;

	private final MultiLayerNetwork features;
	private final float[] output;
	private final float bias;
	private final INDArray input = Nd4j.create(BATCH, 1, EyePicture.SIZE,
		EyePicture.SIZE);

	/** @param whole the network with its last unit; its weights are copied */
	EyeNetwork(final MultiLayerNetwork whole) {
		features = Architecture.build(Architecture.features());
		features.setParams(whole.params().reshape(-1).get(NDArrayIndex.interval(0,
			features.numParams())).dup());
		final int last = Architecture.FEATURE_LAYER + 1;
		output = whole.getParam(last + "_W").dup('c').data().asFloat();
		bias = whole.getParam(last + "_b").getFloat(0);
	}

	/**
	 * Shows the network each picture and its mirror image: the mean of both answers
	 * is surer than either.
	 *
	 * @param pictures {@link EyePicture#SIZE}² grey values each, row by row, the
	 *          outer corner of the eye on the left, without margin
	 * @return {@link #VALUES} numbers for each
	 */
	float[][] read(final List<float[]> pictures) {
		final float[][] values = readOnce(pictures);
		final float[][] mirrored = readOnce(pictures.stream().map(
			EyePicture::mirrored).toList());
		for (int i = 0; i < values.length; i++)
			for (int k = 0; k < VALUES; k++)
				values[i][k] = (values[i][k] + mirrored[i][k]) / 2;
		return values;
	}

	/**
	 * Shows the network each picture once. Training does so: it mirrors by chance.
	 *
	 * @param pictures as for {@link #read}
	 * @return {@link #VALUES} numbers for each
	 */
	float[][] readOnce(final List<float[]> pictures) {
		final float[][] values = new float[pictures.size()][];
		for (int from = 0; from < values.length; from += BATCH) {
			final var batch = pictures.subList(from, Math.min(from + BATCH,
				values.length));
			final float[][] features = forward(batch);
			for (int i = 0; i < batch.size(); i++) values[from + i] = withLogit(
				features[i]);
		}
		return values;
	}

	/** Always a whole batch, so that every pass uses the same memory. */
	private float[][] forward(final List<float[]> batch) {
		final int pixels = EyePicture.SIZE * EyePicture.SIZE;
		final float[] data = new float[BATCH * pixels];
		for (int i = 0; i < batch.size(); i++) EyePicture.normalise(batch.get(i),
			data, i * pixels);
		try (MemoryWorkspace scope = Memory.scope("pictures")) {
			input.data().setData(data);
			return features.output(input, false, scope).toFloatMatrix();
		}
	}

	private float[] withLogit(final float[] feature) {
		final float[] values = Arrays.copyOf(feature, VALUES);
		double logit = bias;
		for (int i = 0; i < feature.length; i++) logit += output[i] * feature[i];
		values[VALUES - 1] = (float) logit;
		return values;
	}
}
