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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules for actions in claims of the second version (C2PA 2.2, 18.15). */
final class ActionRules {

	private static final Set<String> STARTS = Set.of("c2pa.created",
		"c2pa.opened");
	private static final Set<String> NEED_SOURCE = Set.of("c2pa.opened",
		"c2pa.placed", "c2pa.removed");

	private ActionRules() {}

	static void check(final Manifest manifest, final List<Status> found)
		throws ManifestException
	{
		if (!manifest.isSecond()) return;
		boolean begun = manifest.isUpdate();
		boolean first = true;
		for (final String label : manifest.labels()) {
			if (!label.startsWith("c2pa.actions")) continue;
			final String url = manifest.address("c2pa.assertions/" + label);
			final var actions = new ArrayList<Map<?, ?>>();
			if (manifest.assertion(label).orElse(Map.of()).get(
				"actions") instanceof List<?> list) for (final Object one : list)
					if (one instanceof Map<?, ?> map) actions.add(map);
			if (actions.isEmpty()) found.add(Status.failure(Codes.ACTION_MALFORMED,
				url, "there are no actions"));
			for (int i = 0; i < actions.size(); i++) {
				final String name = Manifest.text(actions.get(i).get("action"));
				if (STARTS.contains(name)) {
					if (!first || i > 0) found.add(Status.failure(
						Codes.ACTION_MALFORMED, url,
						"an action that begins something is not the first"));
					begun = true;
				}
				if (NEED_SOURCE.contains(name) && !hasSource(manifest, name, actions.get(
					i))) found.add(Status.failure(Codes.ACTION_INGREDIENT, url, name +
						" does not name its source"));
			}
			first = false;
		}
		if (!begun) found.add(Status.failure(Codes.ACTION_MALFORMED, manifest
			.address("c2pa.assertions"), "no action says how it began"));
	}

	private static boolean hasSource(final Manifest manifest,
		final String name, final Map<?, ?> action) throws ManifestException
	{
		if (!(action.get("parameters") instanceof Map<?, ?> parameters)) return false;
		final Object several = parameters.get("ingredients");
		final List<?> all = several instanceof List<?> list ? list : parameters.get(
			"ingredient") instanceof Map<?, ?> one ? List.of(one) : List.of();
		final String wanted = name.equals("c2pa.opened") ? "parentOf"
			: "componentOf";
		for (final Object link : all) {
			if (!(link instanceof Map<?, ?> map)) continue;
			final String url = Manifest.text(map.get("url"));
			final String label = url.substring(url.lastIndexOf('/') + 1);
			if (wanted.equals(manifest.assertion(label).orElse(Map.of()).get(
				"relationship"))) return true;
		}
		return false;
	}
}
