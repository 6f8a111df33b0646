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

import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.model.ModelUnits;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.task.Choice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One page with what a dissection found, for any browser. */
final class DissectionPage {

	/** Pictures of units shown for each part and decoder. */
	private static final int SHOWN = 3;

	/** Pixels of a bar for each unit, and width of all bars at most. */
	private static final int BAR = 12, WIDEST = 480;

	private static final String STYLE = """
		body { font: 15px/1.5 sans-serif; max-width: 1000px; margin: 2em auto; padding: 0 1em; color: #222 }
		img { max-width: 100%; image-rendering: pixelated } figure { margin: 1em 0 } figcaption { color: #666 }
		table { border-collapse: collapse; font-size: 13px } td, th { border: 1px solid #ccc; padding: .2em .6em; text-align: right }
		td:first-child, th:first-child { text-align: left }
		.mark { background: #fff3cd; border: 1px solid #e0c060; padding: .6em 1em }
		""";

	private final Dissection found;
	private final String name;
	private final Map<String, String> mark;

	/**
	 * @param found a dissection
	 * @param name of the model
	 * @param mark metadata of its pictures
	 */
	DissectionPage(final Dissection found, final String name,
		final Map<String, String> mark)
	{
		this.found = found;
		this.name = name;
		this.mark = mark;
	}

	/**
	 * @return HTML
	 * @throws IOException if a picture cannot be written
	 */
	String html() throws IOException {
		final var page = new StringBuilder("""
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<title>Janus: what the units of %s do</title>
			<meta name="digitalSourceType" content="trainedAlgorithmicMedia">
			<style>%s</style>
			</head>
			<body>
			<h1>What the units of %s do</h1>
			<p class="mark">SYNTHETIC. Every face on this page was painted by a trained network (%s). The pictures say so in
			their own metadata.</p>
			<p>%d faces, %d units; %.1f %% of them match a part of the face at an intersection over union of more than %.2f.
			A unit counts as active where it is above its own top 0.5 %%.</p>
			""".formatted(escaped(name), STYLE, escaped(name), escaped(found.network()),
			found.faces(), found.units().size(), 100 * found.matched(),
			Dissection.MATCH));
		for (final Side side : found.units().stream().map(u -> u.unit().decoder())
			.distinct().toList())
			decoder(page, side);
		groups(page);
		twins(page);
		return page.append("</body>\n</html>\n").toString();
	}

