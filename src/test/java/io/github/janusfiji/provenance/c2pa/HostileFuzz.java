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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Verifies mutated manifests, as many as asked for: {@code HostileFuzz 1000000}.
 * Anything but a verdict or a {@link ManifestException} ends it.
 */
public final class HostileFuzz {

	private HostileFuzz() {}

	/** @param args how many, and the seed */
	public static void main(final String[] args) throws Exception {
		final int times = Integer.parseInt(args[0]);
		final var random = new Random(args.length > 1 ? Long.parseLong(args[1]) : 1);
		final Path folder = Files.createTempDirectory("janus-fuzz");
		final var signer = Credential.make("Laboratory");
		final byte[] good = ContentCredentials.embedded(SignedFiles.signed(folder,
			"png", 1, signer)).orElseThrow();
		final Path file = SignedFiles.plain(folder, "png", 1);
		final Map<String, Integer> ends = new TreeMap<>();
		long most = 0;
		for (int i = 0; i < times; i++) {
			String end;
			try {
				end = ContentCredentials.verify(file, Mutations.of(good, random),
					TrustAnchors.NONE, () -> false).validation().state().name();
			}
			catch (final ManifestException e) {
				end = e.code();
			}
			ends.merge(end, 1, Integer::sum);
			final var runtime = Runtime.getRuntime();
			most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
		}
		System.out.println(times + " mutated manifests: " + ends + "; at most " + (most >>
			20) + " MB of heap in use, garbage included");
	}
}
