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

import io.github.janusfiji.frames.OutputSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a recording's credentials lie if it does not carry them itself. */
final class Sidecar {

	private static final String ENDING = ".c2pa";

	private Sidecar() {}

	/** @return the file beside a recording, or in a folder of pictures */
	static Optional<Path> of(final Path media) throws IOException {
		final Path place = media.toAbsolutePath();
		if (Files.isDirectory(place)) {
			try (var inside = Files.list(place)) {
				final List<Path> found = inside.filter(f -> f.toString().endsWith(ENDING))
					.sorted().toList();
				final Path own = place.resolve(OutputSeal.beside(place).getFileName());
				if (found.contains(own)) return Optional.of(own);
				// A folder may have got another name since.
				if (found.size() == 1 && !hasMedia(place, found.get(0))) return Optional
					.of(found.get(0));
			}
		}
		for (final Path file : List.of(OutputSeal.beside(place), place
			.resolveSibling(place.getFileName() + ENDING)))
			if (Files.isRegularFile(file)) return Optional.of(file);
		return Optional.empty();
	}

	/** Whether a sidecar in a folder belongs to another file in it. */
	private static boolean hasMedia(final Path folder, final Path sidecar)
		throws IOException
	{
		final String stem = sidecar.getFileName().toString().replaceFirst(
			"\\.c2pa$", "");
		try (var inside = Files.list(folder)) {
			return inside.anyMatch(f -> !f.equals(sidecar) && (f.getFileName()
				.toString().equals(stem) || f.getFileName().toString().startsWith(stem +
					".")));
		}
	}
}
