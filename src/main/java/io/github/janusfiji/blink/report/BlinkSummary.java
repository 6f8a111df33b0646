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
package io.github.janusfiji.blink.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.BlinkStatistics;
import io.github.janusfiji.blink.DeformationTest;
import io.github.janusfiji.blink.EyeEvent.Kind;
import io.github.janusfiji.blink.RateEvidence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Puts all that was found out about a clip's blinks into JSON. */
final class BlinkSummary {

	private static final int VERSION = 2;

	private BlinkSummary() {}

	/**
	 * @param analysis what was measured
	 * @param statistics its statistics
	 * @return the summary; quantities that need more blinks than there are are
	 *         null
	 */
	static String json(final BlinkAnalysis analysis,
		final BlinkStatistics statistics)
	{
		final var json = new JsonObject();
		json.addProperty("version", VERSION);
		json.addProperty("clip", analysis.name());
		json.addProperty("statementOfOrigin", analysis.evidence().statement().orElse(
			null));
		json.addProperty("frames", analysis.frames());
		json.addProperty("framesWithEyes", analysis.eyes().size());
		json.add("frameRate", number(analysis.frameRate()));
		json.add("secondsWithEyes", number(statistics.secondsSeen()));
		json.add("secondsObserved", number(statistics.secondsObserved()));
		blinks(json, statistics);
		json.add("events", events(analysis));
		json.add("rate", rate(statistics.evidence()));
		json.add("deformation", deformation(analysis.evidence().tests()));
		json.add("norms", norms());
		json.addProperty("note", "Times are in seconds. Measurements and norms " +
			"are evidence, not a verdict: people differ widely, and a clip of a " +
			"few seconds without a blink says little.");
		return new GsonBuilder().setPrettyPrinting().serializeNulls()
			.disableHtmlEscaping().create().toJson(json) + "\n";
	}

	private static void blinks(final JsonObject json,
		final BlinkStatistics statistics)
	{
		json.addProperty("blinks", statistics.blinks());
		json.addProperty("fullBlinks", statistics.full());
		json.add("blinksPerMinute", number(statistics.perMinute()));
		json.add("blinksPerMinute95", pair(statistics.lowest(), statistics
			.highest()));
		json.add("meanDuration", number(statistics.meanDuration()));
		json.add("meanHalfDuration", number(statistics.meanHalfDuration()));
		json.add("meanInterval", number(statistics.meanInterval()));
		json.add("medianInterval", number(statistics.medianInterval()));
		json.add("intervalVariation", number(statistics.intervalVariation()));
		final var intervals = new JsonArray();
		statistics.intervals().forEach(i -> intervals.add(number(i)));
		json.add("intervals", intervals);
	}

	private static JsonObject events(final BlinkAnalysis analysis) {
		final var counts = new JsonObject();
		for (final Kind kind : Kind.values()) counts.addProperty(kind.toString(),
			analysis.events().stream().filter(e -> e.kind() == kind).count());
		return counts;
	}

	private static JsonObject rate(final RateEvidence evidence) {
		final var json = new JsonObject();
		json.addProperty("task", evidence.activity().toString());
		json.addProperty("finding", evidence.finding().name().toLowerCase(
			Locale.ROOT).replace('_', ' '));
		json.add("p", small(evidence.p()));
		json.add("pFewOrFewer", small(evidence.few()));
		json.add("pManyOrMore", small(evidence.many()));
		json.add("log10RatioHardlyEverBlinks", number(evidence.logRatio()));
		json.add("secondsNeeded", number(evidence.needed()));
		json.addProperty("sentence", evidence.sentence());
		return json;
	}

	private static JsonArray deformation(final List<DeformationTest> tests) {
		final var array = new JsonArray();
		for (final DeformationTest test : tests) {
			final var json = new JsonObject();
			json.addProperty("measure", test.measure().toString());
			json.addProperty("frames", test.frames());
			json.add("effect", number(test.effect()));
			json.add("allowance", number(test.allowance()));
			json.add("p", small(test.p()));
			json.add("pCorrected", small(test.corrected()));
			array.add(json);
		}
		return array;
	}

	private static JsonObject norms() {
		final var rates = new JsonArray();
		for (final Norm norm : Norm.RATES) {
			final var json = new JsonObject();
			json.addProperty("task", norm.task());
			json.addProperty("mean", norm.rate());
			json.addProperty("people", norm.people());
			json.addProperty("source", norm.source());
			rates.add(json);
		}
		final var duration = new JsonObject();
		duration.addProperty("from", Norm.SHORTEST);
		duration.addProperty("to", Norm.LONGEST);
		duration.addProperty("source", Norm.DURATION);
		final var norms = new JsonObject();
		norms.add("blinksPerMinute", rates);
		norms.addProperty("ranges", Norm.RANGES);
		norms.add("duration", duration);
		norms.addProperty("partial", Norm.PARTIAL);
		return norms;
	}

	private static JsonArray pair(final double low, final double high) {
		final var pair = new JsonArray();
		pair.add(number(low));
		pair.add(number(high));
		return pair;
	}

	/** JSON knows no NaN; four decimals are below any frame's duration. */
	private static JsonElement number(final double value) {
		return Double.isFinite(value) ? new JsonPrimitive(BigDecimal.valueOf(value)
			.setScale(4, RoundingMode.HALF_EVEN)) : JsonNull.INSTANCE;
	}

	/** Three figures, however small. */
	private static JsonElement small(final double value) {
		return Double.isFinite(value) ? new JsonPrimitive(BigDecimal.valueOf(value)
			.round(new MathContext(3))) : JsonNull.INSTANCE;
	}
}
