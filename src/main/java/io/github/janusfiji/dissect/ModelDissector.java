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

import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.model.ModelUnits;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.model.UnitBatch;
import io.github.janusfiji.model.UnitFaces;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Dissector of the decoders of a trained model, after Bau et al., "GAN
 * Dissection: Visualizing and Understanding Generative Adversarial Networks"
 * (2018, arXiv:1811.10597): which units paint which part of a face, and what
 * becomes of the face without them. Concepts are drawn from the faces'
 * landmarks, so that no segmenter is needed. Faces are read a few at a time.
 */
public final class ModelDissector {

	/** Fewest faces that say something of the top 0.5 %. */
	public static final int FEWEST = 8;

	/** Faces painted at once. */
	private static final int BATCH = 16;

	/**
	 * @param model to look into
	 * @param faces to paint; their person need not be in the model
	 * @param options what to look at
	 * @param progress told each face and unit
	 * @return what was found
	 * @throws IOException if an option names what the model lacks, or a face cannot
	 *           be read; the message is one sentence for the user
	 */
	public Dissection dissect(final ModelUnits model, final FaceSet faces,
		final DissectionOptions options, final Progress progress) throws IOException
	{
		return dissect(model, UnitFaces.of(faces, model, options.most()), options,
			DissectionListener.NONE, progress);
	}

	/**
	 * As {@link #dissect(ModelUnits, FaceSet, DissectionOptions, Progress)}, with
	 * somebody who looks on.
	 *
	 * @param model to look into
	 * @param faces to paint
	 * @param options what to look at
	 * @param listener told what is painted with units changed
	 * @param progress told each face and unit
	 * @return what was found
	 * @throws IOException as there
	 */
	public Dissection dissect(final ModelUnits model, final UnitFaces faces,
		final DissectionOptions options, final DissectionListener listener,
		final Progress progress) throws IOException
	{
		final var choice = UnitChoice.of(options.layer(), options.units(), model
			.layers());
		if (faces.count() < FEWEST) throw new InputException("The face set holds " +
			faces.count() + " faces and a dissection needs at least " + FEWEST +
			": give one with more.");
		final var survey = survey(model, faces, progress);
		final List<UnitFindings> units = survey.units;
		final var effects = new LinkedHashMap<Unit, Effect>();
		final var groups = new ArrayList<Dissection.Group>();
		final var sheets = new ArrayList<Dissection.Sheet>();
		final var experiment = new Experiment(model, faces, options,
			listener);
		for (final Side side : model.decoders()) {
			final var own = units.stream().filter(u -> u.unit().decoder() == side)
				.toList();
			final var chosen = own.stream().filter(choice::has).toList();
			sheets.addAll(new UnitSheets(model, faces).draw(side, chosen, progress));
			experiment.run(side, own, chosen, effects, groups, progress);
		}
		return new Dissection(model.name(), faces.count(), model.layers(), units,
			effects, groups, survey.twins, sheets, experiment.comparison());
	}

	private record Survey(List<UnitFindings> units,
		Map<String, double[]> twins)
	{}

	private static Survey survey(final ModelUnits model, final UnitFaces faces,
		final Progress progress) throws IOException
	{
		final Map<Side, Map<String, LayerSurvey>> surveys = new EnumMap<>(
			Side.class);
		final Map<String, TwinMeter> twins = new LinkedHashMap<>();
		for (final Side side : model.decoders()) {
			final var layers = new LinkedHashMap<String, LayerSurvey>();
			for (final var layer : model.layers())
				layers.put(layer.name(), new LayerSurvey(side, layer));
			surveys.put(side, layers);
		}
		if (surveys.size() > 1) for (final var layer : model.layers())
			twins.put(layer.name(), new TwinMeter(layer));
		progress.stage("Finding the units' thresholds", faces.count());
		for (int from = 0; from < faces.count(); from += BATCH) {
			progress.check();
			final var batch = faces.read(from, Math.min(BATCH, faces.count() - from));
			surveys.forEach((side, layers) -> model.paint(batch, side, (layer,
				activations) -> {
				layers.get(layer).first(activations, SeenFaces.grid(model.size()));
				return false;
			}));
			progress.done(from + batch.count());
		}
		surveys.values().forEach(layers -> layers.values().forEach(
			LayerSurvey::threshold));
		progress.stage("Comparing units with parts", faces.count());
		for (int from = 0; from < faces.count(); from += BATCH) {
			progress.check();
			final var batch = faces.read(from, Math.min(BATCH, faces.count() - from));
			compare(model, faces, batch, from, surveys, twins);
			progress.done(from + batch.count());
		}
		final var correlations = new LinkedHashMap<String, double[]>();
		twins.forEach((layer, meter) -> correlations.put(layer, meter
			.correlations()));
		return new Survey(surveys.values().stream().flatMap(layers -> layers.values()
			.stream()).flatMap(layer -> layer.findings().stream()).toList(),
			correlations);
	}

	private static void compare(final ModelUnits model, final UnitFaces faces,
		final UnitBatch batch, final int from,
		final Map<Side, Map<String, LayerSurvey>> surveys,
		final Map<String, TwinMeter> twins)
	{
		final var seen = SeenFaces.of(batch);
		surveys.forEach((side, layers) -> {
			final var maps = seen.maps(faces, side);
			model.paint(batch, side, (layer, activations) -> {
				layers.get(layer).second(activations, maps, from);
				if (twins.isEmpty()) return false;
				if (side == Side.A) twins.get(layer).first(activations);
				else twins.get(layer).second(activations);
				return false;
			});
		});
	}
}