	private static String escaped(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	private void decoder(final StringBuilder page, final Side side)
		throws IOException
	{
		page.append("<h2>Decoder ").append(Choice.label(side)).append("</h2>\n");
		for (final ModelUnits.Layer layer : found.layers()) {
			final var units = found.units().stream().filter(u -> u.unit()
				.decoder() == side && u.unit().layer().equals(layer.name())).toList();
			page.append("<h3>").append(layer.name()).append(": ").append(layer.units())
				.append(" units of ").append(layer.size()).append(" × ").append(layer
					.size()).append(" px</h3>\n").append(bars(units));
		}
		for (final Part part : Part.values()) {
			final var sheets = found.sheets().stream().filter(s -> s.unit().unit()
				.decoder() == side && s.unit().concept() == part && s.unit()
					.iou() > Dissection.MATCH).limit(SHOWN).toList();
			if (sheets.isEmpty()) continue;
			page.append("<h3>").append(Choice.label(part)).append("</h3>\n");
			for (final var sheet : sheets)
				page.append(figure(sheet));
		}
	}

	private String figure(final Dissection.Sheet sheet) throws IOException {
		final var png = new ByteArrayOutputStream();
		Frames.writePicture(png, sheet.picture(), mark);
		final Effect effect = found.effects().get(sheet.unit().unit());
		return String.format(Locale.ROOT,
			"<figure><img src=\"data:image/png;base64,%s\" alt=\"%s\"><figcaption>%s, IoU %.3f%s</figcaption></figure>%n",
			Base64.getEncoder().encodeToString(png.toByteArray()), sheet.unit().unit(),
			sheet.unit().unit(), sheet.unit().iou(), effect == null ? "" : String
				.format(Locale.ROOT,
					"; without it: ΔE00 %.2f in the %s, %.2f elsewhere, eyes' opening %+.3f",
					effect.inside().get(sheet.unit().concept()), Choice.label(sheet.unit()
						.concept()), effect.outside().get(sheet.unit().concept()), effect
							.opening()));
	}

	/** Number of units that match each part, as an SVG. */
	private static String bars(final List<UnitFindings> units) {
		final var svg = new StringBuilder();
		final Part[] parts = Part.values();
		final int row = 18;
		final long most = Math.max(1, counts(units).stream().max(
			Comparator.naturalOrder()).orElse(1L));
		final double each = Math.min(BAR, (double) WIDEST / most);
		svg.append("<svg width=\"700\" height=\"").append(row * parts.length)
			.append("\" font-size=\"12\">\n");
		for (int i = 0; i < parts.length; i++) {
			final long n = counts(units).get(i);
			svg.append(String.format(Locale.ROOT,
				"<text x=\"90\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"98\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#4878a8\"/><text x=\"%.1f\" y=\"%d\">%d</text>%n",
				row * i + 13, Choice.label(parts[i]), row * i + 2, n * each, row - 4, 104 +
					n * each, row * i + 13, n));
		}
		return svg.append("</svg>\n").toString();
	}

	private static List<Long> counts(final List<UnitFindings> units) {
		final var counts = new ArrayList<Long>();
		for (final Part part : Part.values())
			counts.add(units.stream().filter(u -> u.concept() == part && u
				.iou() > Dissection.MATCH).count());
		return counts;
	}

	private void groups(final StringBuilder page) {
		if (found.groups().isEmpty()) return;
		page.append("<h2>What units do together</h2>\n<p>For each part, the 5 % of a " +
			"decoder's units that overlap most with it are ablated together. Columns: " +
			"mean ΔE00 in each part; how much more the part itself changes than the " +
			"rest of the picture; how far landmarks move, percent of the distance " +
			"between the outer eye corners; change of the eyes' aspect ratio.</p>\n" +
			"<table><tr><th>units</th>");
		for (final Part part : Part.values())
			page.append("<th>").append(Choice.label(part)).append("</th>");
		page.append("<th>part : rest</th><th>landmarks</th><th>opening</th></tr>\n");
		for (final var group : found.groups()) {
			page.append("<tr><td>").append(Choice.label(group.units().get(0)
				.decoder())).append(", ").append(group.units().size()).append(" of ")
				.append(group.name()).append("</td>");
			for (final Part part : Part.values())
				page.append("<td>").append(DissectionTables.number(group.effect().inside()
					.get(part))).append("</td>");
			page.append("<td>").append(group.part() == null ? "" : DissectionTables
				.number(group.effect().ratio(group.part()))).append("</td><td>").append(
					DissectionTables.number(group.effect().landmarks())).append(
						"</td><td>").append(DissectionTables.number(group.effect()
							.opening())).append("</td></tr>\n");
		}
		page.append("</table>\n");
	}

	private void twins(final StringBuilder page) {
		if (found.twins().isEmpty()) return;
		page.append("<h2>The same units in both decoders</h2>\n<p>Median correlation " +
			"of the activations of units of the same number, and share of those that " +
			"match the same part best.</p>\n<table><tr><th>layer</th><th>correlation" +
			"</th><th>same part</th></tr>\n");
		found.twins().forEach((layer, correlations) -> page.append(String.format(
			Locale.ROOT, "<tr><td>%s</td><td>%s</td><td>%.0f %%</td></tr>%n", layer,
			DissectionTables.number(median(correlations)), 100 * agreement(layer))));
		page.append("</table>\n");
	}

	private static double median(final double[] values) {
		final double[] sorted = java.util.Arrays.stream(values).filter(
			Double::isFinite).sorted().toArray();
		return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
	}

	private double agreement(final String layer) {
		final Map<Integer, List<Part>> parts = found.units().stream().filter(u -> u
			.unit().layer().equals(layer)).collect(Collectors.groupingBy(u -> u.unit()
				.number(), Collectors.mapping(UnitFindings::concept, Collectors
					.toList())));
		return parts.values().stream().filter(p -> p.stream().distinct()
			.count() == 1).count() / (double) parts.size();
	}
}
