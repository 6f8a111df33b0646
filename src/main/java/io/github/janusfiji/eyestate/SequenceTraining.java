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

import io.github.janusfiji.task.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains the recurrent network on what the convolutional one says of sequences.
 * That one is finished and does not change any more.
 */
final class SequenceTraining {

	private static final int BATCH = 32, EPOCHS = 20;
	private static final double RATE = 5e-3;

	/** Targets this far from 0 and 1. */
	private static final double SMOOTHING = 0.02;

	private SequenceTraining() {}

	/** What the convolutional network says of a sequence, and the truth. */
	private record Example(float[][] features, double[] closed) {}

	/**
	 * @param eye the finished convolutional network
	 * @param maker of sequences
	 * @param count number of sequences
	 * @param seed of weights and order
	 * @param progress told each sequence, then each pass
	 * @return the trained network
	 */
	static MultiLayerNetwork fit(final EyeNetwork eye, final SequenceMaker maker,
		final int count, final long seed, final Progress progress)
	{
		final var examples = new ArrayList<Example>();
		progress.stage("Reading sequences of eyes", count);
		for (int i = 0; i < count; i++) {
			progress.check();
			final var made = maker.next();
			examples.add(new Example(eye.readOnce(made.pictures()), made.closed()));
			progress.done(i + 1);
		}
		final int batches = Math.max(1, count / BATCH);
		final var network = Architecture.build(Architecture.sequences(seed, RATE,
			EPOCHS * batches));
		final var random = new Random(seed);
		progress.stage("Training on sequences of eyes", EPOCHS);
		for (int epoch = 0; epoch < EPOCHS; epoch++) {
			Collections.shuffle(examples, random);
			double loss = 0;
			for (int b = 0; b < batches; b++) {
				progress.check();
				step(network, examples, b * BATCH);
				loss += network.score() - network.calcRegularizationScore(false);
			}
			progress.status(String.format(Locale.ROOT, "pass %d of %d, loss %.4f",
				epoch + 1, EPOCHS, loss / batches / SequenceMaker.LENGTH));
			progress.done(epoch + 1);
		}
		return network;
	}

	/** Frames of unknown state are masked: they have no loss. */
	private static void step(final MultiLayerNetwork network,
		final List<Example> examples, final int from)
	{
		final int length = SequenceMaker.LENGTH, features = EyeNetwork.VALUES;
		final float[] data = new float[BATCH * features * length];
		final float[] target = new float[BATCH * length];
		final float[] mask = new float[BATCH * length];
		for (int i = 0; i < BATCH; i++) {
			final Example example = examples.get((from + i) % examples.size());
			for (int t = 0; t < length; t++) {
				for (int s = 0; s < features; s++) data[(i * features + s) * length + t] =
					example.features[t][s];
				final double closed = example.closed[t];
				if (Double.isNaN(closed)) continue;
				mask[i * length + t] = 1;
				target[i * length + t] = (float) (1 - SMOOTHING - (1 - 2 * SMOOTHING) *
					closed);
			}
		}
		network.fit(Nd4j.create(data, new long[] { BATCH, features, length }, 'c'),
			Nd4j.create(target, new long[] { BATCH, 1, length }, 'c'), null,
			Nd4j.create(mask, new long[] { BATCH, length }, 'c'));
	}
}
