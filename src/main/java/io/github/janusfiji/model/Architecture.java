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

import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.Initialiser;
import java.util.List;

/**
 * The shape of a face model: a convolutional encoder that both people share, a
 * bottleneck, and a decoder for each. Written into the model's file as it is.
 *
 * @param preset its name
 * @param size width and height of the faces read and written, px
 * @param coverage share of a face crop's width that the network sees, 0 to 1
 * @param encoder convolutions of stride 2, each followed by a leaky ReLU
 * @param code units of the bottleneck, which is linear
 * @param seedChannels channels of the small picture the code unfolds to
 * @param seedSize its width and height, px
 * @param shared filters of the doublings that both people share
 * @param own filters of the doublings that each person has: a 3×3 convolution,
 *          a leaky ReLU and a pixel shuffle, as the shared ones
 * @param outputKernel width and height of the last convolution's kernel, px
 * @param shuffledOutput whether the last convolution runs at half the size and
 *          its twelve channels are shuffled to three of full size
 * @param slope of the leaky ReLU
 * @param initialiser of the weights
 * @param twins whether both decoders begin with the same weights, so that a
 *          code means the same to both from the first step on
 * @param tint how much the colours of the warped input are changed at most,
 *          see {@link Augmentation}; 0 for not at all
 * @param rate Adam's learning rate
 */
record Architecture(String preset, int size, double coverage,
	List<Stage> encoder, int code, int seedChannels, int seedSize,
	List<Integer> shared, List<Integer> own, int outputKernel,
	boolean shuffledOutput, double slope, Initialiser initialiser, boolean twins,
	double tint, double rate) implements Blueprint
{

	/** Adam's decay in the 2017 recipe; epsilon is Keras's of then. */
	private static final double BETA1 = 0.5;
	private static final double BETA2 = 0.999;
	private static final double EPSILON = 1e-8;

	/**
	 * A convolution of stride 2.
	 *
	 * @param filters number of its output channels
	 * @param kernel width and height, px
	 */
	record Stage(int filters, int kernel) {}

	/**
	 * The network of 2017 (deepfakes/faceswap, first commit), 82,062,470
	 * parameters, with Keras's initialiser and the learning rate of then.
	 */
	static final Architecture ORIGINAL = new Architecture("original", 64, 0.75,
		List.of(new Stage(128, 5), new Stage(256, 5), new Stage(512, 5), new Stage(
			1024, 5)), 1024, 1024, 4, List.of(512), List.of(256, 128, 64), 5, false,
		0.1, Initialiser.GLOROT, false, 0, 5e-5);

	/** Made for two processor cores; why so is told in docs/training.md. */
	static final Architecture LIGHT = new Architecture("light", 64, 0.75, List
		.of(new Stage(24, 5), new Stage(48, 3), new Stage(96, 3), new Stage(192,
			3)), 256, 96, 8, List.of(), List.of(64, 32), 3, true, 0.1,
		Initialiser.HE_ICNR, true, 0.3, 7e-4);

	/** As {@link #LIGHT}, with one more halving and one more doubling. */
	static final Architecture LIGHT128 = new Architecture("light128", 128, 0.75,
		List.of(new Stage(24, 5), new Stage(48, 3), new Stage(96, 3), new Stage(192,
			3), new Stage(192, 3)), 320, 96, 8, List.of(), List.of(96, 64, 32), 3,
		true, 0.1, Initialiser.HE_ICNR, true, 0.3, 5e-4);

	/**
	 * The 128 px network of deepfakes/faceswap's "dfl-h128" trainer, after
	 * DeepFaceLab's H128: 107,716,102 parameters.
	 */
	static final Architecture H128 = new Architecture("h128", 128, 0.75, List.of(
		new Stage(128, 5), new Stage(256, 5), new Stage(512, 5), new Stage(1024,
			5)), 512, 512, 8, List.of(512), List.of(512, 256, 128), 5, false, 0.1,
		Initialiser.GLOROT, false, 0, 5e-5);

	/** Checks that the doublings lead to the size of the output. */
	Architecture {
		encoder = List.copyOf(encoder);
		shared = List.copyOf(shared);
		own = List.copyOf(own);
		Limits.check(size, coverage, code, seedChannels, seedSize, List.of(slope,
			tint), List.of(encoder.stream().map(Stage::filters).toList(), shared, own));
		encoder.forEach(stage -> Limits.checkKernel(stage.kernel));
		Limits.checkKernel(outputKernel);
		final int doublings = shared.size() + own.size() + (shuffledOutput ? 1 : 0);
		if (seedSize << doublings != size || size % (1 << encoder.size()) != 0)
			throw new IllegalArgumentException(seedSize + " px doubled " + doublings +
				" times are not " + size + " px, or that cannot be halved " + encoder
					.size() + " times");
	}

	/** Ending of the name of an autoencoder with one decoder. */
	private static final String EVERYBODY = "-everybody";

	/** @return the same with one decoder for everybody's faces */
	Architecture forEverybody() {
		return new Architecture(preset + EVERYBODY, size, coverage, encoder, code,
			seedChannels, seedSize, shared, own, outputKernel, shuffledOutput, slope,
			initialiser, twins, tint, rate);
	}

	@Override
	public boolean isForEverybody() {
		return preset.endsWith(EVERYBODY);
	}

	@Override
	public Adam optimiser() {
		return new Adam(rate, BETA1, BETA2, EPSILON);
	}

	@Override
	public MotionRange range() {
		return MotionRange.CLASSIC;
	}

	@Override
	public String loss() {
		return "mean absolute error";
	}

	@Override
	public long activations() {
		long count = 3L * size * size;
		long area = (long) size * size;
		for (final Stage stage : encoder) {
			area /= 4;
			count += stage.filters * area;
		}
		area = (long) seedSize * seedSize;
		count += code + seedChannels * area;
		// A doubling leaves its convolution and its shuffle.
		for (final List<Integer> doublings : List.of(shared, own))
			for (final int filters : doublings) {
				count += 2 * 4 * filters * area;
				area *= 4;
			}
		return count + 2 * 3L * size * size;
	}
}
