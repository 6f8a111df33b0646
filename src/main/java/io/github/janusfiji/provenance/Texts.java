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
package io.github.janusfiji.provenance;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares titles and comments of a recording before and after re-muxing. */
final class Texts {

	/** What every program that writes containers sets for itself. */
	private static final Set<String> OWN = Set.of("encoder", "major_brand",
		"minor_version", "compatible_brands", "creation_time", "duration",
		"handler_name", "vendor_id", "encoded_by", "software");

	private Texts() {}

	/**
	 * @return whether a text is another or new; programs that re-mux may leave
	 *         texts out, but write none of their own
	 */
	static boolean differ(final Map<String, String> signed,
		final Map<String, String> found)
	{
		final var before = new TreeMap<String, String>();
		signed.forEach((key, text) -> before.put(plain(key), text.strip()));
		return found.entrySet().stream().filter(e -> !OWN.contains(plain(e.getKey())) &&
			!plain(e.getKey()).startsWith("_")).anyMatch(e -> !e.getValue().strip()
				.equals(before.get(plain(e.getKey()))));
	}

	private static String plain(final String key) {
		return key.toLowerCase(Locale.ROOT);
	}
}
