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

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.model.ModelUnits;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.model.UnitFaces;
import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Draws units: the faces in which each is most active, side by side. */
final class UnitSheets {

	/** Units of each decoder that are drawn at most, the best matching first. */
	static final int MOST = 128;

	/** Height of the line of text above the faces, px. */
	private static final int CAPTION = 16;

	/** What is left of the light where a unit is below its threshold. */
	private static final double DARK = 0.45;

	/** Faces painted at once. */
	private static final int BATCH = 16;

	private final ModelUnits model;
	private final UnitFaces faces;
	private final int size;

	UnitSheets(final ModelUnits model, final UnitFaces faces) {
		this.model = model;
		this.faces = faces;
		size = model.size();
	}

	/**
	 * @param decoder whose
	 * @param chosen units of it
	 * @param progress told each face
	 * @return their pictures, part by part, the best matching units first
	 * @throws IOException if a face cannot be read
	 */
	List<Dissection.Sheet> draw(final Side decoder,
		final List<UnitFindings> chosen, final Progress progress)
		throws IOException
	{
		final List<UnitFindings> units = chosen.stream().sorted(Comparator
			.comparingDouble(u -> -u.iou())).limit(MOST).sorted(Comparator
				.comparing(UnitFindings::concept).thenComparing(u -> -u.iou()))
			.toList();
		final Map<UnitFindings, int[]> pictures = new LinkedHashMap<>();
		final var wanted = new TreeSet<Integer>();
		for (final UnitFindings unit : units) {
			pictures.put(unit, caption(unit));
			wanted.addAll(unit.faces());
		}
		final List<Integer> order = new ArrayList<>(wanted);
		progress.stage("Drawing the units of " + Choice.label(decoder), order.size());
		for (int from = 0; from < order.size(); from += BATCH) {
			progress.check();
			final List<Integer> part = order.subList(from, Math.min(order.size(),
				from + BATCH));
			paint(decoder, part, pictures);
			progress.done(from + part.size());
		}
		final int width = LayerSurvey.FACES * size;
		return pictures.entrySet().stream().map(e -> new Dissection.Sheet(e
			.getKey(), new Frame(0, 0, width, size + CAPTION, e.getValue())))
			.toList();
	}

	private int[] caption(final UnitFindings unit) {
		final int width = LayerSurvey.FACES * size;
		final var picture = new Frame(0, 0, width, size + CAPTION, new int[width *
			(size + CAPTION)]);
		final var pixels = picture.processor();
		pixels.setColor(java.awt.Color.WHITE);
		pixels.setFont(new java.awt.Font("SansSerif", java.awt.Font.PLAIN, 11));
		pixels.drawString(String.format(Locale.ROOT,
			"SYNTHETIC  %s  %s  IoU %.3f", unit.unit(), Choice.label(unit.concept()),
			unit.iou()), 4, CAPTION - 1);
		for (int i = 0; i < picture.argb().length; i++)
			picture.argb()[i] |= 0xff000000;
		return picture.argb();
	}

	private void paint(final Side decoder, final List<Integer> indices,
		final Map<UnitFindings, int[]> pictures) throws IOException
	{
		final Map<String, float[][]> activations = new LinkedHashMap<>();
		final var batch = faces.read(indices.stream().mapToInt(Integer::intValue)
			.toArray());
		final ImageBatch painted = model.paint(batch, decoder, (layer, units) -> {
			final var values = new float[units.count()][units.channels() * units
				.width() * units.width()];
			for (int n = 0; n < values.length; n++)
				units.slot(n).get(0, values[n]);
			activations.put(layer, values);
			return false;
		});
		for (int n = 0; n < indices.size(); n++) {
			final int[] face = painted.argb(n);
			for (final var entry : pictures.entrySet()) {
				final UnitFindings unit = entry.getKey();
				final int tile = unit.faces().indexOf(indices.get(n));
				if (tile >= 0) draw(face, unit, activations.get(unit.unit().layer())[n],
					entry.getValue(), tile);
			}
		}
	}

	private void draw(final int[] face, final UnitFindings unit,
		final float[] activations, final int[] onto, final int tile)
	{
		final int small = layerSize(unit.unit().layer());
		final float[] fine = new float[size * size];
		new Upsampling(small, size).apply(activations, unit.unit().number() * small *
			small, fine);
		final int width = LayerSurvey.FACES * size;
		for (int i = 0; i < fine.length; i++)
			onto[(CAPTION + i / size) * width + tile * size + i % size] =
				fine[i] > unit.threshold() ? face[i] : dark(face[i]);
	}

	private int layerSize(final String layer) {
		return model.layers().stream().filter(l -> l.name().equals(layer)).mapToInt(
			ModelUnits.Layer::size).findFirst().orElseThrow();
	}

	private static int dark(final int argb) {
		int dark = 0xff000000;
		for (int shift = 0; shift < 24; shift += 8)
			dark |= (int) (DARK * (argb >> shift & 255)) << shift;
		return dark;
	}
}
