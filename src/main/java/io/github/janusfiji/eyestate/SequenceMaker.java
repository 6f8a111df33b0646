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

import io.github.janusfiji.eyestate.EyeAugmenter.Disturbance;
import io.github.janusfiji.eyestate.EyePatches.Patch;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes sequences to train the recurrent network with: pieces of labelled clips,
 * played faster or slower, and invented ones, in which the picture of an open
 * eye turns into that of a closed one. Each is disturbed as a whole, as one
 * camera and one pose would, and a little from frame to frame.
 */
final class SequenceMaker {

	/** Frames of a sequence. */
	static final int LENGTH = 48;

	/** Share of pieces that are put around a closed eye. */
	private static final double AROUND_CLOSED = 0.7;

	/**
	 * Spread of the logarithm of speed: a blink takes 0.1 to 0.4 s, which is 2 to
	 * 24 frames at 25 to 60 frames/s.
	 */
	private static final double SPEED = 0.5;

	/** Jitter of landmarks from frame to frame, px. */
	private static final double JITTER = 0.15;

	private final Random random;
	private final EyeAugmenter augmenter;
	private final List<EyeSequence> clips;
	private final List<Patch> open, closed;

	/**
	 * @param clips labelled sequences of at least two frames
	 * @param patches single pictures; may be empty
	 * @param random source of everything
	 */
	SequenceMaker(final List<EyeSequence> clips, final List<Patch> patches,
		final Random random)
	{
		this.clips = clips;
		this.random = random;
		augmenter = new EyeAugmenter(random);
		open = patches.stream().filter(Patch::open).toList();
		closed = patches.stream().filter(p -> !p.open()).toList();
	}

	/**
	 * A sequence as the networks see it.
	 *
	 * @param pictures of its frames, without margin
	 * @param closed how far closed; NaN where unknown
	 */
	record Made(List<float[]> pictures, double[] closed) {}

	/** @return a sequence of {@link #LENGTH} frames */
	Made next() {
		final boolean invented = clips.isEmpty() || !open.isEmpty() && !closed
			.isEmpty() && random.nextInt(3) == 0;
		return disturbed(invented ? invented() : piece());
	}

	private EyeSequence piece() {
		final EyeSequence clip = clips.get(random.nextInt(clips.size()));
		final double speed = Math.exp(SPEED * random.nextGaussian());
		final int[] shut = IntStream.range(0, clip.length()).filter(i -> clip
			.closed()[i] > 0.5).toArray();
		final double middle = shut.length > 0 && random
			.nextDouble() < AROUND_CLOSED ? shut[random.nextInt(shut.length)]
				: random.nextInt(clip.length());
		final double start = middle - speed * random.nextInt(LENGTH);
		final float[][] grey = new float[LENGTH][];
		final double[] state = new double[LENGTH];
		for (int t = 0; t < LENGTH; t++) {
			final double at = Math.max(0, Math.min(clip.length() - 1.001, start +
				speed * t));
			final int i = (int) at;
			grey[t] = mixed(clip.grey()[i], clip.grey()[i + 1], at - i);
			state[t] = (1 - at + i) * clip.closed()[i] + (at - i) * clip.closed()[i +
				1];
		}
		return new EyeSequence(clip.clip(), grey, state);
	}

	private EyeSequence invented() {
		final float[] from = open.get(random.nextInt(open.size())).grey();
		final float[] to = closed.get(random.nextInt(closed.size())).grey();
		final double[] state = new double[LENGTH];
		final int events = random.nextInt(3);
		for (int e = 0; e < events; e++) {
			final int start = random.nextInt(LENGTH + 10) - 10;
			final int fall = 1 + random.nextInt(3), rise = 1 + random.nextInt(6);
			// Of five closures one is long, as in looking down.
			final int hold = random.nextInt(5) == 0 ? 8 + random.nextInt(40) : random
				.nextInt(4);
			for (int t = 0; t < LENGTH; t++) {
				final double lid = Math.min((t - start) / (double) fall, (start + fall +
					hold + rise - t) / (double) rise);
				state[t] = Math.max(state[t], Math.max(0, Math.min(1, lid)));
			}
		}
		final float[][] grey = new float[LENGTH][];
		for (int t = 0; t < LENGTH; t++) grey[t] = mixed(from, to, state[t]);
		return new EyeSequence("invented", grey, state);
	}

	private static float[] mixed(final float[] a, final float[] b,
		final double share)
	{
		if (share == 0) return a;
		final float[] mixed = new float[a.length];
		for (int i = 0; i < a.length; i++) mixed[i] = (float) (a[i] + share * (b[i] -
			a[i]));
		return mixed;
	}

	private Made disturbed(final EyeSequence sequence) {
		final Disturbance whole = augmenter.draw();
		return new Made(Arrays.stream(sequence.grey()).map(grey -> augmenter.apply(
			grey, whole.shifted(JITTER * random.nextGaussian(), JITTER * random
				.nextGaussian()))).toList(), sequence.closed());
	}
}
