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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The media types of files (IANA) by their names. */
final class MediaType {

	private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("mp4",
		"video/mp4"), Map.entry("m4v", "video/mp4"), Map.entry("mov",
			"video/quicktime"), Map.entry("mkv", "video/x-matroska"), Map.entry("webm",
				"video/webm"), Map.entry("avi", "video/x-msvideo"), Map.entry("png",
					"image/png"), Map.entry("jpg", "image/jpeg"), Map.entry("jpeg",
						"image/jpeg"), Map.entry("tif", "image/tiff"), Map.entry("tiff",
							"image/tiff"), Map.entry("gif", "image/gif"));

	private MediaType() {}

	/** @return the type; empty if it is not known, or a folder */
	static String of(final Path file) {
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return Files.isDirectory(file) ? "" : TYPES.getOrDefault(name.substring(name
			.lastIndexOf('.') + 1), "");
	}

	/** @return whether it is one that credentials are looked for in */
	static boolean isMedia(final Path file) {
		return !of(file).isEmpty();
	}
}
