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
package io.github.janusfiji.command;

import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.task.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Face sets of the people that a model is trained on, opened together. */
final class PeopleList implements AutoCloseable {

	private final List<Path> files;
	private final List<FaceSet> opened = new ArrayList<>();

	/** @param files a face set of each person */
	PeopleList(final List<Path> files) {
		this.files = List.copyOf(files);
	}

	/**
	 * @param a the first person's, or null
	 * @param b the second person's, or null
	 * @param others further people's with semicolons between them; may be empty
	 * @return all of them, in order
	 * @throws InputException if one is missing, or the list cannot be understood
	 */
	static List<Path> of(final File a, final File b, final String others)
		throws InputException
	{
		final var files = new ArrayList<Path>();
		for (final String part : String.valueOf(others).split(";"))
			if (!part.isBlank()) files.add(path(part.strip()));
		if (files.size() >= 2 && isEmpty(a) && isEmpty(b)) return files;
		files.add(0, Clip.required(a, "facesa",
			"the face set (.tif) of the first person").toPath());
		files.add(1, Clip.required(b, "facesb",
			"the face set (.tif) of the second person").toPath());
		return files;
	}

	/** @return whether a parameter was left empty */
	static boolean isEmpty(final File file) {
		return file == null || file.getPath().isBlank();
	}

	private static Path path(final String text) throws InputException {
		try {
			return Path.of(text);
		}
		catch (final InvalidPathException e) {
			throw new InputException("'faces' names '" + text + "', which cannot be a " +
				"file's name here: write paths of face sets with ; between them.", e);
		}
	}

	/**
	 * @return the face sets; closed with this list
	 * @throws IOException if one cannot be read
	 */
	List<FaceSet> open() throws IOException {
		for (final Path file : files)
			opened.add(FaceSet.open(file));
		return List.copyOf(opened);
	}

	@Override
	public void close() throws IOException {
		for (final FaceSet set : opened)
			set.close();
	}
}
