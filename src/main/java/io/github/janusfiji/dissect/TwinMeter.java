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
package io.github.janusfiji.dissect;

import io.github.janusfiji.model.ModelUnits;
import io.github.janusfiji.tensor.ImageBatch;
import java.util.stream.IntStream;

/**
 * Whether units of the same number compute the same in both decoders: Pearson's
 * correlation of their activations over all faces and places.
 */
final class TwinMeter {

	private final int units;
	private final int plane;
	private final double[][] sums;
	private float[][] first;
	private long count;

	/** @param layer that both decoders have */
	TwinMeter(final ModelUnits.Layer layer) {
		units = layer.units();
		plane = layer.size() * layer.size();
		sums = new double[units][5];
	}

	/** @param activations of the first decoder, copied */
	void first(final ImageBatch activations) {
		first = copy(activations);
	}

	/** @param activations of the second, for the same faces */
	void second(final ImageBatch activations) {
		final float[][] second = copy(activations);
		count += (long) second.length * plane;
		IntStream.range(0, units).parallel().forEach(u -> {
			final double[] s = sums[u];
			for (int n = 0; n < second.length; n++)
				for (int i = u * plane; i < (u + 1) * plane; i++) {
					final double x = first[n][i], y = second[n][i];
					s[0] += x;
					s[1] += y;
					s[2] += x * x;
					s[3] += y * y;
					s[4] += x * y;
				}
		});
	}

	private float[][] copy(final ImageBatch batch) {
		final var values = new float[batch.count()][units * plane];
		for (int n = 0; n < values.length; n++)
			batch.slot(n).get(0, values[n]);
		return values;
	}

	/** @return of each unit, −1 to 1; NaN for a unit that never changes */
	double[] correlations() {
		final var result = new double[units];
		for (int u = 0; u < units; u++) {
			final double[] s = sums[u];
			final double xy = s[4] - s[0] * s[1] / count;
			final double xx = s[2] - s[0] * s[0] / count;
			final double yy = s[3] - s[1] * s[1] / count;
			result[u] = xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
		}
		return result;
	}
}
