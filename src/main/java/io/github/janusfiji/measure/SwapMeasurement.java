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
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Measurement of a swap.
 *
 * @param source name of the clip before the swap
 * @param swapped name of the clip after it
 * @param rows one for each frame that both have
 * @param media what the files are like
 * @param appearance what a viewer sees, by the same frames
 */
public record SwapMeasurement(String source, String swapped,
	List<FrameMeasure> rows, Media media, Appearance appearance)
{

	/**
	 * @param framesIn number of frames of the source
	 * @param framesOut number of frames of the swap
	 * @param duration how much longer the swap is, s
	 * @param soundOffset how much later its sound is against its picture than in
	 *          the source, s; nothing if either is no video file with sound
	 */
	public record Media(int framesIn, int framesOut, double duration,
		OptionalDouble soundOffset)
	{}

	/** Takes a copy. */
	public SwapMeasurement {
		rows = List.copyOf(rows);
	}

	/**
	 * @return peak signal-to-noise ratio outside the face over all frames, dB;
	 *         infinite if nothing differs
	 */
	public double psnr() {
		return FrameMeasure.Outside.psnr(rows.stream().mapToDouble(r -> r.outside()
			.squares()).sum(), rows.stream().mapToLong(r -> r.outside().pixels())
				.sum());
	}

	/** @return mean structural similarity outside the face */
	public double ssim() {
		return mean(r -> r.outside().ssim());
	}

	/** @return pixels of all frames outside the face that differ */
	public long differing() {
		return rows.stream().mapToLong(r -> r.outside().differing()).sum();
	}

	/** @return CIEDE2000 across the seam, mean over edges and frames */
	public double seam() {
		return mean(r -> r.seam().deltaE());
	}

	/** @return the 95th percentile along the edge, mean over frames */
	public double seam95() {
		return mean(r -> r.seam().deltaE95());
	}

	/** @return CIEDE2000 in the source at the same places */
	public double sourceSeam() {
		return mean(r -> r.seam().sourceDeltaE());
	}

	/** @return CIEDE2000 from just outside to deep inside, mean over frames */
	public double tone() {
		return mean(r -> r.seam().tone());
	}

	/** @return the same in the source */
	public double sourceTone() {
		return mean(r -> r.seam().sourceTone());
	}

	/** @return share of the edge that lies on skin, mean over frames */
	public double skin() {
		return mean(r -> r.seam().skin());
	}

	/** @return gradient across the edge in the swap ÷ in the source */
	public double gradientRatio() {
		return mean(r -> r.seam().gradient()) / mean(r -> r.seam()
			.sourceGradient());
	}

	/** @return root mean square flicker of the swap ÷ of the source */
	public double flickerRatio() {
		return Math.sqrt(mean(r -> square(r.flicker().swapped())) / mean(
			r -> square(r.flicker().source())));
	}

	/** @return mean distance of landmarks, % of the eyes' distance */
	public double landmarks() {
		return mean(r -> r.agreement().landmarks());
	}

	/** @return the same without the jaw */
	public double innerLandmarks() {
		return mean(r -> r.agreement().inner());
	}

	/** @return mean difference of the head's direction, degrees */
	public double pose() {
		return mean(r -> r.agreement().pose());
	}

	/** @return mean cosine similarity to the first reference; NaN if none */
	public double identityA() {
		return mean(FrameMeasure::identityA);
	}

	/** @return mean cosine similarity to the second reference; NaN if none */
	public double identityB() {
		return mean(FrameMeasure::identityB);
	}

	/** @return frames in which the face was found in the source */
	public int faces() {
		return (int) rows.stream().filter(FrameMeasure::face).count();
	}

	private static double square(final double v) {
		return v * v;
	}

	/** Mean over the frames in which it was measured; NaN if there are none. */
	private double mean(final ToDoubleFunction<FrameMeasure> quantity) {
		return rows.stream().mapToDouble(quantity).filter(v -> !Double.isNaN(v))
			.average().orElse(Double.NaN);
	}
}
