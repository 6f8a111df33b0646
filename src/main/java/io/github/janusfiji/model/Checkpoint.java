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
package io.github.janusfiji.model;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Output;
import io.github.janusfiji.task.OutputLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The place where a model is saved while it is trained. A save is written beside
 * the file, forced to the disk and moved over it in one step, so that at every
 * moment a whole model is there. The three newest predecessors that are at
 * least a quarter of an hour apart stay as {@code .bak1} (the newest) to
 * {@code .bak3}; the state before a run is always among the first of them.
 */
final class Checkpoint implements AutoCloseable {

	private static final int BACKUPS = 3;
	private static final long BACKUP_EVERY_NANOS = 15L * 60 * 1_000_000_000;

	private final Path file;
	private final OutputLock lock;
	private boolean backedUp;
	private long lastBackup;

	/**
	 * Keeps the model from being trained by anybody else until it is closed.
	 *
	 * @param file the model's
	 * @throws IOException if no file can be written there, or it is trained
	 *           already; the message is one sentence for the user
	 */
	Checkpoint(final Path file) throws IOException {
		if (Files.isDirectory(file)) throw new InputException(file +
			" is a folder: give the name of a .janus file.");
		lock = OutputLock.of(file, "trained");
		this.file = lock.target();
		boolean usable = false;
		try {
			Output.file(lock, List.of()).close();
			usable = true;
		}
		finally {
			if (!usable) lock.close();
		}
	}

	/**
	 * @param state the model
	 * @throws InputException if it cannot be written; the last save is untouched
	 */
	void save(final ModelFile.State state) throws InputException {
		try (var output = Output.file(lock, List.of())) {
			ModelFile.write(output.temporary(), state);
			backUp();
			output.commit();
		}
		catch (final IOException e) {
			throw new InputException("The face model " + file +
				" could not be saved (" + e.getMessage() +
				"): make room or choose another folder; what was saved before is kept.",
				e);
		}
	}

	/** Lets others train the model. */
	@Override
	public void close() throws IOException {
		lock.close();
	}

	private void backUp() throws IOException {
		final long now = System.nanoTime();
		final boolean due = !backedUp || now - lastBackup > BACKUP_EVERY_NANOS;
		if (!due || !Files.exists(file)) return;
		for (int i = BACKUPS; i > 1; i--)
			if (Files.exists(backup(i - 1))) Files.move(backup(i - 1), backup(i),
				StandardCopyOption.REPLACE_EXISTING);
		try {
			// A second name for the same file, so that it never lacks the first.
			Files.createLink(backup(1), file);
		}
		catch (final IOException | UnsupportedOperationException e) {
			Files.copy(file, backup(1), StandardCopyOption.REPLACE_EXISTING);
		}
		backedUp = true;
		lastBackup = now;
	}

	private Path backup(final int number) {
		return file.resolveSibling(file.getFileName() + ".bak" + number);
	}
}
