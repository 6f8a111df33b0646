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
package io.github.janusfiji.detect;

import io.github.janusfiji.natives.OpenCv;

/**
 * Mean power at each radius of the spectrum (Durall et al. 2019, "Unmasking
 * deepfakes with simple features"), in logarithms, less their mean: upscaling by
 * networks and by resampling leaves too much or too little at high frequencies.
 */
final class RadialSpectrum {

	static final int COUNT = FacePicture.SIZE / 2;

	private RadialSpectrum() {}

	static float[] of(final FacePicture face) {
		OpenCv.load();
		final int size = FacePicture.SIZE;
		final float[] grey = face.grey();
		for (int i = 0; i < grey.length; i++)
			grey[i] *= (float) (hann(i % size, size) * hann(i / size, size));
		final float[] magnitude = Planes.spectrum(grey, size);
		final double[] sum = new double[COUNT], count = new double[COUNT];
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++) {
				final int radius = (int) Math.round(Math.hypot(Planes.frequency(x, size),
					Planes.frequency(y, size)));
				if (radius >= COUNT) continue;
				final double m = magnitude[y * size + x];
				sum[radius] += m * m;
				count[radius]++;
			}
		final var out = new float[COUNT];
		double mean = 0;
		for (int r = 0; r < COUNT; r++) {
			out[r] = (float) Math.log(sum[r] / count[r] + 1);
			mean += out[r] / COUNT;
		}
		for (int r = 0; r < COUNT; r++)
			out[r] -= (float) mean;
		return out;
	}

	private static double hann(final int i, final int size) {
		return 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / size);
	}
}
