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

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Puts the figures of a whole clip into JSON. */
final class MeasureSummary {

	private static final int VERSION = 1;

	private MeasureSummary() {}

	/**
	 * @param m what was measured
	 * @return the summary; null is what could not be measured
	 */
	static String json(final SwapMeasurement m) {
		final var json = new JsonObject();
		json.addProperty("version", VERSION);
		json.addProperty("source", m.source());
		json.addProperty("swapped", m.swapped());
		json.addProperty("framesIn", m.media().framesIn());
		json.addProperty("framesOut", m.media().framesOut());
		json.add("durationDifference", number(m.media().duration()));
		json.add("soundOffset", number(m.media().soundOffset().orElse(
			Double.NaN)));
		json.addProperty("faces", m.faces());
		json.add("outside", outside(m));
		json.add("seam", seam(m));
		json.add("flickerRatio", number(m.flickerRatio()));
		json.add("landmarks", number(m.landmarks()));
		json.add("innerLandmarks", number(m.innerLandmarks()));
		json.add("pose", number(m.pose()));
		json.add("identityA", number(m.identityA()));
		json.add("identityB", number(m.identityB()));
		json.add("viewer", ViewerTables.json(m.appearance(),
			MeasureSummary::number));
		json.addProperty("note", "Times are in seconds, angles in degrees, " +
			"landmarks in percent of the distance between the outer eye corners. " +
			"A PSNR of null with identical = true is infinite. Of what a viewer sees," +
			" scores are log-odds in nats, gaze is in widths of the eye, mouth and" +
			" brows in distances of the outer eye corners.");
		return new GsonBuilder().setPrettyPrinting().serializeNulls()
			.disableHtmlEscaping().create().toJson(json) + "\n";
	}

	private static JsonObject outside(final SwapMeasurement m) {
		final var outside = new JsonObject();
		outside.addProperty("identical", m.differing() == 0);
		outside.addProperty("differing", m.differing());
		outside.add("psnr", number(m.psnr()));
		outside.add("ssim", number(m.ssim()));
		return outside;
	}

	private static JsonObject seam(final SwapMeasurement m) {
		final var seam = new JsonObject();
		seam.add("deltaE", number(m.seam()));
		seam.add("deltaE95", number(m.seam95()));
		seam.add("sourceDeltaE", number(m.sourceSeam()));
		seam.add("tone", number(m.tone()));
		seam.add("sourceTone", number(m.sourceTone()));
		seam.add("skin", number(m.skin()));
		seam.add("gradientRatio", number(m.gradientRatio()));
		return seam;
	}

	/** JSON knows neither NaN nor infinity. */
	private static JsonElement number(final double value) {
		return Double.isFinite(value) ? new JsonPrimitive(BigDecimal.valueOf(value)
			.setScale(6, RoundingMode.HALF_EVEN)) : JsonNull.INSTANCE;
	}
}
