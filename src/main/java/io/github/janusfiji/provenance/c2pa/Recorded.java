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
package io.github.janusfiji.provenance.c2pa;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an ingredient's assertion says was found when it was taken in. */
final class Recorded {

	private Recorded() {}

	/** @return the codes, of the ingredient and of all below */
	static Set<String> codes(final Map<?, ?> ingredient) {
		final var codes = new HashSet<String>();
		collect(ingredient.get("validationResults"), codes, 0);
		collect(ingredient.get("validationStatus"), codes, 0);
		collect(ingredient.get("validation_status"), codes, 0);
		return codes;
	}

	private static void collect(final Object value, final Set<String> codes,
		final int depth)
	{
		if (depth > 8) return;
		if (value instanceof List<?> list) list.forEach(v -> collect(v, codes,
			depth + 1));
		if (!(value instanceof Map<?, ?> map)) return;
		if (map.get("code") instanceof String code) codes.add(code);
		map.values().forEach(v -> collect(v, codes, depth + 1));
	}
}
