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
package io.github.janusfiji.landmark;

import io.github.janusfiji.geometry.Shapes;
import java.util.List;
import java.util.Random;

/** Judges an unfinished cascade on people who are kept out of training. */
final class Validation {

	private static final int[] PARTS = { 0, 17, 27, 36, 48, 68 };

	private final List<MarkedFace> faces;

	/** @param faces may be empty */
	Validation(final List<MarkedFace> faces) {
		this.faces = faces;
	}

	/**
	 * @param cascade as far as it is
	 * @return for people: mean errors of all landmarks and of the parts, as % of
	 *         the inter-ocular distance, from boxes that are somewhat off; empty if
	 *         nobody was kept out
	 */
	String report(final LandmarkCascade cascade) {
		if (faces.isEmpty()) return "";
		final Random random = new Random(7);
		final double[] sum = new double[PARTS.length];
		int above = 0;
		for (final MarkedFace face : faces) {
			final float[] shape = cascade.fit(Pyramid.of(face.image(), Shapes
				.interOcular(face.marks()) / 15), cascade.start(shaken(cascade.box(face
					.marks()), random))).shape();
			final double error = Shapes.error(shape, face.marks(), 0, Shapes.COUNT);
			if (error > 0.08) above++;
			sum[0] += error;
			for (int p = 1; p < PARTS.length; p++)
				sum[p] += Shapes.error(shape, face.marks(), PARTS[p - 1], PARTS[p]);
		}
		final double n = faces.size() / 100.0;
		return String.format(
			"; validation %.2f %%, above 8 %%: %.1f %%, jaw %.2f, brows %.2f, nose %.2f, eyes %.2f, mouth %.2f",
			sum[0] / n, above / n, sum[1] / n, sum[2] / n, sum[3] / n, sum[4] / n,
			sum[5] / n);
	}

	private static double[] shaken(final double[] box, final Random random) {
		final double size = box[2] * Math.exp(0.07 * random.nextGaussian());
		return new double[] { box[0] + (box[2] - size) / 2 + 0.035 * size * random
			.nextGaussian(), box[1] + (box[2] - size) / 2 + 0.035 * size * random
				.nextGaussian(), size };
	}
}
