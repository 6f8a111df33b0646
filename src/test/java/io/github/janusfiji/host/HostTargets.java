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
package io.github.janusfiji.host;

import io.github.janusfiji.faceset.FaceQuery;
import io.github.janusfiji.fuzz.Fuzz.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What users write as text, for the fuzz test. */
public final class HostTargets {

	private HostTargets() {}

	/** @return the readers */
	public static List<Target> all() {
		final var options = List.of(bytes(
			"input='a b.mp4',size=64,coverage=0.7,mirror=true"), bytes(
				"input=[a [b].mp4] size=64 mirror output='c d.tif'"));
		return List.of(new Target("options of --run", options,
			b -> ConsoleOptions.parse(text(b))), new Target("options of macros",
				options, b -> MacroOptions.parse(text(b))), new Target(
					"filter of faces", List.of(bytes(
						"score >= 0.5 and |yaw| < 30, frame != 1e3")), b -> FaceQuery.of(text(
							b), "frame", false)));
	}

	private static byte[] bytes(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(final byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}
}
