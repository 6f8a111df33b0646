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
package io.github.janusfiji.blink;

import io.github.janusfiji.face.EyeAspectRatio;
import io.github.janusfiji.face.Face;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A second opinion on lids, from the landmarks alone: openness follows the
 * picture of the eye, which a look to the side also changes, while the aspect
 * ratio falls only if the lids come nearer to each other. It is asked only where
 * faces are large enough for it to be more than noise.
 */
final class LidRatios {

	/** Least distance of the outer eye corners, px. */
	private static final double LEAST_SIZE = 60;

	/** Half of the time over which the open level is taken, s. */
	private static final double AROUND = 2;

	/** Share of the values that lie below the open level. */
	private static final double OPEN = 0.8;

	private final double[] time, right, left;
	private final boolean known;

	/**
	 * @param faces one person's, in order of frames
	 */
	LidRatios(final List<Face> faces) {
		time = faces.stream().mapToDouble(Face::time).toArray();
		right = faces.stream().mapToDouble(f -> EyeAspectRatio.of(f.landmarks()
			.rightEye())).toArray();
		left = faces.stream().mapToDouble(f -> EyeAspectRatio.of(f.landmarks()
			.leftEye())).toArray();
		known = faces.stream().mapToDouble(f -> f.landmarks().interOcularDistance())
			.average().orElse(0) >= LEAST_SIZE;
	}

	/** @return whether the faces are large enough to ask */
	boolean areKnown() {
		return known;
	}

	/**
	 * @param from first entry
	 * @param to last entry
	 * @return mean fall of the right eye's ratio below its open level of that time,
	 *         as a share; negative if it rises
	 */
	double rightFall(final int from, final int to) {
		return 1 - mean(right, from, to) / open(right, from, to);
	}

	/** @return the same of the left eye */
	double leftFall(final int from, final int to) {
		return 1 - mean(left, from, to) / open(left, from, to);
	}

	/** @return greatest fall of both eyes' mean ratio within the stretch */
	double deepest(final int from, final int to) {
		final double open = open(right, from, to) + open(left, from, to);
		return 1 - IntStream.rangeClosed(from, to).mapToDouble(i -> right[i] +
			left[i]).min().orElseThrow() / open;
	}

	private static double mean(final double[] values, final int from,
		final int to)
	{
		return IntStream.rangeClosed(from, to).mapToDouble(i -> values[i]).average()
			.orElseThrow();
	}

	private double open(final double[] values, final int from, final int to) {
		int first = from, last = to;
		while (first > 0 && time[from] - time[first - 1] <= AROUND) first--;
		while (last + 1 < time.length && time[last + 1] - time[to] <= AROUND)
			last++;
		final double[] sorted = Arrays.copyOfRange(values, first, last + 1);
		Arrays.sort(sorted);
		return Math.max(1e-6, sorted[(int) Math.round(OPEN * (sorted.length - 1))]);
	}
}
