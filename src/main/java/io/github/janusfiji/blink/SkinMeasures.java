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

import java.util.Arrays;

/**
 * What the skin around a person's eyes and the outline of the face do from frame
 * to frame: one entry per frame in which the person was found, NaN where it
 * cannot be measured.
 *
 * @param texture root mean square difference of the skin around the eyes from
 *          the mean of the frames before and after, over its contrast
 * @param sharpness logarithm of the mean amount of the Laplacian of the skin
 *          around the eyes over its contrast
 * @param outline root mean square, along the outline of the face, of the second
 *          difference in time of the step from inside to outside, over the
 *          contrast of the skin around the eyes
 */
record SkinMeasures(double[] texture, double[] sharpness, double[] outline) {

	/** @param length number of entries, all NaN to begin with */
	SkinMeasures(final int length) {
		this(new double[length], new double[length], new double[length]);
		Arrays.fill(texture, Double.NaN);
		Arrays.fill(sharpness, Double.NaN);
		Arrays.fill(outline, Double.NaN);
	}
}
