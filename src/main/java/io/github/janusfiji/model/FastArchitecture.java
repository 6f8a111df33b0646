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
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a feed-forward network for one target, after Korshunova et al.,
 * "Fast Face-swap Using Convolutional Neural Networks" (2017, arXiv:1611.09577,
 * section 3.1): branches that see the face at several scales, joined from the
 * coarsest to the finest by nearest-neighbour upsampling and concatenation.
 * <p>
 * Other than there, each branch halves the picture it sees, and the last
 * convolution runs at half the size of what is painted and is shuffled to it: a
 * quarter of the arithmetic.
 * </p>
 *
 * @param preset its name
 * @param size width and height of the faces read and painted, px
 * @param coverage share of a face crop's width that is painted
 * @param scales the coarsest first; each next one has twice the size, the last
 *          half the size of the faces
 * @param slope of the leaky ReLUs
 * @param rate Adam's learning rate
 */
record FastArchitecture(String preset, int size, double coverage,
	List<Scale> scales, double slope, double rate) implements Blueprint
{

	/** Kernel of a branch's first convolution, of stride 2, px. */
	static final int FIRST_KERNEL = 5;

	/** Kernel of all other convolutions, px. */
	static final int KERNEL = 3;

	private static final double BETA1 = 0.5;
	private static final double BETA2 = 0.999;
	private static final double EPSILON = 1e-8;

	/**
	 * One scale.
	 *
	 * @param branch filters of both convolutions that see the picture
	 * @param joined filters of the convolutions after the join
	 * @param depth number of these
	 */
	record Scale(int branch, int joined, int depth) {}

	/** For two processor cores, 64 px. */
	static final FastArchitecture FAST = new FastArchitecture("fast", 64, 0.72,
		List.of(new Scale(32, 64, 4), new Scale(32, 48, 2), new Scale(16, 32, 2)),
		0.1, 1e-3);

	/** Checks that the scales lead to the size of the output. */
	FastArchitecture {
		if (scales == null || scales.isEmpty()) throw new IllegalArgumentException(
			"its architecture has no scales");
		scales = List.copyOf(scales);
		final var numbers = new ArrayList<List<Integer>>();
		for (final Scale scale : scales)
			numbers.add(List.of(scale.branch, scale.joined, scale.depth));
		Limits.check(size, coverage, 1, 1, 1, List.of(slope), numbers);
		for (final Scale scale : scales)
			Limits.checkKernel(2 * scale.depth + 1);
		if (size % (1 << scales.size()) != 0) throw new IllegalArgumentException(
			size + " px cannot be halved " + scales.size() + " times");
	}

	/**
	 * @param scale from 0, the coarsest
	 * @return width and height at which it runs, px
	 */
	int sizeOf(final int scale) {
		return size >> scales.size() - scale;
	}

	/**
	 * The measures by which pictures of the target in like pose and expression are
	 * found in training; the network itself does not read them.
	 */
	@Override
	public int cues() {
		return FaceCues.COUNT;
	}

	@Override
	public List<Side> sides() {
		return List.of(Side.A);
	}

	@Override
	public int batch() {
		return 8;
	}

	@Override
	public double cropPixels() {
		return 1.25;
	}

	@Override
	public double tint() {
		return 0;
	}

	@Override
	public MotionRange range() {
		return MotionRange.EXPRESSION;
	}

	@Override
	public Adam optimiser() {
		return new Adam(rate, BETA1, BETA2, EPSILON);
	}

	@Override
	public String loss() {
		return "content, style by nearest patches of like pictures, total " +
			"variation; of the target's own faces also mean absolute error, edges " +
			"and structural dissimilarity";
	}

	@Override
	public long activations() {
		long count = 0;
		for (int i = 0; i < scales.size(); i++) {
			final Scale scale = scales.get(i);
			final long area = (long) sizeOf(i) * sizeOf(i);
			final int below = i == 0 ? 0 : scales.get(i - 1).joined;
			count += area * (3 * 4 + 3L * scale.branch + 6L * below + (long) scale.depth *
				scale.joined);
		}
		return count + 6L * 3 * size * size;
	}
}
