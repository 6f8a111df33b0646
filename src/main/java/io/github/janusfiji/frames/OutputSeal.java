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
package io.github.janusfiji.frames;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Signs outputs that are synthetic, between their completion and the moment they
 * get their name. Found as a service, so that no writer can be made without it.
 */
public interface OutputSeal {

	/**
	 * A complete output that has no name yet.
	 *
	 * @param written the file, or the folder of pictures; may be changed
	 * @param name it will have
	 * @param sources files that it was made from, as far as known
	 * @param metadata keys and texts of it
	 * @param print of its pictures as a reader will see them, if writing told
	 */
	record Unsigned(Path written, String name, List<Path> sources,
		Map<String, String> metadata, Optional<MediaFingerprint> print)
	{}

	/**
	 * @param metadata keys and texts of an output
	 * @return whether it has to be signed
	 */
	boolean concerns(Map<String, String> metadata);

	/**
	 * Signs an output in its place.
	 *
	 * @param output what to sign
	 * @return what has to be kept beside it, if it has no place for that itself
	 * @throws IOException if it cannot be signed; the message is one sentence for
	 *           the user
	 */
	Optional<byte[]> seal(Unsigned output) throws IOException;

	/**
	 * @param output a file or folder
	 * @return where what is kept beside it goes
	 */
	static Path beside(final Path output) {
		final String name = output.getFileName().toString();
		return output.resolveSibling(name.replaceFirst("(?<=.)\\.[^.]*$", "") +
			".c2pa");
	}

	/** @return the service of this installation, if it has one */
	static Optional<OutputSeal> service() {
		return ServiceLoader.load(OutputSeal.class, OutputSeal.class
			.getClassLoader()).findFirst();
	}
}
