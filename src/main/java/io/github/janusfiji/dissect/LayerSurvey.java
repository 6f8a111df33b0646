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
import io.github.janusfiji.model.Side;
import io.github.janusfiji.tensor.ImageBatch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Surveys the units of one layer of one decoder in two passes over the same
 * faces: first their thresholds, then where they exceed them. Bau et al. 2018
 * ("GAN Dissection", section 3.1): the threshold is the unit's own, the overlap
 * is counted over all pictures together. Both are taken of activations that are
 * interpolated to the map of parts, so that a unit is active in as many of its
 * pixels whatever its layer.
 */
final class LayerSurvey {

	/** Share of a unit's activations above its threshold, as in Bau et al. */
	static final double TOP = 0.005;

	/** Faces kept of those in which a unit is most active. */
	static final int FACES = 6;

	private static final Part[] PARTS = Part.values();

	private final Side decoder;
	private final ModelUnits.Layer layer;
	private final TopQuantile[] quantiles;
	private final double[] thresholds;
	private final long[][] shared;
	private final long[] active;
	private final double[] levels;
	private final long[] areas = new long[PARTS.length];
	private final int[][] best;
	private final float[][] peaks;

	LayerSurvey(final Side decoder, final ModelUnits.Layer layer) {
		this.decoder = decoder;
		this.layer = layer;
		final int n = layer.units();
		quantiles = IntStream.range(0, n).mapToObj(u -> new TopQuantile()).toArray(
			TopQuantile[]::new);
		thresholds = new double[n];
		shared = new long[n][PARTS.length];
		active = new long[n];
		levels = new double[n];
		best = new int[n][FACES];
		peaks = new float[n][FACES];
		for (int u = 0; u < n; u++) {
			java.util.Arrays.fill(best[u], -1);
			java.util.Arrays.fill(peaks[u], Float.NEGATIVE_INFINITY);
		}
	}

	/**
	 * @param activations N×units×size×size, of the first pass
	 * @param grid width and height of the maps of parts, px
	 */
	void first(final ImageBatch activations, final int grid) {
		final float[][] values = floats(activations);
		final var upsampling = new Upsampling(layer.size(), grid);
		IntStream.range(0, layer.units()).parallel().forEach(u -> {
			final float[] fine = new float[grid * grid];
			for (final float[] face : values) {
				upsampling.apply(face, u * layer.size() * layer.size(), fine);
				quantiles[u].add(fine);
			}
		});
	}

	/** Ends the first pass. */
	void threshold() {
		for (int u = 0; u < thresholds.length; u++) {
			thresholds[u] = quantiles[u].above(TOP);
			quantiles[u] = null;
		}
	}

	/**
	 * @param activations N×units×size×size, of the second pass
	 * @param maps of the parts, N of one size
	 * @param from index of the first face
	 */
	void second(final ImageBatch activations, final List<PartMap> maps,
		final int from)
	{
		final float[][] values = floats(activations);
		for (final PartMap map : maps)
			for (int i = 0; i < map.size() * map.size(); i++)
				areas[map.at(i).ordinal()]++;
		final int grid = maps.get(0).size();
		final var upsampling = new Upsampling(layer.size(), grid);
		IntStream.range(0, layer.units()).parallel().forEach(u -> {
			final float[] fine = new float[grid * grid];
			for (int n = 0; n < values.length; n++) {
				upsampling.apply(values[n], u * layer.size() * layer.size(), fine);
				count(u, fine, maps.get(n), from + n);
			}
		});
	}

	private void count(final int u, final float[] fine, final PartMap map,
		final int face)
	{
		final float threshold = (float) thresholds[u];
		float peak = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < fine.length; i++) {
			if (fine[i] > peak) peak = fine[i];
			if (fine[i] <= threshold) continue;
			shared[u][map.at(i).ordinal()]++;
			active[u]++;
			levels[u] += fine[i];
		}
		for (int k = 0; k < FACES; k++) {
			if (peak <= peaks[u][k]) continue;
			System.arraycopy(peaks[u], k, peaks[u], k + 1, FACES - k - 1);
			System.arraycopy(best[u], k, best[u], k + 1, FACES - k - 1);
			peaks[u][k] = peak;
			best[u][k] = face;
			break;
		}
	}

	private float[][] floats(final ImageBatch batch) {
		final var values = new float[batch.count()][layer.units() * layer.size() *
			layer.size()];
		for (int n = 0; n < values.length; n++)
			batch.slot(n).get(0, values[n]);
		return values;
	}

	/** @return of each unit, after both passes */
	List<UnitFindings> findings() {
		final var findings = new ArrayList<UnitFindings>();
		for (int u = 0; u < layer.units(); u++) {
			final var overlaps = new EnumMap<Part, Double>(Part.class);
			for (final Part part : PARTS) {
				long both = 0, area = 0;
				for (final Part pixel : PARTS) {
					if (!part.covers(pixel)) continue;
					both += shared[u][pixel.ordinal()];
					area += areas[pixel.ordinal()];
				}
				final long union = active[u] + area - both;
				overlaps.put(part, union == 0 ? 0 : (double) both / union);
			}
			findings.add(new UnitFindings(new Unit(decoder, layer.name(), u),
				thresholds[u], active[u] == 0 ? thresholds[u] : levels[u] / active[u],
				overlaps, IntStream.of(best[u]).filter(i -> i >= 0).boxed().toList()));
		}
		return findings;
	}
}
