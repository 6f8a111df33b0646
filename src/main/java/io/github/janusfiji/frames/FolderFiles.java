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

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the images of a folder in natural order of their names. */
final class FolderFiles {

	/** Kinds of pictures that Janus cannot read, by their extensions. */
	private static final Set<String> FOREIGN = Set.of("webp", "heic", "heif",
		"avif", "jxl", "jp2", "j2k", "jpx", "psd", "exr", "hdr", "tga", "svg", "cr2",
		"cr3", "nef", "arw", "dng", "raf", "orf", "rw2", "ppm", "pgm", "pbm", "dcm");

	/** Stands for what the system's encoding has no character for. */
	private static final char UNKNOWN = '\ufffd';

	/** Names given in a message. */
	private static final int NAMED = 3;

	private FolderFiles() {}

	/** @return whether a file's extension is that of a picture Janus cannot read */
	static boolean isForeign(final Path file) {
		return FOREIGN.contains(FileKind.extension(file));
	}

	/**
	 * @param folder a folder
	 * @return its images, at least one
	 * @throws IOException if there is none, or some pictures are of a kind that
	 *           cannot be read: leaving them out would be silent loss
	 */
	static List<Path> list(final Path folder) throws IOException {
		final List<Path> files;
		try (var all = Files.list(folder)) {
			final var order = new NaturalOrder();
			files = all.filter(file -> !file.getFileName().toString().startsWith("."))
				.filter(Files::isRegularFile).sorted((a, b) -> order.compare(a
					.getFileName().toString(), b.getFileName().toString())).toList();
		}
		for (final Path file : files)
			if (file.toString().indexOf(UNKNOWN) >= 0) throw new InputException(
				"The folder " + folder + " holds a file, " + file.getFileName() +
					", that this system's language setting cannot name: start Java under" +
					" a UTF-8 locale, such as LC_ALL=C.UTF-8, or rename it.");
		final var foreign = files.stream().filter(FolderFiles::isForeign).map(file -> file.getFileName().toString()).toList();
		if (!foreign.isEmpty()) throw new InputException("The folder " + folder +
			" holds " + foreign.size() + (foreign.size() == 1 ? " picture"
				: " pictures") + " of a kind that Janus does not read (" + foreign
					.stream().limit(NAMED).collect(Collectors.joining(", ")) + (foreign
						.size() > NAMED ? ", …" : "") +
			"); convert them to PNG or JPEG, or move them to another folder.");
		final var images = files.stream().filter(FileKind::isImage).toList();
		if (images.isEmpty()) throw new InputException("The folder " + folder +
			" holds no images; choose one with PNG, JPEG, TIFF, BMP or GIF files.");
		return images;
	}
}
