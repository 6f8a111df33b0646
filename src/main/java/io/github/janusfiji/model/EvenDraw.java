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

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws faces so that what is rare is shown often. Half of the draws are even
 * over the faces; the other half are even over a range: of the head's turn or
 * nod, the opening of the eyes or of the mouth. A person who blinks twenty times
 * in a clip shows closed eyes in one frame of fifty, and a network that sees
 * them no more often does not learn to blink.
 */
final class EvenDraw {

	private static final double BY_RANGE = 0.5;

	/** Share of the faces left out at both ends of a range: failed landmarks. */
	private static final double TAIL = 0.002;

	/** Faces around the one nearest to the value drawn, of which one is taken. */
	private static final int NEIGHBOURS = 4;

	/** By which cues. */
	private static final int[] RANGES = { 0, FaceMeasures.MOUTH, FaceMeasures.YAW,
		FaceMeasures.PITCH };

	private final int count;
	private final int[][] order;
	private final float[][] values;

	/** @param faces to draw from */
	EvenDraw(final List<TrainingCrop> faces) {
		count = faces.size();
		order = new int[RANGES.length][];
		values = new float[RANGES.length][count];
		for (int r = 0; r < RANGES.length; r++) {
			final float[] of = new float[count];
			for (int i = 0; i < count; i++)
				of[i] = value(faces.get(i), RANGES[r]);
			order[r] = java.util.stream.IntStream.range(0, count).boxed().sorted((i,
				j) -> Float.compare(of[i], of[j])).mapToInt(i -> i).toArray();
			for (int i = 0; i < count; i++)
				values[r][i] = of[order[r][i]];
		}
	}

	/** Of the eyes, the mean of both. */
	private static float value(final TrainingCrop face, final int cue) {
		final float[] cues = FaceCues.of(face.known().landmarks(), face.known()
			.person().shape(), false);
		return cue == 0 ? (cues[0] + cues[1]) / 2 : cues[cue];
	}

	/**
	 * @param random decides
	 * @return index of a face
	 */
	int draw(final RandomGenerator random) {
		if (random.nextDouble() >= BY_RANGE) return random.nextInt(count);
		final int r = random.nextInt(RANGES.length);
		final int tail = (int) (TAIL * count);
		final float low = values[r][tail], high = values[r][count - 1 - tail];
		final float drawn = low + random.nextFloat() * (high - low);
		int at = java.util.Arrays.binarySearch(values[r], drawn);
		if (at < 0) at = -at - 1;
		at += random.nextInt(2 * NEIGHBOURS + 1) - NEIGHBOURS;
		return order[r][Math.max(tail, Math.min(count - 1 - tail, at))];
	}
}
