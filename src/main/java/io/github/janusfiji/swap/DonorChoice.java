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
package io.github.janusfiji.swap;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of a donor's pictures shows each face best. Every change of picture has
 * a price, and the cheapest sequence for the whole clip is found by dynamic
 * programming (Viterbi 1967), so that pictures do not flicker; around a change
 * both are shown, one fading into the other.
 */
final class DonorChoice {

	/** Price of a change, in squared differences of {@link FacePart}. */
	private static final double CHANGE = 3;

	/** Part of the squared difference between two pictures that is added. */
	private static final double JUMP = 0.25;

	/** Frames before and after over which a picture fades. */
	private static final int FADE = 2;

	/** Smallest share worth painting. */
	private static final double LEAST = 0.06;

	/**
	 * A picture's part in a painting.
	 *
	 * @param shot index of the picture
	 * @param weight all of a painting sum up to 1
	 */
	record Share(int shot, double weight) {}

	private final int[] runs, chosen;

	private DonorChoice(final int[] runs, final int[] chosen) {
		this.runs = runs;
		this.chosen = chosen;
	}

	/**
	 * @param source the faces to be replaced
	 * @param runs of each the uninterrupted appearance it belongs to, rising
	 * @param donor whose pictures to choose from
	 * @param part of the face that the pictures are to show
	 * @return the choice
	 */
	static DonorChoice of(final FaceHabits source, final int[] runs,
		final DonorFaces donor, final FacePart part)
	{
		final List<DonorFaces.Shot> shots = donor.shots(part);
		final int n = runs.length, k = shots.size();
		final var looks = new double[k][];
		for (int j = 0; j < k; j++)
			looks[j] = part.look(donor.habits(), shots.get(j).face());
		final var price = new double[k][k];
		for (int i = 0; i < k; i++)
			for (int j = 0; j < k; j++)
				if (i != j) price[i][j] = CHANGE + JUMP * part.misfit(looks[i],
					looks[j]);
		final var from = new byte[n][k];
		double[] cost = new double[k];
		for (int t = 0; t < n; t++) {
			final double[] look = part.look(source, t);
			final var next = new double[k];
			for (int j = 0; j < k; j++) {
				final int best = t > 0 && runs[t] == runs[t - 1] ? cheapest(cost, price,
					j) : cheapest(cost);
				from[t][j] = (byte) best;
				next[j] = cost[best] + (t > 0 && runs[t] == runs[t - 1] ? price[best][j]
					: 0) + part.misfit(look, looks[j]);
			}
			cost = next;
		}
		final var chosen = new int[n];
		for (int t = n - 1, j = cheapest(cost); t >= 0; t--) {
			chosen[t] = j;
			j = from[t][j];
		}
		return new DonorChoice(runs, chosen);
	}

	private static int cheapest(final double[] cost) {
		int best = 0;
		for (int i = 1; i < cost.length; i++)
			if (cost[i] < cost[best]) best = i;
		return best;
	}

	private static int cheapest(final double[] cost, final double[][] price,
		final int to)
	{
		int best = to;
		for (int i = 0; i < cost.length; i++)
			if (cost[i] + price[i][to] < cost[best] + price[best][to]) best = i;
		return best;
	}

	/**
	 * @param index of a face
	 * @return the pictures to show there, at least one
	 */
	List<Share> at(final int index) {
		final var shots = new ArrayList<Integer>();
		final var weights = new ArrayList<Double>();
		for (int t = index - FADE; t <= index + FADE; t++) {
			final int near = t >= 0 && t < chosen.length && runs[t] == runs[index] ? t
				: index;
			final double w = FADE + 1.0 - Math.abs(t - index);
			final int known = shots.indexOf(chosen[near]);
			if (known < 0) {
				shots.add(chosen[near]);
				weights.add(w);
			}
			else weights.set(known, weights.get(known) + w);
		}
		final double all = (FADE + 1.0) * (FADE + 1.0);
		final var shares = new ArrayList<Share>();
		double total = 0;
		for (int i = 0; i < shots.size(); i++)
			if (weights.get(i) / all >= LEAST) {
				shares.add(new Share(shots.get(i), weights.get(i)));
				total += weights.get(i);
			}
		final double sum = total;
		return shares.stream().map(s -> new Share(s.shot, s.weight / sum)).toList();
	}
}
