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

import io.github.janusfiji.colour.CieLab;
import io.github.janusfiji.colour.DeltaE;
import io.github.janusfiji.face.EyeAspectRatio;
import io.github.janusfiji.face.LandmarkModel;
import io.github.janusfiji.face.LandmarkModels;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.model.ModelUnits;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.model.UnitBatch;
import io.github.janusfiji.tensor.ImageBatch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures what interventions change in a few faces, which it paints once as
 * they are: the average causal effect of Bau et al. 2018 (section 3.2), with
 * colours and landmarks in place of a segmenter.
 */
final class EffectMeter {

	/** Faces whose landmarks are looked for: they take longest. */
	private static final int LOOKED_AT = 4;

	private static final Part[] PARTS = Part.values();

	private final ModelUnits model;
	private final Side decoder;
	private final UnitBatch faces;
	private final List<PartMap> maps;
	private final List<Landmarks> expected;
	private final double[][][] before;
	private final List<int[]> pictures;
	private final DissectionListener listener;
	private final Landmarks[] landmarks;
	private final int step;

	/**
	 * @param model to intervene in
	 * @param decoder whose
	 * @param faces to paint
	 * @param expected landmarks in what is painted, px
	 * @param maps of their parts
	 * @param listener told what is painted
	 */
	EffectMeter(final ModelUnits model, final Side decoder,
		final UnitBatch faces, final List<Landmarks> expected,
		final List<PartMap> maps, final DissectionListener listener)
	{
		this.listener = listener;
		this.model = model;
		this.decoder = decoder;
		this.faces = faces;
		this.expected = expected;
		this.maps = maps;
		step = Math.max(1, model.size() / maps.get(0).size());
		final ImageBatch painted = model.paint(faces, decoder,
			ModelUnits.Observer.NONE);
		pictures = pictures(painted);
		before = new double[faces.count()][][];
		for (int n = 0; n < before.length; n++)
			before[n] = colours(pictures.get(n));
		landmarks = landmarks(painted);
	}

	/** @return maps of the faces' parts */
	List<PartMap> maps() {
		return maps;
	}

	/** L*a*b* at the middle of each pixel of the map. */
	private double[][] colours(final int[] argb) {
		final int grid = maps.get(0).size(), size = model.size();
		final var colours = new double[grid * grid][];
		for (int i = 0; i < colours.length; i++)
			colours[i] = CieLab.of(argb[(i / grid * step + step / 2) * size + i % grid *
				step + step / 2]);
		return colours;
	}

	private Landmarks[] landmarks(final ImageBatch painted) {
		final int count = Math.min(LOOKED_AT, painted.count());
		final LandmarkModel finder = LandmarkModels.embedded();
		return IntStream.range(0, count).parallel().mapToObj(n -> finder.locate(
			new Frame(n, 0, painted.width(), painted.height(), painted.argb(n)),
			LandmarkModels.boxAround(expected.get(n))).landmarks()).toArray(
				Landmarks[]::new);
	}

	private static List<int[]> pictures(final ImageBatch painted) {
		return IntStream.range(0, painted.count()).mapToObj(painted::argb).toList();
	}

	/**
	 * @param what which units are changed, for the listener
	 * @param intervention in the decoder
	 * @return what it changes
	 */
	Effect of(final String what, final ModelUnits.Observer intervention) {
		final ImageBatch painted = model.paint(faces, decoder, intervention);
		final List<int[]> changed = pictures(painted);
		listener.repainted(what, model.size(), pictures, changed);
		final double[][] sums = new double[faces.count()][PARTS.length];
		final int[][] counts = new int[faces.count()][PARTS.length];
		IntStream.range(0, faces.count()).parallel().forEach(n -> {
			final double[][] after = colours(changed.get(n));
			for (int i = 0; i < after.length; i++) {
				final int part = maps.get(n).at(i).ordinal();
				sums[n][part] += DeltaE.of(before[n][i], after[i]);
				counts[n][part]++;
			}
		});
		return of(sums, counts, landmarks(painted));
	}

	private Effect of(final double[][] sums, final int[][] counts,
		final Landmarks[] moved)
	{
		final Map<Part, Double> inside = new EnumMap<>(Part.class);
		final Map<Part, Double> outside = new EnumMap<>(Part.class);
		for (final Part part : PARTS) {
			final double[] sum = new double[2], count = new double[2];
			for (int n = 0; n < sums.length; n++)
				for (final Part pixel : PARTS) {
					final int where = part.covers(pixel) ? 0 : 1;
					sum[where] += sums[n][pixel.ordinal()];
					count[where] += counts[n][pixel.ordinal()];
				}
			inside.put(part, sum[0] / count[0]);
			outside.put(part, sum[1] / count[1]);
		}
		double away = 0, opening = 0;
		for (int n = 0; n < moved.length; n++) {
			away += apart(landmarks[n], moved[n]) / moved.length;
			opening += (opening(moved[n]) - opening(landmarks[n])) / moved.length;
		}
		return new Effect(inside, outside, away, opening);
	}

	private static double apart(final Landmarks a, final Landmarks b) {
		double sum = 0;
		for (int i = 0; i < Landmarks.COUNT; i++)
			sum += a.get(i).distance(b.get(i));
		return 100 * sum / Landmarks.COUNT / a.interOcularDistance();
	}

	private static double opening(final Landmarks face) {
		return (EyeAspectRatio.of(face.rightEye()) + EyeAspectRatio.of(face
			.leftEye())) / 2;
	}
}
