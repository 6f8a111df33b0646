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

/** Decides whether a folder may be replaced by a new sequence of images. */
final class OutputFolder {

	private OutputFolder() {}

	/**
	 * Allows a folder that is missing, empty, or holds nothing but frames that
	 * were written here before: those carry a mark. Anything else might be dear to
	 * somebody.
	 *
	 * @throws InputException if the folder holds anything else
	 */
	static void requireReplaceable(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		if (!Files.isDirectory(folder)) throw new InputException(folder +
			" is a file; choose a name for a new folder.");
		try (var all = Files.list(folder)) {
			for (final var file : (Iterable<Path>) all::iterator) {
				if (!isOurs(file)) throw new InputException("The folder " + folder +
					" already holds other files; choose a new or an empty folder.");
			}
		}
	}

	/** @return whether a file is a frame that was written here */
	static boolean isOurs(final Path file) throws IOException {
		// What signs them lies among them.
		if (file.getFileName().equals(OutputSeal.beside(file.toAbsolutePath()
			.getParent()).getFileName())) return true;
		return file.getFileName().toString().matches("frame_\\d{6,}\\.png") && Files
			.isRegularFile(file) && PngText.JANUS.equals(PngText.read(file).get(
				PngText.SOFTWARE));
	}
}
