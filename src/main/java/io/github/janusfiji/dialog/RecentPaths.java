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
package io.github.janusfiji.dialog;

import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.io.FileInfo;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Paths that were given to a parameter before, in this run of the program and
 * earlier ones, kept among ImageJ's preferences.
 *
 * @param parameter command and parameter, {@code SwapFaces.model}
 */
record RecentPaths(String parameter) {

	/** Paths that are kept of each parameter. */
	private static final int KEPT = 8;

	private String key() {
		return "janus.recent." + parameter;
	}

	/** @return the latest first */
	List<String> all() {
		final String kept = Prefs.get(key(), "");
		return kept.isEmpty() ? List.of() : List.of(kept.split("\t"));
	}

	/** @param path the latest; nothing is kept of an empty one */
	void add(final String path) {
		if (path.isBlank() || path.contains("\t")) return;
		final var paths = new LinkedHashSet<String>();
		paths.add(path);
		paths.addAll(all());
		Prefs.set(key(), String.join("\t", paths.stream().limit(KEPT).toList()));
	}

	/**
	 * @param read whether the parameter names what is read
	 * @return what may be meant: of what is read, only what there is, and the files
	 *         of open images too
	 */
	List<String> offers(final boolean read) {
		final Set<String> offers = new LinkedHashSet<>();
		if (read) offers.addAll(open());
		offers.addAll(all());
		return offers.stream().filter(path -> !read || new File(path).exists())
			.toList();
	}

	/** The files of open images, among them face sets. */
	private static List<String> open() {
		final var files = new ArrayList<String>();
		final int[] ids = WindowManager.getIDList();
		if (ids == null) return files;
		for (final int id : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			final FileInfo file = image == null ? null : image
				.getOriginalFileInfo();
			if (file != null && file.directory != null && file.fileName != null) files
				.add(new File(file.directory, file.fileName).getPath());
		}
		return files;
	}
}
