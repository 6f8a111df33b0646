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

/**
 * Test of whether a measure of a face is greater while its eyes blink than at
 * other times, by more than genuine faces show.
 *
 * @param measure what was compared
 * @param frames how many frames of blinks it was measured in
 * @param effect how much greater it is during blinks, in robust standard
 *          deviations of the other times; NaN if there was too little to compare
 * @param allowance how much greater it may be in genuine faces, same unit
 * @param p probability of an effect that far beyond the allowance if blinks made
 *          no difference; 1 if there was too little to compare
 * @param corrected the same after Holm's correction for the number of measures
 */
public record DeformationTest(Measure measure, int frames, double effect,
	double allowance, double p, double corrected)
{

	/** Measure that is compared between blinks and other times. */
	public enum Measure {

			/** Second difference in time of jaw and nose landmarks. */
			ACCELERATION("landmark acceleration", 1.0),

			/** Landmarks off their course after the blink's own motion. */
			SHAPE("shape residual", 1.0),

			/** Change of the skin around the eyes against the frames beside. */
			TEXTURE("texture around the eyes", 2.0),

			/** Change of the sharpness of the skin around the eyes. */
			SHARPNESS("sharpness around the eyes", 1.5),

			/** Flicker of the step across the outline of the face. */
			OUTLINE("outline of the face", 1.0);

		private final String label;
		private final double allowance;

		Measure(final String label, final double allowance) {
			this.label = label;
			this.allowance = allowance;
		}

		/**
		 * @return what genuine faces show during blinks, in robust standard
		 *         deviations (docs/blink.md, "Deformation")
		 */
		double allowance() {
			return allowance;
		}

		@Override
		public String toString() {
			return label;
		}
	}
}
