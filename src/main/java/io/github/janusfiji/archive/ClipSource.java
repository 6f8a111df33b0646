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

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the clips of an archive: in a folder and all folders below it, or in a
 * list. A text file has a path on each line, a CSV file a column {@code clip};
 * paths are from the list's own folder.
 */
final class ClipSource {

	private static final Set<String> FILMS = Set.of("mp4", "m4v", "mov", "avi",
		"mkv", "webm", "mpg", "mpeg", "ts", "mts", "m2ts", "wmv", "flv", "3gp", "ogv",
		"y4m", "tif", "tiff");
	private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg",
		"bmp", "gif");

	private final Path output;
	private final TreeMap<String, ArchiveClip> found = new TreeMap<>();

	private ClipSource(final Path output) {
		this.output = output;
	}

	/**
	 * @param input a folder, a list, or one clip
	 * @param output a folder that is not looked into
	 * @return the clips by name
	 * @throws IOException if there are none, or they cannot be listed; the message
	 *           is one sentence for the user
	 */
	static List<ArchiveClip> list(final Path input, final Path output)
		throws IOException
	{
		final var source = new ClipSource(output);
		if (Files.isDirectory(input)) source.folder(input, "");
		else if (FILMS.contains(extension(input)) && Files.isRegularFile(input))
			source.add(input.getFileName().toString(), input);
		else source.read(input);
		if (source.found.isEmpty()) throw new InputException("There is no clip in " +
			input + ": with 'shard', give 'input' a folder of videos, TIFF stacks " +
			"and folders of pictures, or a list of their paths.");
		return List.copyOf(source.found.values());
	}

	/**
	 * @param input as it is given to {@link #list}
	 * @return the folder that names of clips are from
	 */
	static Path root(final Path input) {
		final Path place = input.toAbsolutePath().normalize();
		return Files.isDirectory(place) ? place : place.getParent();
	}

	/** @return whether it is a film that is read from any key frame on */
	static boolean isVideo(final Path path) {
		return Files.isRegularFile(path) && FILMS.contains(extension(path)) &&
			!extension(path).startsWith("tif");
	}

	private void add(final String name, final Path path) throws IOException {
		found.put(name, new ArchiveClip(name, path, bytes(path)));
	}

	private void folder(final Path folder, final String prefix)
		throws IOException
	{
		for (final Path file : children(folder)) {
			final String name = prefix + file.getFileName();
			if (Files.isRegularFile(file) && FILMS.contains(extension(file))) add(name,
				file);
			else if (Files.isDirectory(file) && !isResult(file)) {
				if (holdsPictures(file)) add(name, file);
				else folder(file, name + "/");
			}
		}
	}

	/** @return whether a folder holds what Janus wrote of clips */
	private boolean isResult(final Path folder) throws IOException {
		return Files.isSymbolicLink(folder) || Files.exists(output) && Files
			.isSameFile(folder, output) || Files.exists(folder.resolve(
				ResultFolder.RECEIPT));
	}

	private static boolean holdsPictures(final Path folder) throws IOException {
		boolean pictures = false;
		for (final Path file : children(folder)) {
			if (FILMS.contains(extension(file))) return false;
			pictures |= PICTURES.contains(extension(file));
		}
		return pictures;
	}

	private void read(final Path list) throws IOException {
		final List<String> lines = Inputs.text(list).lines().toList();
		final boolean table = "csv".equals(extension(list));
		int column = 0;
		for (int i = 0; i < lines.size(); i++) {
			final String line = lines.get(i).strip();
			if (line.isEmpty() || !table && line.startsWith("#")) continue;
			final List<String> cells = table ? Csv.cells(line).stream().map(
				Csv::plain).toList() : List.of(line);
			if (table && i == 0) {
				column = cells.indexOf("clip");
				if (column < 0) throw new InputException(list +
					" is no list of clips: its first line must name a column clip.");
			}
			else if (column < cells.size() && !cells.get(column).isBlank()) {
				final String name = cells.get(column).strip().replaceFirst("[/\\\\]+$",
					"");
				add(name.replace('\\', '/'), list.toAbsolutePath().resolveSibling(name)
					.normalize());
			}
		}
	}

	/** @return the files of a folder that are not hidden, by name */
	static List<Path> children(final Path folder) throws IOException {
		try (var all = Files.list(folder)) {
			return all.filter(file -> !file.getFileName().toString().startsWith("."))
				.sorted(Comparator.comparing(file -> file.getFileName().toString()))
				.toList();
		}
	}

	private static String extension(final Path file) {
		final String name = file.getFileName().toString();
		return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}

	/** @return how long a file, or all files of a folder, are */
	private static long bytes(final Path path) throws IOException {
		if (Files.isRegularFile(path)) return Files.size(path);
		if (!Files.isDirectory(path)) return 0;
		long bytes = 0;
		for (final Path file : children(path))
			if (Files.isRegularFile(file)) bytes += Files.size(file);
		return bytes;
	}
}
