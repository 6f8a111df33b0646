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
package io.github.janusfiji.archive;

import io.github.janusfiji.task.FileStem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A clip of an archive as all workers together know it.
 *
 * @param name of the clip
 * @param state {@code done}, {@code failed} or {@code missing}
 * @param sha256 of its content; empty if nobody could read it
 * @param folder of its whole result, if there is one
 * @param files of the result, by their paths in the folder
 * @param sentence why it failed; empty otherwise
 */
record MergedClip(String name, String state, String sha256,
	Optional<Path> folder, List<String> files, String sentence)
{

	/**
	 * @param ending of a file's name
	 * @return the file of the result whose name ends so, if there is one
	 */
	Optional<Path> file(final String ending) {
		return files.stream().filter(f -> f.equals(stem() + ending)).findFirst().map(
			f -> folder.orElseThrow().resolve(f));
	}

	/** @return what the names of its files begin with */
	String stem() {
		return FileStem.of(name.substring(name.lastIndexOf(
			'/') + 1));
	}

	/** @return endings of the files that are named after the clip */
	List<String> endings() {
		return files.stream().filter(f -> f.startsWith(stem() + ".")).map(f -> f
			.substring(stem().length())).toList();
	}
}
