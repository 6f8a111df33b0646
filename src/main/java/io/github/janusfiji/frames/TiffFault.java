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

/** Sentences for users whose TIFF file cannot be read. */
final class TiffFault {

	private TiffFault() {}

	/** @return what to tell the user of a file that cannot be read */
	static String broken(final Path path) {
		return isBig(path) ? path.getFileName() +
			" is a BigTIFF, which Janus does not read; save it as an ordinary TIFF " +
			"(less than 4 GB)." : path.getFileName() +
				" is not a TIFF image that can be read; it is damaged, its name does " +
				"not fit its content, or it is of a kind that is not supported: save " +
				"it uncompressed.";
	}

	/** BigTIFF has the version 43 where TIFF has 42. */
	private static boolean isBig(final Path path) {
		try (var in = Files.newInputStream(path)) {
			final byte[] b = in.readNBytes(4);
			return b.length == 4 && b[0] == b[1] && (b[0] == 'I' && b[2] == 43 ||
				b[0] == 'M' && b[3] == 43);
		}
		catch (final IOException exc) {
			return false;
		}
	}

	/** @return what to tell the user of pages that differ in size */
	static InputException differ(final Path path) {
		return new InputException(path.getFileName() +
			" has pages of different sizes; save each as a file of its own, and " +
			"give their folder.");
	}
}
