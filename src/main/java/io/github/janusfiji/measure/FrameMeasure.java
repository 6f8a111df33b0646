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

/**
 * Measures of one frame. A quantity that could not be is NaN: that of a face
 * where none was found, or of time at the ends of the clip.
 *
 * @param frame index, from 0
 * @param time in the source, s
 * @param face whether the person's face was found in the source
 * @param outside against the source outside the face
 * @param seam at the edge of the swapped area
 * @param flicker of the swapped area
 * @param agreement of the two faces
 * @param identityA cosine similarity to the first reference, −1 to 1
 * @param identityB cosine similarity to the second reference, −1 to 1
 */
public record FrameMeasure(int frame, double time, boolean face,
	Outside outside, Seam seam, Flicker flicker, Agreement agreement,
	double identityA, double identityB)
{

	/**
	 * The picture outside the dilated outline of the source's face, or the whole
	 * picture where there is no face.
	 *
	 * @param pixels there
	 * @param differing pixels there that are not equal in both clips
	 * @param squares sum of the squared differences of the three 8-bit channels
	 *          there
	 * @param ssim mean structural similarity of the luma there; 1 if equal
	 */
	public record Outside(long pixels, long differing, double squares,
		double ssim)
	{

		/** @return peak signal-to-noise ratio, dB; infinite if nothing differs */
		public double psnr() {
			return psnr(squares, pixels);
		}

		/** @return the same for sums over several frames; NaN without pixels */
		static double psnr(final double squares, final long pixels) {
			return 10 * Math.log10(255.0 * 255 * 3 * pixels / squares);
		}
	}

	/**
	 * The edge of the swapped area.
	 *
	 * @param gradient steepest change of luma across the edge in the swap, levels
	 *          per px, mean over the edge
	 * @param sourceGradient the same in the source at the same places
	 * @param deltaE CIEDE2000 between the colours just inside and just outside,
	 *          mean over those parts of the edge that lie on skin
	 * @param deltaE95 its 95th percentile over these parts
	 * @param sourceDeltaE the mean in the source at the same places
	 * @param tone CIEDE2000 between the colours just outside and deep inside,
	 *          where a soft mask's edge has ended, mean over the same parts
	 * @param sourceTone the same in the source
	 * @param skin share of the edge that lies on skin, 0 to 1
	 */
	public record Seam(double gradient, double sourceGradient, double deltaE,
		double deltaE95, double sourceDeltaE, double tone, double sourceTone,
		double skin)
	{

		static final Seam NONE = new Seam(Double.NaN, Double.NaN, Double.NaN,
			Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
	}

	/**
	 * Unsteadiness of the swapped area between the frames before and after.
	 *
	 * @param swapped in the swap, levels of luma
	 * @param source in the source, levels of luma
	 */
	public record Flicker(double swapped, double source) {

		static final Flicker NONE = new Flicker(Double.NaN, Double.NaN);
	}

	/**
	 * Agreement of the new face with the one it replaced, in look and motion.
	 *
	 * @param landmarks mean distance of the 68 landmarks in the two clips, in
	 *          percent of the distance between the outer eye corners
	 * @param inner the same of landmarks 17–67, without the jaw
	 * @param pose difference of the head's direction, degrees: root of the sum of
	 *          the squared differences of yaw, pitch and roll
	 */
	public record Agreement(double landmarks, double inner, double pose) {

		static final Agreement NONE = new Agreement(Double.NaN, Double.NaN,
			Double.NaN);
	}

	/** @return the same frame with a flicker, which needs the frame after it */
	FrameMeasure with(final Flicker measured) {
		return new FrameMeasure(frame, time, face, outside, seam, measured,
			agreement, identityA, identityB);
	}
}
