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
package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.pixels.GreyResampler;

/**
 * Appearance template of a face for tracking: its aligned crop as a small grey
 * picture of zero mean and unit norm. Two templates are compared by their
 * correlation.
 *
 * @param pixels {@value #SIZE}² numbers
 */
record FaceTemplate(float[] pixels) {

	static final int SIZE = 24;

	/**
	 * Crop of which only the inner face is used, so that it fills
	 * the template.
	 */
	private static final int WIDE = 32;

	/**
	 * @param frame the frame
	 * @param landmarks a face in it
	 * @return its template
	 */
	static FaceTemplate of(final Frame frame, final Landmarks landmarks) {
		final int inset = (WIDE - SIZE) / 2;
		final Similarity map = FaceAligner.align(landmarks, WIDE).then(
			new Similarity(1, 0, -inset, -inset));
		return new FaceTemplate(normalised(GreyResampler.resample(frame.argb(), frame.width(), map.inverse(),
			SIZE)));
	}

	/**
	 * @param other another template
	 * @return correlation, from −1 to 1
	 */
	double correlation(final FaceTemplate other) {
		double sum = 0;
		for (int i = 0; i < pixels.length; i++)
			sum += pixels[i] * other.pixels[i];
		return sum;
	}

	/**
	 * @param other the newer template
	 * @param weight of the newer template, from 0 to 1
	 * @return a running mean
	 */
	FaceTemplate blend(final FaceTemplate other, final double weight) {
		final float[] mix = new float[pixels.length];
		for (int i = 0; i < mix.length; i++)
			mix[i] = (float) ((1 - weight) * pixels[i] + weight * other.pixels[i]);
		return new FaceTemplate(normalised(mix));
	}

	private static float[] normalised(final float[] values) {
		double mean = 0, norm = 0;
		for (final float v : values)
			mean += v / values.length;
		for (final float v : values)
			norm += (v - mean) * (v - mean);
		final double scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
		for (int i = 0; i < values.length; i++)
			values[i] = (float) ((values[i] - mean) * scale);
		return values;
	}
}
