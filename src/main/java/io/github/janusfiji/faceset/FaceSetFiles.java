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
package io.github.janusfiji.faceset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that make up a face set, by the name of its stack. */
public final class FaceSetFiles {

	private FaceSetFiles() {}

	/** Image property under which the stack itself carries the JSON. */
	public static final String PROPERTY = "janus.faces";

	/**
	 * @param tiff a face set's stack
	 * @return the file that describes its crops: the same name with
	 *         {@code .faces.json} instead of {@code .tif}
	 */
	public static Path sidecar(final Path tiff) {
		final String name = tiff.getFileName().toString().replaceFirst(
			"(?i)\\.tiff?$", "");
		return tiff.resolveSibling(name + ".faces.json");
	}

	/**
	 * @param tiff a face set's stack
	 * @return the table of its faces: the same name with {@code .faces.csv}
	 */
	public static Path table(final Path tiff) {
		final String json = sidecar(tiff).getFileName().toString();
		return tiff.resolveSibling(json.replaceFirst("json$", "csv"));
	}

	/**
	 * @param tiff a face set's stack
	 * @return the files of the face set: stack, description and table
	 */
	public static List<Path> of(final Path tiff) {
		return List.of(tiff, sidecar(tiff), table(tiff));
	}
}
