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
import java.util.Optional;

/** Kinds of files that have a place for credentials, by their first bytes. */
final class Containers {

	private Containers() {}

	/**
	 * @param file whose first bytes tell what it is
	 * @return what it is, if it has a place for a manifest
	 * @throws IOException if it cannot be read
	 */
	static Optional<Container> of(final Path file) throws IOException {
		try (var bytes = new Bytes(file)) {
			if (bytes.size() < 12) return Optional.empty();
			final var head = bytes.at(0, 12);
			if (head.getLong(0) == PngContainer.SIGNATURE) return Optional.of(
				new PngContainer());
			if (head.getShort(0) == (short) 0xffd8) return Optional.of(
				new JpegContainer());
			final int first = head.getInt(0);
			if (first == 0x49492a00 || first == 0x4d4d002a || first == 0x49492b00 ||
				first == 0x4d4d002b) return Optional.of(new TiffContainer());
			if (BmffContainer.STARTS.contains(bytes.name(4))) return Optional.of(
				new BmffContainer());
			return Optional.empty();
		}
	}
}
