package io.github.janusfiji.blink;

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Files that appear together and whole, or not at all: each is written under a
 * hidden name beside its own until {@link #commit()}.
 */
final class PendingFiles implements AutoCloseable {

	private final Path folder;
	private final Map<Path, Path> hidden = new LinkedHashMap<>();

	/**
	 * @param folder where to; made if it is missing
	 * @throws IOException if it cannot be made or is no folder; the message is one
	 *           sentence for the user
	 */
	PendingFiles(final Path folder) throws IOException {
		this.folder = folder;
		try {
			Files.createDirectories(folder);
		}
		catch (final IOException e) {
			throw refusal(e);
		}
	}

	/**
	 * @param name of the file
	 * @param content its bytes
	 * @throws IOException if they cannot be written
	 */
	void add(final String name, final byte[] content) throws IOException {
		try {
			final Path temporary = folder.resolve("." + name + "." + UUID.randomUUID() +
				".part");
			hidden.put(folder.resolve(name), temporary);
			Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
		}
		catch (final IOException e) {
			throw refusal(e);
		}
	}

	/**
	 * Gives every file its name.
	 *
	 * @throws IOException if that is refused
	 */
	void commit() throws IOException {
		for (final Path target : hidden.keySet()) {
			if (Files.isDirectory(target)) throw new InputException(target +
				" is a folder, where a file of the report would have to be; move it " +
				"away or choose another folder.");
		}
		try {
			for (final var entry : hidden.entrySet()) Files.move(entry.getValue(),
				entry.getKey(), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final IOException e) {
			throw refusal(e);
		}
	}

	private InputException refusal(final IOException cause) {
		return new InputException("The report cannot be written into " + folder +
			" (" + cause.getMessage() +
			"); choose a folder with room that you may write to.", cause);
	}

	/** Removes what has not got its name. */
	@Override
	public void close() throws IOException {
		for (final Path temporary : hidden.values()) Files.deleteIfExists(
			temporary);
	}
}
