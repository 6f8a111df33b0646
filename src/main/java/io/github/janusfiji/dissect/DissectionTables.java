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

import ij.measure.ResultsTable;
import io.github.janusfiji.task.Choice;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a {@link Dissection} as tables. */
final class DissectionTables {

	private static final Part[] PARTS = Part.values();

	private DissectionTables() {}

	/**
	 * @param found a dissection
	 * @return {@code decoder,layer,unit,concept,iou,effect}: the effect is mean
	 *         CIEDE2000 in the concept when the unit is ablated, empty if it was
	 *         not
	 */
	static String units(final Dissection found) {
		final var csv = new StringBuilder(
			"decoder,layer,unit,concept,iou,effect\n");
		for (final UnitFindings u : found.units()) {
			final Effect effect = found.effects().get(u.unit());
			csv.append(id(u.unit())).append(',').append(Choice.label(u.concept()))
				.append(',').append(number(u.iou())).append(',').append(effect == null
					? "" : number(effect.inside().get(u.concept()))).append('\n');
		}
		return csv.toString();
	}

	/**
	 * @param found a dissection
	 * @return overlaps with all parts, threshold and level of each unit
	 */
	static String overlaps(final Dissection found) {
		final var csv = new StringBuilder("decoder,layer,unit,threshold,level," +
			names("") + "\n");
		for (final UnitFindings u : found.units())
			csv.append(id(u.unit())).append(',').append(number(u.threshold())).append(
				',').append(number(u.level())).append(',').append(Arrays.stream(PARTS)
					.map(p -> number(u.overlap(p))).collect(Collectors.joining(",")))
				.append('\n');
		return csv.toString();
	}

	/**
	 * @param found a dissection
	 * @return what each ablated unit changes in each part, and beyond it
	 */
	static String effects(final Dissection found) {
		final var csv = new StringBuilder("decoder,layer,unit," + names("") + "," +
			names("not") + ",landmarks,opening\n");
		found.effects().forEach((unit, effect) -> csv.append(id(unit)).append(',')
			.append(row(effect)).append('\n'));
		return csv.toString();
	}

	/**
	 * @param found a dissection
	 * @return what groups of units change
	 */
	static String groups(final Dissection found) {
		final var csv = new StringBuilder("decoder,group,units," + names("") + "," +
			names("not") + ",landmarks,opening\n");
		for (final var group : found.groups())
			csv.append(Choice.label(group.units().get(0).decoder())).append(',').append(
				group.name()).append(',').append(group.units().stream().map(u -> u
					.layer() + ":" + u.number()).collect(Collectors.joining(" "))).append(
						',').append(row(group.effect())).append('\n');
		return csv.toString();
	}

	/**
	 * @param found a dissection of two decoders
	 * @return {@code layer,unit,correlation}: whether units of the same number
	 *         compute the same
	 */
	static String twins(final Dissection found) {
		final var csv = new StringBuilder("layer,unit,correlation\n");
		found.twins().forEach((layer, correlations) -> {
			for (int u = 0; u < correlations.length; u++)
				csv.append(layer).append(',').append(u).append(',').append(number(
					correlations[u])).append('\n');
		});
		return csv.toString();
	}

	/**
	 * @param found a dissection
	 * @return its units, as {@link #units(Dissection)} has them
	 */
	static ResultsTable table(final Dissection found) {
		final var table = new ResultsTable();
		for (final UnitFindings u : found.units()) {
			table.addRow();
			table.addValue("decoder", Choice.label(u.unit().decoder()));
			table.addValue("layer", u.unit().layer());
			table.addValue("unit", u.unit().number());
			table.addValue("concept", Choice.label(u.concept()));
			table.addValue("iou", u.iou());
			final Effect effect = found.effects().get(u.unit());
			table.addValue("effect", effect == null ? Double.NaN : effect.inside().get(u
				.concept()));
		}
		return table;
	}

	private static String id(final Unit unit) {
		return Choice.label(unit.decoder()) + "," + unit.layer() + "," + unit
			.number();
	}

	private static String names(final String prefix) {
		return Arrays.stream(PARTS).map(p -> prefix + Choice.label(p)).collect(
			Collectors.joining(","));
	}

	private static String row(final Effect effect) {
		return Arrays.stream(PARTS).map(p -> number(effect.inside().get(p))).collect(
			Collectors.joining(",")) + "," + Arrays.stream(PARTS).map(p -> number(effect
				.outside().get(p))).collect(Collectors.joining(",")) + "," + number(effect
					.landmarks()) + "," + number(effect.opening());
	}

	/**
	 * @param value any
	 * @return four significant digits; nothing for what is not a number
	 */
	static String number(final double value) {
		return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value)
			: "";
	}
}
