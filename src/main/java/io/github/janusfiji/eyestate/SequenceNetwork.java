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

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The recurrent network: what a picture says, seen among its neighbours. */
final class SequenceNetwork {

	/** Frames of a window, and those of them at either end that only lead in. */
	private static final int WINDOW = 256, LEAD = 32;

	/** Frames of a window that count. */
	private static final int STEP = WINDOW - 2 * LEAD;

	/** Windows read at once: DL4J takes as long for one as for some. */
	private static final int BATCH = 8;

	/** Beyond it a float cannot tell the probability from 0 or 1. */
	private static final double MAX_LOGIT = 12;

	private final MultiLayerNetwork network;
	private final INDArray input = Nd4j.create(new int[] { BATCH, EyeNetwork.VALUES,
		WINDOW }, 'c');

	/** @param network made by {@link Architecture#sequences}; kept */
	SequenceNetwork(final MultiLayerNetwork network) {
		this.network = network;
	}

	/**
	 * @param features of one eye in frames that follow each other, from
	 *          {@link EyeNetwork#read}
	 * @return log-odds of the eye being open in each frame
	 */
	double[] read(final float[][] features) {
		final double[] logits = new double[features.length];
		for (int first = 0; first < features.length; first += BATCH * STEP) {
			final double[][] windows = forward(features, first);
			for (int b = 0; b < BATCH && first + b * STEP < features.length; b++) {
				final int from = first + b * STEP;
				System.arraycopy(windows[b], LEAD, logits, from, Math.min(STEP,
					features.length - from));
			}
		}
		return logits;
	}

	/** Before the first and after the last frame stand copies of them. */
	private double[][] forward(final float[][] features, final int first) {
		final float[] data = new float[BATCH * EyeNetwork.VALUES * WINDOW];
		for (int b = 0; b < BATCH; b++) {
			for (int t = 0; t < WINDOW; t++) {
				final int at = first + b * STEP - LEAD + t;
				final float[] frame = features[Math.max(0, Math.min(features.length - 1, at))];
				for (int s = 0; s < frame.length; s++)
					data[(b * EyeNetwork.VALUES + s) * WINDOW + t] = frame[s];
			}
		}
		final double[][] logits = new double[BATCH][WINDOW];
		try (MemoryWorkspace scope = Memory.scope("sequences")) {
			input.data().setData(data);
			final INDArray open = network.output(input, false, scope);
			for (int b = 0; b < BATCH; b++) for (int t = 0; t < WINDOW; t++)
				logits[b][t] = logit(open.getDouble(b, 0, t));
		}
		return logits;
	}

	private static double logit(final double p) {
		return Math.max(-MAX_LOGIT, Math.min(MAX_LOGIT, Math.log(p / (1 - p))));
	}
}
