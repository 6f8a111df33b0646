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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.geometry.Landmarks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which faces a gallery shows: sharp ones that differ as much as possible in
 * pose and in either half of the face (farthest-point sampling, Gonzalez 1985).
 *
 * @param faces of the gallery, in the order of the clip
 * @param shown indices of those that are shown
 */
record GalleryChoice(List<Candidate> faces, Set<Integer> shown) {

	/** Most pictures, and most faces without one. */
	static final int MOST_PICTURES = 72, MOST_OTHERS = 240;

	/** Less sharp than this share of the others' median is not shown. */
	private static final double LEAST_SHARPNESS = 0.6;

	/** Cues of the upper half and of the lower; both see where the head points. */
	private static final int[][] HALVES = { { 0, 1, 5, 6, FaceMeasures.YAW,
		FaceMeasures.PITCH }, { FaceMeasures.MOUTH, 3, 4, 7, FaceMeasures.YAW,
			FaceMeasures.PITCH } };

	/**
	 * A face that may be shown.
	 *
	 * @param index in its source
	 * @param face what is known of it
	 * @param unit its landmarks, shares of the crop
	 */
	record Candidate(int index, Face face, Landmarks unit) {}

	/**
	 * @param all faces of a clip, not empty; of several persons the one with most
	 *          faces is meant
	 * @return the choice
	 */
	static GalleryChoice of(final List<Candidate> all) {
		final List<Candidate> mine = ofOnePerson(all);
		final double[] sharpness = mine.stream().mapToDouble(c -> c.face
			.sharpness()).sorted().toArray();
		final double least = LEAST_SHARPNESS * sharpness[sharpness.length / 2];
		final Set<Integer> shown = different(mine.stream().filter(c -> c.face
			.sharpness() >= least).toList(), FaceShape.of(mine.stream().map(
				Candidate::unit).toList()));
		final Set<Integer> others = new HashSet<>();
		final int count = Math.min(MOST_OTHERS, mine.size());
		for (int i = 0; i < count; i++)
			others.add(mine.get((int) ((long) i * mine.size() / count)).index);
		return new GalleryChoice(mine.stream().filter(c -> shown.contains(
			c.index) || others.contains(c.index)).toList(), shown);
	}

	private static List<Candidate> ofOnePerson(final List<Candidate> all) {
		final Map<Integer, List<Candidate>> persons = all.stream().collect(
			Collectors.groupingBy(c -> c.face.person()));
		return persons.entrySet().stream().max(Comparator.<Map.Entry<Integer, List<Candidate>>> comparingInt(
			e -> e.getValue().size()).thenComparing(e -> -e.getKey())).orElseThrow()
			.getValue();
	}

	private static Set<Integer> different(final List<Candidate> sharp,
		final FaceShape person)
	{
		final var cues = sharp.stream().map(c -> FaceCues.of(c.unit, person,
			false)).toArray(float[][]::new);
		final var far = new double[HALVES.length][cues.length];
		for (final double[] half : far)
			for (int i = 0; i < half.length; i++)
				half[i] = 1e9 - squares(cues[i], new float[FaceCues.COUNT], null);
		final var taken = new ArrayList<Integer>();
		while (taken.size() < Math.min(MOST_PICTURES, cues.length)) {
			final int next = farthest(far[taken.size() % HALVES.length]);
			taken.add(next);
			for (int h = 0; h < HALVES.length; h++) {
				for (int i = 0; i < cues.length; i++)
					far[h][i] = Math.min(far[h][i], squares(cues[i], cues[next],
						HALVES[h]));
				far[h][next] = -1;
			}
		}
		return taken.stream().map(i -> sharp.get(i).index).collect(Collectors
			.toSet());
	}

	private static int farthest(final double[] far) {
		int best = 0;
		for (int i = 1; i < far.length; i++)
			if (far[i] > far[best]) best = i;
		return best;
	}

	/** Of the given cues, or of all. */
	private static double squares(final float[] a, final float[] b,
		final int[] which)
	{
		if (which == null) return squares(a, b, HALVES[0]) + squares(a, b,
			HALVES[1]);
		return Arrays.stream(which).mapToDouble(i -> (a[i] - b[i]) * (a[i] -
			b[i])).sum();
	}
}
