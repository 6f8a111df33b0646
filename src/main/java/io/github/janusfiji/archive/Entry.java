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
package io.github.janusfiji.archive;

import com.google.gson.JsonObject;
import io.github.janusfiji.task.Choice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * What a manifest says of a clip: one line.
 *
 * @param state what became of it
 * @param clip its name
 * @param bytes of its files
 * @param modified when they were changed last, ms since 1970
 * @param sha256 of its content; empty if it could not be read
 * @param folder with its result; empty if there is none
 * @param sentence why it failed or was left to another worker
 * @param written bytes of the result
 * @param seconds that it took
 * @param processor seconds of one processor that it took
 * @param time when that was, ms since 1970
 */
record Entry(State state, String clip, long bytes, long modified,
	String sha256, String folder, String sentence, long written, double seconds,
	double processor, long time)
{

	/** What became of a clip; the work on one may also have only begun. */
	enum State {
		BEGUN, DONE, FAILED, SKIPPED;

		String word() {
			return Choice.label(this);
		}
	}

	/** @return the line, without its end */
	JsonObject json() {
		final var json = new JsonObject();
		json.addProperty("state", state.word());
		json.addProperty("clip", clip);
		json.addProperty("bytes", bytes);
		json.addProperty("modified", modified);
		json.addProperty("sha256", sha256);
		json.addProperty("folder", folder);
		if (!sentence.isEmpty()) json.addProperty("sentence", sentence);
		json.addProperty("written", written);
		json.addProperty("seconds", rounded(seconds));
		json.addProperty("processor", rounded(processor));
		json.addProperty("time", time);
		return json;
	}

	private static BigDecimal rounded(final double seconds) {
		return BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_EVEN);
	}

	/**
	 * @param json a line of a manifest
	 * @return what it says
	 * @throws RuntimeException if it is none
	 */
	static Entry of(final JsonObject json) {
		return new Entry(State.valueOf(json.get("state").getAsString().toUpperCase(
			Locale.ROOT)), json.get("clip").getAsString(), json.get("bytes")
				.getAsLong(), json.get("modified").getAsLong(), json.get("sha256")
					.getAsString(), json.get("folder").getAsString(), json.has(
						"sentence") ? json.get("sentence").getAsString() : "", json.get(
							"written").getAsLong(), json.get("seconds").getAsDouble(), json
								.get("processor").getAsDouble(), json.get("time").getAsLong());
	}
}
