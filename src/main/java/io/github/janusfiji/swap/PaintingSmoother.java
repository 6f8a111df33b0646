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

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Averages colour statistics, the painted face's outline and a learnt mask over neighbouring
 * frames of one appearance, with Gaussian weights, so that neither flickers.
 * Keeps these numbers of a few frames only.
 */
final class PaintingSmoother {

	/** Frames looked ahead and back. */
	static final int REACH = 4;

	/** σ of the weights, frames. */
	private static final double SIGMA = 2;

	private record Entry(int frame, int run, ColourStatistics own,
		ColourStatistics wanted, Landmarks landmarks, Optional<float[]> shares,
		Optional<float[]> seen, Optional<DonorReference> reference)
	{}

	private final Deque<Entry> entries = new ArrayDeque<>();

	/** @param frame the next frame in order; skipped if nothing is painted */
	void add(final SwapFrame frame) {
		frame.painting().ifPresent(p -> entries.add(new Entry(frame.frame().index(),
			frame.target().orElseThrow().run(), p.own(), p.wanted(), p
				.landmarks(), p.shares(), p.seen(), p.reference())));
	}

	/**
	 * @param frame an added frame with a painting; the {@value #REACH} frames
	 *          after it, if there are as many, must have been added, too. Frames
	 *          are asked for in order.
	 * @return its painting with smoothed statistics and landmarks
	 */
	Painting smoothed(final SwapFrame frame) {
		final int at = frame.frame().index();
		final int run = frame.target().orElseThrow().run();
		entries.removeIf(e -> e.frame < at - REACH);
		final List<Entry> near = entries.stream().filter(e -> e.frame - at <=
			REACH && e.run == run).toList();
		final double[] w = near.stream().mapToDouble(e -> Math.exp(-(e.frame - at) *
			(e.frame - at) / (2 * SIGMA * SIGMA))).toArray();
		final Painting painting = frame.painting().orElseThrow();
		return new Painting(painting.face(), ColourStatistics
			.average(near.stream().map(Entry::own).toList(), w), ColourStatistics
				.average(near.stream().map(Entry::wanted).toList(), w), average(near
					.stream().map(Entry::landmarks).toList(), w), shares(near, w), seen(
						near, at), painting.reference().map(r -> r.averaged(near.stream().map(
							e -> e.reference.orElseThrow()).toList(), w)));
	}

	/** Things before a face move on, so only the next frames count. */
	private static Optional<float[]> seen(final List<Entry> near, final int at) {
		final List<Entry> next = near.stream().filter(e -> Math.abs(e.frame -
			at) <= 1).toList();
		if (next.stream().anyMatch(e -> e.seen.isEmpty())) return Optional.empty();
		final var mean = new float[next.get(0).seen.orElseThrow().length];
		float total = 0;
		for (final Entry e : next)
			total += e.frame == at ? 3 : 1;
		for (final Entry e : next) {
			final float[] seen = e.seen.orElseThrow();
			final float w = (e.frame == at ? 3 : 1) / total;
			for (int k = 0; k < mean.length; k++)
				mean[k] += w * seen[k];
		}
		return Optional.of(mean);
	}

	/** All frames of one swap have a learnt mask, or none has. */
	private static Optional<float[]> shares(final List<Entry> near,
		final double[] weights)
	{
		if (near.stream().anyMatch(e -> e.shares.isEmpty())) return Optional
			.empty();
		final double total = Arrays.stream(weights).sum();
		final var mean = new float[near.get(0).shares.orElseThrow().length];
		for (int i = 0; i < weights.length; i++) {
			final float[] shares = near.get(i).shares.orElseThrow();
			for (int k = 0; k < mean.length; k++)
				mean[k] += (float) (weights[i] / total * shares[k]);
		}
		return Optional.of(mean);
	}

	private static Landmarks average(final List<Landmarks> near,
		final double[] weights)
	{
		double total = 0;
		for (final double w : weights)
			total += w;
		final var points = new ArrayList<Point>(Landmarks.COUNT);
		for (int k = 0; k < Landmarks.COUNT; k++) {
			double x = 0, y = 0;
			for (int i = 0; i < weights.length; i++) {
				final Point p = near.get(i).get(k);
				x += weights[i] / total * p.x();
				y += weights[i] / total * p.y();
			}
			points.add(new Point(x, y));
		}
		return new Landmarks(points);
	}
}
