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

import java.util.ArrayList;
import java.util.List;
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

	/** Part of a sequence that one pass reads. */
	private record Window(int sequence, int first) {}

	/**
	 * @param sequences each of one eye in frames that follow each other, from
	 *          {@link EyeNetwork#read}; read together, since a pass takes as long
	 *          for one window as for {@value #BATCH}
	 * @return log-odds of the eye being open in each frame
	 */
	double[][] read(final List<float[][]> sequences) {
		final double[][] logits = new double[sequences.size()][];
		final var windows = new ArrayList<Window>();
		for (int i = 0; i < logits.length; i++) {
			logits[i] = new double[sequences.get(i).length];
			for (int first = 0; first < logits[i].length; first += STEP) windows.add(
				new Window(i, first));
		}
		for (int from = 0; from < windows.size(); from += BATCH) {
			final var some = windows.subList(from, Math.min(windows.size(), from +
				BATCH));
			final double[][] read = forward(sequences, some);
			for (int b = 0; b < some.size(); b++) {
				final double[] to = logits[some.get(b).sequence];
				final int first = some.get(b).first;
				System.arraycopy(read[b], LEAD, to, first, Math.min(STEP, to.length -
					first));
			}
		}
		return logits;
	}

	/** Before the first and after the last frame stand copies of them. */
	private double[][] forward(final List<float[][]> sequences,
		final List<Window> windows)
	{
		final float[] data = new float[BATCH * EyeNetwork.VALUES * WINDOW];
		for (int b = 0; b < windows.size(); b++) {
			final float[][] features = sequences.get(windows.get(b).sequence);
			for (int t = 0; t < WINDOW; t++) {
				final int at = windows.get(b).first - LEAD + t;
				final float[] frame = features[Math.max(0, Math.min(features.length - 1, at))];
				for (int s = 0; s < frame.length; s++)
					data[(b * EyeNetwork.VALUES + s) * WINDOW + t] = frame[s];
			}
		}
		final double[][] logits = new double[BATCH][WINDOW];
		try (MemoryWorkspace scope = Memory.scope("sequences")) {
			input.data().setData(data);
			final INDArray open = network.output(input, false, scope);
			for (int b = 0; b < windows.size(); b++) for (int t = 0; t < WINDOW; t++)
				logits[b][t] = logit(open.getDouble(b, 0, t));
		}
		return logits;
	}

	private static double logit(final double p) {
		return Math.max(-MAX_LOGIT, Math.min(MAX_LOGIT, Math.log(p / (1 - p))));
	}
}
