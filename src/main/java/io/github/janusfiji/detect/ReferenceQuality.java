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
import java.util.Arrays;

/**
 * How a picture differs from itself smoothed: the 18 measures of Galbally, Marcel
 * and Fierrez 2014 ("Image quality assessment for fake biometric detection") that
 * need no trained model, in the order MSE, PSNR, AD, SC, NK, MD, LMSE, NAE, SNR,
 * RAMD, MAS, MAMS, SME, GME, GPE, SSIM, VIF, HLFI. The picture is the reference,
 * and the picture smoothed by a Gaussian of 3×3 px with σ = 0.5 is under test.
 */
final class ReferenceQuality {

	static final int COUNT = 18;

	private static final int SIZE = FacePicture.SIZE;
	private static final float[] SMOOTH = Planes.gaussian(3, 0.5);
	private static final float[] SSIM_WINDOW = Planes.gaussian(11, 1.5);

	/** Largest differences that RAMD averages. */
	private static final int LARGEST = 10;

	/** Share of the band that counts as low frequencies. */
	private static final double LOW = 0.15;

	private ReferenceQuality() {}

	static float[] of(final FacePicture face) {
		OpenCv.load();
		final float[] a = face.grey(), b = Planes.smoothed(a, SIZE, SMOOTH);
		final var out = new float[COUNT];
		pixels(a, b, out);
		angles(face.argb(), out);
		final float[] fa = Planes.spectrum(a, SIZE), fb = Planes.spectrum(b, SIZE);
		double sme = 0;
		for (int i = 0; i < fa.length; i++)
			sme += (fa[i] - fb[i]) * (fa[i] - fb[i]);
		out[12] = (float) Math.log1p(sme / fa.length);
		gradients(a, b, out);
		out[15] = (float) ssim(a, b);
		out[16] = (float) Vif.of(a, b, SIZE);
		out[17] = (float) highLow(fa);
		return out;
	}

	private static void pixels(final float[] a, final float[] b,
		final float[] out)
	{
		double square = 0, signed = 0, absolute = 0, aa = 0, bb = 0, ab = 0, sum = 0;
		final var differences = new float[a.length];
		for (int i = 0; i < a.length; i++) {
			final double d = a[i] - b[i];
			square += d * d;
			signed += d;
			absolute += Math.abs(d);
			aa += a[i] * a[i];
			bb += b[i] * b[i];
			ab += a[i] * b[i];
			sum += a[i];
			differences[i] = (float) Math.abs(d);
		}
		final double mse = Math.max(1e-6, square / a.length);
		Arrays.sort(differences);
		double largest = 0;
		for (int i = 1; i <= LARGEST; i++)
			largest += differences[differences.length - i];
		final double[] first = { mse, 10 * Math.log10(255 * 255 / mse), signed /
			a.length, aa / Math.max(1, bb), ab / Math.max(1, aa),
			differences[differences.length - 1], laplacian(a, b), absolute / Math.max(
				1, sum), 10 * Math.log10(Math.max(1, aa) / a.length / mse), largest /
					LARGEST };
		for (int i = 0; i < first.length; i++)
			out[i] = (float) first[i];
	}

	private static double laplacian(final float[] a, final float[] b) {
		double difference = 0, total = 0;
		for (int y = 1; y < SIZE - 1; y++)
			for (int x = 1, i = y * SIZE + 1; x < SIZE - 1; x++, i++) {
				final double la = a[i - 1] + a[i + 1] + a[i - SIZE] + a[i + SIZE] - 4 *
					a[i];
				final double lb = b[i - 1] + b[i + 1] + b[i - SIZE] + b[i + SIZE] - 4 *
					b[i];
				difference += (la - lb) * (la - lb);
				total += la * la;
			}
		return difference / Math.max(1, total);
	}

	/** Mean angle and magnitude similarity of the colours as vectors. */
	private static void angles(final int[] argb, final float[] out) {
		final var plane = new float[3][argb.length];
		for (int i = 0; i < argb.length; i++)
			for (int c = 0; c < 3; c++)
				plane[c][i] = argb[i] >> 16 - 8 * c & 255;
		final var smooth = new float[3][];
		for (int c = 0; c < 3; c++)
			smooth[c] = Planes.smoothed(plane[c], SIZE, SMOOTH);
		double mas = 0, mams = 0;
		for (int i = 0; i < argb.length; i++) {
			double dot = 0, aa = 0, bb = 0, dd = 0;
			for (int c = 0; c < 3; c++) {
				final double p = plane[c][i], q = smooth[c][i];
				dot += p * q;
				aa += p * p;
				bb += q * q;
				dd += (p - q) * (p - q);
			}
			final double norm = Math.sqrt(aa * bb);
			final double angle = norm == 0 ? 0 : 2 / Math.PI * Math.acos(Math.min(1,
				dot / norm));
			mas += angle;
			mams += 1 - (1 - angle) * (1 - Math.sqrt(dd / 3) / 255);
		}
		out[10] = (float) (1 - mas / argb.length);
		out[11] = (float) (mams / argb.length);
	}

	private static void gradients(final float[] a, final float[] b,
		final float[] out)
	{
		double magnitude = 0, phase = 0;
		for (int y = 1; y < SIZE - 1; y++)
			for (int x = 1, i = y * SIZE + 1; x < SIZE - 1; x++, i++) {
				final double ax = a[i + 1] - a[i - 1], ay = a[i + SIZE] - a[i - SIZE];
				final double bx = b[i + 1] - b[i - 1], by = b[i + SIZE] - b[i - SIZE];
				final double m = Math.hypot(ax, ay) - Math.hypot(bx, by);
				final double p = Math.atan2(ay, ax) - Math.atan2(by, bx);
				magnitude += m * m;
				phase += p * p;
			}
		out[13] = (float) (magnitude / a.length);
		out[14] = (float) (phase / a.length);
	}

	/** Mean structural similarity (Wang et al. 2004). */
	private static double ssim(final float[] a, final float[] b) {
		final float[] ma = Planes.smoothed(a, SIZE, SSIM_WINDOW);
		final float[] mb = Planes.smoothed(b, SIZE, SSIM_WINDOW);
		final float[] aa = Planes.smoothed(Planes.product(a, a), SIZE,
			SSIM_WINDOW);
		final float[] bb = Planes.smoothed(Planes.product(b, b), SIZE,
			SSIM_WINDOW);
		final float[] ab = Planes.smoothed(Planes.product(a, b), SIZE,
			SSIM_WINDOW);
		final double c1 = 6.5025, c2 = 58.5225;
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			final double va = aa[i] - ma[i] * ma[i], vb = bb[i] - mb[i] * mb[i];
			final double cov = ab[i] - ma[i] * mb[i];
			sum += (2 * ma[i] * mb[i] + c1) * (2 * cov + c2) / ((ma[i] * ma[i] +
				mb[i] * mb[i] + c1) * (va + vb + c2));
		}
		return sum / a.length;
	}

	/** Low less high frequencies, as a share of all. */
	private static double highLow(final float[] spectrum) {
		double low = 0, all = 0;
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++) {
				final double f = Math.max(Math.abs(Planes.frequency(x, SIZE)), Math.abs(
					Planes.frequency(y, SIZE))) / (SIZE / 2.0);
				final double v = spectrum[y * SIZE + x];
				if (f <= LOW) low += v;
				all += v;
			}
		return all == 0 ? 0 : (2 * low - all) / all;
	}
}
