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

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Janus's own assertion over the boxes of an MP4 that C2PA wants left out of the
 * hash, because some programs change them: the brands and the table of fragments.
 */
final class BmffShell {

	private static final String LABEL = "io.github.janusfiji.boxes";
	private static final Set<String> TYPES = Set.of("ftyp", "mfra");

	private BmffShell() {}

	static Map<String, Object> assertion(final byte[] hash) {
		final var value = new LinkedHashMap<String, Object>();
		value.put("alg", "sha256");
		value.put("hash", hash);
		return Map.of(LABEL, value);
	}

	static byte[] hash(final Bytes file) throws IOException {
		final MessageDigest digest = Digests.named("");
		for (final BmffBoxes box : BmffBoxes.top(file)) if (TYPES.contains(box
			.type())) digest.update(file.at(box.start(), box.end() - box.start()));
		return digest.digest();
	}

	/** @return whether they are as they were, if the manifest says how */
	static boolean fits(final Path file, final Manifest manifest)
		throws IOException
	{
		final Optional<Map<?, ?>> said = manifest.assertion(LABEL);
		if (said.isEmpty()) return true;
		if (!(said.get().get("hash") instanceof byte[] hash)) return false;
		if (Containers.of(file).filter(BmffContainer.class::isInstance).isEmpty())
			return false;
		try (var bytes = new Bytes(file)) {
			return Arrays.equals(hash, hash(bytes));
		}
		catch (final ManifestException e) {
			// Boxes that cannot be read are not those that were written.
			return false;
		}
	}
}
