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

	private static boolean isOurs(final Path file) throws IOException {
		return file.getFileName().toString().matches("frame_\\d{6,}\\.png") && Files
			.isRegularFile(file) && PngText.JANUS.equals(PngText.read(file).get(
				PngText.SOFTWARE));
	}
}
