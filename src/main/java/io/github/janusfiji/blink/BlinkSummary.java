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
package io.github.janusfiji.blink;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Puts a clip's {@link BlinkStatistics} and published norms into JSON. */
final class BlinkSummary {

	private static final int VERSION = 1;

	private BlinkSummary() {}

	/**
	 * @param analysis what was measured
	 * @return the summary; quantities that need more blinks than there are are
	 *         null
	 */
	static String json(final BlinkAnalysis analysis) {
		final BlinkStatistics statistics = BlinkStatistics.of(analysis);
		final var json = new JsonObject();
		json.addProperty("version", VERSION);
		json.addProperty("clip", analysis.name());
		json.addProperty("frames", analysis.frames());
		json.addProperty("framesWithEyes", analysis.eyes().size());
		json.add("frameRate", number(analysis.frameRate()));
		json.add("secondsWithEyes", number(statistics.secondsSeen()));
		json.addProperty("blinks", statistics.blinks());
		json.add("blinksPerMinute", number(statistics.perMinute()));
		json.add("meanDuration", number(statistics.meanDuration()));
		json.add("meanInterval", number(statistics.meanInterval()));
		final var intervals = new JsonArray();
		statistics.intervals().forEach(i -> intervals.add(number(i)));
		json.add("intervals", intervals);
		json.add("norms", norms());
		json.addProperty("note", "Times are in seconds. Measurements and norms " +
			"are evidence, not a verdict: people differ widely, and a clip of a " +
			"few seconds without a blink says little.");
		return new GsonBuilder().setPrettyPrinting().serializeNulls()
			.disableHtmlEscaping().create().toJson(json) + "\n";
	}

	private static JsonObject norms() {
		final var rate = new JsonObject();
		rate.addProperty("rest", BlinkStatistics.REST);
		rate.addProperty("conversation", BlinkStatistics.CONVERSATION);
		rate.addProperty("reading", BlinkStatistics.READING);
		rate.addProperty("source", "Bentivoglio et al., Analysis of blink rate " +
			"patterns in normal subjects, Movement Disorders 12(6), 1997: means of " +
			"150 healthy people");
		final var duration = new JsonObject();
		duration.addProperty("from", BlinkStatistics.SHORTEST);
		duration.addProperty("to", BlinkStatistics.LONGEST);
		duration.addProperty("source",
			"Schiffman, Sensation and Perception: An Integrated Approach, 2001");
		final var norms = new JsonObject();
		norms.add("blinksPerMinute", rate);
		norms.add("duration", duration);
		return norms;
	}

	/** JSON knows no NaN; four decimals are below any frame's duration. */
	private static JsonElement number(final double value) {
		return Double.isFinite(value) ? new JsonPrimitive(BigDecimal.valueOf(value)
			.setScale(4, RoundingMode.HALF_EVEN)) : JsonNull.INSTANCE;
	}
}
