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
package io.github.janusfiji.task;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Folders that had to be made for an output.
 *
 * @param lowest the output's own folder
 * @param highest the topmost that was missing, or null
 */
record MadeFolders(Path lowest, Path highest) {

	/** @throws InputException if the folders above an output cannot be made */
	static MadeFolders above(final Path output) throws InputException {
		Path missing = null;
		for (Path p = output.getParent(); p != null && Files.notExists(p); p = p
			.getParent()) missing = p;
		final var made = new MadeFolders(output.getParent(), missing);
		try {
			Files.createDirectories(output.getParent());
			return made;
		}
		catch (final IOException e) {
			try {
				made.removeIfEmpty();
			}
			catch (final InputException also) {
				e.addSuppressed(also);
			}
			throw WriteFailure.beginning(output, e);
		}
	}

	/** From the lowest upwards; one that others use meanwhile stays. */
	void removeIfEmpty() throws InputException {
		if (highest == null) return;
		for (Path p = lowest; p != null && p.startsWith(highest); p = p
			.getParent())
		{
			try {
				Files.delete(p);
			}
			catch (final DirectoryNotEmptyException e) {
				return;
			}
			catch (final NoSuchFileException e) {
				continue; // was not even made
			}
			catch (final IOException e) {
				throw new InputException("The folder " + p +
					", which was made for an output, cannot be removed; remove it.", e);
			}
		}
	}
}
