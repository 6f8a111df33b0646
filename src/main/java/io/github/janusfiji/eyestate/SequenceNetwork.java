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

	/** Frames read at once, and those of them at either end that only lead in. */
	private static final int WINDOW = 256, LEAD = 32;

	/** Beyond it a float cannot tell the probability from 0 or 1. */
	private static final double MAX_LOGIT = 12;

	private final MultiLayerNetwork network;
	private final INDArray input = Nd4j.create(new int[] { 1, EyeNetwork.SIGNS,
		WINDOW }, 'c');

	/** @param network made by {@link Architecture#sequences}; kept */
	SequenceNetwork(final MultiLayerNetwork network) {
		this.network = network;
	}

	/**
	 * @param signs of one eye in frames that follow each other, from
	 *          {@link EyeNetwork#read}
	 * @return log-odds of the eye being open in each frame
	 */
	double[] read(final float[][] signs) {
		final double[] logits = new double[signs.length];
		for (int from = 0; from < signs.length; from += WINDOW - 2 * LEAD) {
			final double[] window = forward(signs, from - LEAD);
			final int n = Math.min(WINDOW - 2 * LEAD, signs.length - from);
			System.arraycopy(window, LEAD, logits, from, n);
		}
		return logits;
	}

	/** Before the first and after the last frame stand copies of them. */
	private double[] forward(final float[][] signs, final int start) {
		final float[] data = new float[EyeNetwork.SIGNS * WINDOW];
		for (int t = 0; t < WINDOW; t++) {
			final float[] frame = signs[Math.max(0, Math.min(signs.length - 1, start +
				t))];
			for (int s = 0; s < frame.length; s++) data[s * WINDOW + t] = frame[s];
		}
		final double[] logits = new double[WINDOW];
		try (MemoryWorkspace scope = Memory.scope("sequences")) {
			input.data().setData(data);
			final INDArray open = network.output(input, false, scope);
			for (int t = 0; t < WINDOW; t++) logits[t] = logit(open.getDouble(0, 0,
				t));
		}
		return logits;
	}

	private static double logit(final double p) {
		return Math.max(-MAX_LOGIT, Math.min(MAX_LOGIT, Math.log(p / (1 - p))));
	}
}
