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

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * How different two faces are to a frozen network that recognises faces
 * (Johnson et al. 2016, "Perceptual losses for real-time style transfer"): mean
 * squared differences of the features before each pooling, each over the mean
 * square of the real face's, so that all scales count alike, times a weight.
 * <p>
 * The pictures are shown at the swap network's own size: the features are
 * convolutions, which know no size. shaoanlu/faceswap-GAN enlarges to 224 px and
 * normalises features per picture and channel instead.
 * </p>
 */
final class PerceptualLoss {

	/** Mean face of VGGFace (Parkhi et al. 2015), blue, green, red, 0 to 255. */
	private static final double[] MEAN = { 93.5940, 104.7624, 129.1863 };

	/** Of the 1st to 5th pooling; faceswap-GAN's for its four scales. */
	private static final double[] WEIGHTS = { 0.1, 0.1, 0.3, 0.1, 0.01 };

	/**
	 * Convolutions of 3×3 and ReLU between two poolings.
	 *
	 * @param kernels O×I×k×k
	 * @param biases O
	 */
	record Block(List<Parameter> kernels, List<Parameter> biases) {}

	private final List<Block> blocks;
	private final double slope;

	/**
	 * @param blocks the network's, frozen, in order; a maximum of each 2×2 px
	 *          follows each
	 * @param slope of the ReLU below zero: 0
	 */
	PerceptualLoss(final List<Block> blocks, final double slope) {
		this.blocks = List.copyOf(blocks);
		this.slope = slope;
	}

	/** @return what lies between two poolings, in order */
	List<Block> blocks() {
		return blocks;
	}

	/** @return of the ReLUs below zero */
	double slope() {
		return slope;
	}

	/** @return all, frozen */
	List<Parameter> parameters() {
		return blocks.stream().flatMap(block -> java.util.stream.Stream.concat(block
			.kernels.stream(), block.biases.stream())).toList();
	}

	/**
	 * Adds the loss.
	 *
	 * @param tape records it
	 * @param engine computes
	 * @param fake N×3×H×W, red, green, blue, 0 to 1
	 * @param real the same extents
	 * @return the loss
	 */
	double add(final Tape tape, final Engine engine, final Node fake,
		final Tensor real)
	{
		final var should = features(new Tape(engine, false), engine, tape
			.constant(real));
		final var is = features(tape, engine, fake);
		double loss = 0;
		for (int i = 0; i < is.size(); i++) {
			final Tensor goal = should.get(i).value();
			final double square = Math.pow(engine.algebra().norm(goal), 2) /
				goal.length();
			if (square > 0) loss += tape.losses().meanSquaredError(is.get(i), goal,
				WEIGHTS[Math
				.min(i, WEIGHTS.length - 1)] / square);
		}
		return loss;
	}

	/** Of the last convolution before each pooling that the size allows. */
	private List<Node> features(final Tape tape,
		final Engine engine, final Node pictures)
	{
		Node x = shown(tape, engine, pictures);
		final List<Node> features = new ArrayList<>();
		for (final Block block : blocks) {
			if (!features.isEmpty()) {
				if (x.value().size(2) < 2 || x.value().size(3) < 2) break;
				x = tape.maxPool(x);
			}
			for (int i = 0; i < block.kernels.size(); i++)
				x = tape.conv2d(x, block.kernels.get(i), block.biases.get(i), 1, slope);
			features.add(x);
		}
		return features;
	}

	/**
	 * @param tape records it
	 * @param engine computes
	 * @param pictures N×3×H×W, red, green, blue, 0 to 1
	 * @return what VGGFace is shown: blue, green, red, 0 to 255, less the mean face
	 */
	static Node shown(final Tape tape, final Engine engine,
		final Node pictures)
	{
		final long[] shape = pictures.value().shape().clone();
		shape[1] = 1;
		final Node[] channels = new Node[3];
		for (int c = 0; c < 3; c++)
			channels[c] = tape.sum(tape.scale(tape.channels(pictures, 2 - c, 3 - c),
				255), tape.constant(engine.algebra().filled(-MEAN[c], shape)));
		return tape.concatenate(channels);
	}
}
