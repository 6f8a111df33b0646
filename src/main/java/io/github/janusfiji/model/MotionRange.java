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

/**
 * How much faces are moved at most; drawn evenly from minus to plus.
 *
 * @param rotation radians
 * @param zoom share
 * @param shift share of the crop
 * @param mirror probability
 * @param jitter least and greatest standard deviation of a grid's nodes, px of
 *          a crop of 256 px
 */
record MotionRange(double rotation, double zoom, double shift, double mirror,
	double... jitter)
{
	/** deepfakes/faceswap of 2017, first commit. */
	static final MotionRange CLASSIC = new MotionRange(Math.toRadians(10), 0.05, 0.05, 0.4,
		5, 5);

	/** shaoanlu/faceswap-GAN v2.2. */
	static final MotionRange GAN = new MotionRange(Math.toRadians(10), 0.1, 0.05, 0.5, 5,
		6.2);

	/** Less than in 2017, as crops are aligned well. */
	static final MotionRange EXPRESSION = new MotionRange(Math
		.toRadians(7), 0.06, 0.03, 0.4, 4, 6);
}
