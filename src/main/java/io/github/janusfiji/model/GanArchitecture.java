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
import java.util.List;

/**
 * The shape of an adversarial network after shaoanlu/faceswap-GAN v2.2: an
 * encoder both people share, and a decoder and a discriminator for each. A
 * decoder paints a face and its mask.
 *
 * @param preset its name
 * @param size width and height of the faces read and written, px
 * @param coverage share of a face crop's width that the network sees, 0 to 1
 * @param stem filters of the encoder's first convolution, 5×5, which is linear
 * @param encoder filters of its 3×3 convolutions of stride 2 with ReLU
 * @param attended which of these are followed by self-attention, from 1
 * @param code units of the bottleneck, which is linear
 * @param seedChannels channels of the small picture the code unfolds to
 * @param seedSize its width and height, px
 * @param shared filters of the doubling that both people share
 * @param own filters of each person's doublings; self-attention follows the last
 *          but one and the last
 * @param discriminator filters of its 4×4 convolutions of stride 2;
 *          self-attention follows the third and each later one
 * @param rectifier slope of the encoder's ReLU below zero: 0
 * @param slope of all leaky ReLUs
 */
record GanArchitecture(String preset, int size, double coverage, int stem,
	List<Integer> encoder, List<Integer> attended, int code, int seedChannels,
	int seedSize, int shared, List<Integer> own, List<Integer> discriminator,
	double rectifier, double slope) implements Blueprint
{

	/** 64 px. */
	static final GanArchitecture GAN = new GanArchitecture("gan", 64, 0.75, 64,
		List.of(128, 256, 512, 1024), List.of(2, 3), 1024, 1024, 4, 512, List.of(
			256, 128, 64), List.of(64, 128, 256), 0, 0.2);

	/** 128 px. */
	static final GanArchitecture GAN128 = new GanArchitecture("gan128", 128, 0.75,
		64, List.of(128, 256, 512, 1024, 1024), List.of(2, 3), 1024, 1024, 4, 512,
		List.of(256, 128, 64), List.of(64, 128, 256, 256), 0, 0.2);

	private static final double RATE = 1e-4;
	private static final double BETA1 = 0.5;
	private static final double BETA2 = 0.999;
	private static final double EPSILON = 1e-8;

	/** The discriminators learn twice as fast. */
	static final double DISCRIMINATOR_RATE = 2;

	/** Checks that the doublings lead to the size of the output. */
	GanArchitecture {
		encoder = List.copyOf(encoder);
		attended = List.copyOf(attended);
		own = List.copyOf(own);
		discriminator = List.copyOf(discriminator);
		Limits.check(size, coverage, code, seedChannels, seedSize, List.of(rectifier,
			slope), List.of(List.of(stem, shared), encoder, own, discriminator));
		int widest = seedSize << 1 + own.size();
		while (widest < size)
			widest *= 2;
		if (widest != size || size % (1 << encoder.size()) != 0)
			throw new IllegalArgumentException(seedSize +
				" px cannot be doubled to " + size + " px, or that not be halved " +
				encoder.size() + " times");
	}

	/** @return doublings above the ones that {@link #own} counts */
	int outer() {
		return Integer.numberOfTrailingZeros(size / (seedSize << 1 + own.size()));
	}

	@Override
	public double tint() {
		return 0;
	}

	@Override
	public MotionRange range() {
		return MotionRange.GAN;
	}

	@Override
	public Adam optimiser() {
		return new Adam(RATE, BETA1, BETA2, EPSILON);
	}

	@Override
	public String loss() {
		return "mean absolute error, adversarial, edges, mask; perceptual if asked";
	}

	@Override
	public long activations() {
		long area = (long) size * size;
		long count = (3L + stem) * area;
		for (final int filters : encoder) {
			area /= 4;
			count += 4L * filters * area;
		}
		area = (long) seedSize * seedSize;
		count += code + seedChannels * area + 8L * shared * area;
		for (final int filters : own) {
			area *= 4;
			count += 2 * 4L * filters * area;
			if (area >= 1024) count += 2 * area * Math.min(area, Math.max(1024, area /
				4));
		}
		final int last = own.get(own.size() - 1);
		count += outer() * 10L * last * size * size + 4L * last * area;
		// The discriminator sees raw and masked face beside the input.
		return count + 4L * size * size * (6 + discriminator.get(0));
	}
}
