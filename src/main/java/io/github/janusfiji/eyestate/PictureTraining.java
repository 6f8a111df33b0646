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

import io.github.janusfiji.eyestate.EyePatches.Patch;
import io.github.janusfiji.task.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains the convolutional network on pictures of open and closed eyes, each
 * time disturbed anew. The result is the running mean of the weights over the
 * last two thirds of the training, which is steadier than the last weights.
 */
final class PictureTraining {

	private static final int BATCH = 64;
	private static final double RATE = 2e-3;

	/** Targets this far from 0 and 1, so that the log-odds stay graded. */
	private static final float SMOOTHING = 0.05f;

	/** Share of the running mean that each step replaces. */
	private static final double RENEWAL = 0.01;

	private final Random random;
	private final EyeAugmenter augmenter;
	private final int pixels = EyePicture.SIZE * EyePicture.SIZE;

	private PictureTraining(final long seed) {
		random = new Random(seed);
		augmenter = new EyeAugmenter(random);
	}

	/**
	 * @param patches labelled pictures with margin
	 * @param extra more of them, many alike: as many as a quarter of the patches
	 *          are drawn from them for each pass, both states alike
	 * @param epochs passes over the patches
	 * @param seed of weights, order and disturbance
	 * @param progress told each pass
	 * @return the trained network
	 */
	static MultiLayerNetwork fit(final List<Patch> patches,
		final List<Patch> extra, final int epochs, final long seed,
		final Progress progress)
	{
		return new PictureTraining(seed).run(patches, extra, epochs, seed,
			progress);
	}

	private MultiLayerNetwork run(final List<Patch> patches,
		final List<Patch> extra, final int epochs, final long seed,
		final Progress progress)
	{
		Nd4j.getRandom().setSeed(seed);
		final int batches = Math.max(1, pass(patches, extra).size() / BATCH);
		final var network = Architecture.build(Architecture.pictures(seed, RATE,
			epochs * batches));
		INDArray mean = null;
		progress.stage("Training on pictures of eyes", epochs);
		for (int epoch = 0; epoch < epochs; epoch++) {
			final List<Patch> pass = pass(patches, extra);
			double loss = 0;
			for (int b = 0; b < batches; b++) {
				progress.check();
				step(network, pass, b * BATCH);
				loss += network.score() - network.calcRegularizationScore(false);
				if (3 * epoch < epochs) continue;
				if (mean == null) mean = network.params().dup();
				else mean.addi(network.params().sub(mean).muli(RENEWAL));
			}
			progress.status(String.format(Locale.ROOT, "pass %d of %d, loss %.4f",
				epoch + 1, epochs, loss / batches));
			progress.done(epoch + 1);
		}
		if (mean != null) network.setParams(mean);
		return network;
	}

	/** Everything that one pass shows, in random order. */
	private List<Patch> pass(final List<Patch> patches,
		final List<Patch> extra)
	{
		final var pass = new ArrayList<>(patches);
		final List<Patch> open = extra.stream().filter(Patch::open).toList();
		final List<Patch> closed = extra.stream().filter(p -> !p.open()).toList();
		final int each = patches.isEmpty() ? closed.size() : patches.size() / 8;
		for (final List<Patch> side : List.of(open, closed))
			for (int i = 0; i < each && !side.isEmpty(); i++)
				pass.add(side.get(random.nextInt(side.size())));
		Collections.shuffle(pass, random);
		return pass;
	}

	/** The last batch of a small pass begins again at its first picture. */
	private void step(final MultiLayerNetwork network, final List<Patch> pass,
		final int from)
	{
		final float[] data = new float[BATCH * pixels];
		final float[] target = new float[BATCH];
		for (int i = 0; i < BATCH; i++) {
			final Patch patch = pass.get((from + i) % pass.size());
			EyePicture.normalise(augmenter.apply(patch.grey(), augmenter.draw()), data,
				i * pixels);
			target[i] = patch.open() ? 1 - SMOOTHING : SMOOTHING;
		}
		network.fit(Nd4j.create(data, new long[] { BATCH, 1, EyePicture.SIZE,
			EyePicture.SIZE }, 'c'), Nd4j.create(target, new long[] { BATCH, 1 },
				'c'));
	}
}
