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
package io.github.janusfiji.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Appearance of a swap to a viewer, over the whole clip.
 *
 * @param frames one for each frame that both clips have
 * @param donor median sharpness of the donor's own faces; NaN without a donor
 */
public record Appearance(List<Viewed> frames, double donor) {

	/** Share of the frames whose eyes are less open than they usually are. */
	private static final double OPEN_LEVEL = 0.8;

	/** Share of that opening from which gaze is compared. */
	private static final double OPEN = 0.75;

	/** Takes a copy. */
	public Appearance {
		frames = List.copyOf(frames);
	}

	/**
	 * @return share of the frames in which a face is found in the swap, of those in
	 *         which the source's is found, 0 to 1; NaN if there are none
	 */
	public double found() {
		return mean(shown(), v -> v.swapped().isFound() ? 1 : 0);
	}

	/** @return mean detection score in the swap, in frames with a face before */
	public double detection() {
		return mean(shown(), v -> v.swapped().detection());
	}

	/** @return the same in the source */
	public double sourceDetection() {
		return mean(shown(), v -> v.source().detection());
	}

	/** @return mean log-odds of a face in the swap, nats */
	public double score() {
		return mean(shown(), v -> v.swapped().score());
	}

	/** @return the same in the source */
	public double sourceScore() {
		return mean(shown(), v -> v.source().score());
	}

	/**
	 * @return share of the frames in which irises can be seen in the swap, of those
	 *         in which they can in the source, 0 to 1; NaN if there are none
	 */
	public double irises() {
		return mean(shown().stream().filter(v -> v.source().hasIrises()).toList(),
			v -> v.swapped().hasIrises() ? 1 : 0);
	}

	/**
	 * @param trait of expression or pose
	 * @return how it follows the source; gaze in frames in which the source's eyes
	 *         are about as open as they mostly are, since lids that come down hide
	 *         where an iris is
	 */
	public Following following(final Trait trait) {
		return Following.of(trait.isGaze() ? openEyed() : frames, trait::of);
	}

	private List<Viewed> openEyed() {
		final double[] openings = frames.stream().mapToDouble(v -> Trait.EYES.of(v
			.source())).filter(e -> !Double.isNaN(e)).sorted().toArray();
		if (openings.length == 0) return List.of();
		final double open = OPEN * openings[(int) Math.round(OPEN_LEVEL *
			(openings.length - 1))];
		return frames.stream().filter(v -> Trait.EYES.of(v.source()) >= open)
			.toList();
	}

	/** @return median sharpness of the swapped faces */
	public double sharpness() {
		return median(v -> v.swapped().sharpness());
	}

	/** @return median sharpness of the source's faces */
	public double sourceSharpness() {
		return median(v -> v.source().sharpness());
	}

	/** @return sharpness of the swapped faces ÷ the donor's own; NaN without one */
	public double sharpnessRatio() {
		return sharpness() / donor;
	}

	/**
	 * @return share of the frames that are nearer to the donor than to the source,
	 *         0 to 1; NaN if identity was not measured
	 */
	public double nearer() {
		return mean(frames, v -> Double.isNaN(v.toDonor()) ? Double.NaN : v
			.toDonor() < v.toSource() ? 1 : 0);
	}

	/** @return mean distance to the donor's mean, 0 to 2; NaN if not measured */
	public double toDonor() {
		return mean(frames, Viewed::toDonor);
	}

	/** @return mean distance to the source's own mean, 0 to 2 */
	public double toSource() {
		return mean(frames, Viewed::toSource);
	}

	private List<Viewed> shown() {
		return frames.stream().filter(v -> v.source().isFound()).toList();
	}

	private static double mean(final List<Viewed> of,
		final ToDoubleFunction<Viewed> value)
	{
		return of.stream().mapToDouble(value).filter(v -> !Double.isNaN(v))
			.average().orElse(Double.NaN);
	}

	private double median(final ToDoubleFunction<Viewed> value) {
		return median(frames.stream().mapToDouble(value).filter(v -> !Double.isNaN(
			v)).toArray());
	}

	/**
	 * @param values any number of them
	 * @return the middle one, or the mean of the two in the middle; NaN if there
	 *         are none
	 */
	static double median(final double[] values) {
		return new Median().evaluate(values);
	}
}
