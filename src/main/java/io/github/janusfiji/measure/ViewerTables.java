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
package io.github.janusfiji.measure;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ij.measure.ResultsTable;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Puts what a viewer sees into tables and JSON. */
final class ViewerTables {

	private ViewerTables() {}

	/** @return the columns of {@link #row}, each after a comma */
	static String header() {
		return ",found,detection,detectionsource,score,scoresource,irises," +
			"irisessource," + Stream.of(Trait.values()).map(t -> t.column() + "," + t
				.column() + "source").collect(Collectors.joining(",")) +
			",sharpness,sharpnesssource,todonor,tosource";
	}

	/**
	 * @param v what was seen in one frame
	 * @param text writes a number
	 * @return the columns, each after a comma
	 */
	static String row(final Viewed v, final DoubleFunction<String> text) {
		final FaceState a = v.source(), b = v.swapped();
		final var traits = Stream.of(Trait.values()).flatMapToDouble(
			t -> DoubleStream.of(t.of(b), t.of(a)));
		final double found = a.isFound() ? b.isFound() ? 1 : 0 : Double.NaN;
		return Stream.of(DoubleStream.of(found, b.detection(), a.detection(), b
			.score(), a.score(), b.irises(), a.irises()), traits, DoubleStream.of(b
				.sharpness(), a.sharpness(), v.toDonor(), v.toSource())).flatMapToDouble(
					s -> s).mapToObj(value -> "," + text.apply(value)).collect(Collectors
						.joining());
	}

	/**
	 * @param seen what a viewer sees
	 * @return for each trait how it follows the source, as CSV with a header
	 */
	static String agreement(final Appearance seen) {
		final var csv = new StringBuilder(
			"trait,frames,source,swapped,spread,error,r,slope\n");
		for (final Trait trait : Trait.values()) {
			final Following f = seen.following(trait);
			csv.append(trait.column()).append(',').append(f.frames());
			for (final double v : numbers(f))
				csv.append(',').append(Double.isNaN(v) ? "" : String.format(Locale.ROOT,
					"%.4f", v));
			csv.append('\n');
		}
		return csv.toString();
	}

	/**
	 * @param seen what a viewer sees
	 * @return the same as a table for a window
	 */
	static ResultsTable table(final Appearance seen) {
		final var table = new ResultsTable();
		table.setPrecision(3);
		final String[] names = { "source", "swapped", "spread", "error", "r",
			"slope" };
		for (final Trait trait : Trait.values()) {
			final Following f = seen.following(trait);
			final double[] numbers = numbers(f);
			table.incrementCounter();
			table.addValue("trait", trait.label());
			table.addValue("frames", f.frames());
			for (int i = 0; i < names.length; i++)
				table.addValue(names[i], numbers[i]);
		}
		return table;
	}

	private static double[] numbers(final Following f) {
		return new double[] { f.source(), f.swapped(), f.spread(), f.error(), f
			.r(), f.slope() };
	}

	/**
	 * @param seen what a viewer sees
	 * @param number writes a number
	 * @return the figures of the whole clip
	 */
	static JsonObject json(final Appearance seen,
		final DoubleFunction<JsonElement> number)
	{
		final var json = new JsonObject();
		final String[] names = { "found", "detection", "sourceDetection", "score",
			"sourceScore", "irises", "sharpness", "sourceSharpness",
			"donorSharpness", "sharpnessToDonor", "nearerToDonor", "distanceToDonor",
			"distanceToSource" };
		final double[] values = { seen.found(), seen.detection(), seen
			.sourceDetection(), seen.score(), seen.sourceScore(), seen.irises(), seen
				.sharpness(), seen.sourceSharpness(), seen.donor(), seen
					.sharpnessRatio(), seen.nearer(), seen.toDonor(), seen.toSource() };
		for (int i = 0; i < names.length; i++)
			json.add(names[i], number.apply(values[i]));
		final var agreement = new JsonObject();
		Arrays.stream(Trait.values()).forEach(t -> agreement.add(t.column(),
			following(seen.following(t), number)));
		json.add("agreement", agreement);
		return json;
	}

	private static JsonObject following(final Following f,
		final DoubleFunction<JsonElement> number)
	{
		final var json = new JsonObject();
		json.addProperty("frames", f.frames());
		json.add("source", number.apply(f.source()));
		json.add("swapped", number.apply(f.swapped()));
		json.add("spread", number.apply(f.spread()));
		json.add("error", number.apply(f.error()));
		json.add("r", number.apply(f.r()));
		json.add("slope", number.apply(f.slope()));
		return json;
	}
}
