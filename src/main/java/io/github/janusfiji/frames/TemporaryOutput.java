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
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;

/** An output under construction beside the place where it will appear. */
final class TemporaryOutput {

	private static final long FULL = 1 << 20;

	final Path target;

	/** What is written to until it is committed. */
	final Path temporary;

	/** The topmost folder that had to be made for the output, or null. */
	private final Path made;

	/**
	 * @param target file or folder; missing folders above it are made
	 * @param folder whether it is a folder
	 */
	TemporaryOutput(final Path target, final boolean folder)
		throws IOException
	{
		this.target = target.toAbsolutePath();
		final Path parent = this.target.getParent();
		if (parent == null) throw new InputException(target +
			" cannot be written; choose a file or folder below it.");
		Path missing = null;
		for (var p = parent; p != null && !Files.exists(p); p = p.getParent())
			missing = p;
		made = missing;
		temporary = parent.resolve("." + this.target.getFileName() + "." + UUID
			.randomUUID().toString().substring(0, 8) + ".part");
		try {
			Files.createDirectories(parent);
			if (folder) Files.createDirectory(temporary);
			else Files.createFile(temporary);
		}
		catch (final IOException exc) {
			removeMade();
			throw cannotWrite(exc);
		}
	}

	private IOException cannotWrite(final IOException exc) {
		final Path parent = target.getParent();
		if (isFull()) return diskFull();
		if (Files.exists(parent) && !Files.isDirectory(parent) ||
			exc instanceof java.nio.file.FileAlreadyExistsException ||
			exc.getMessage() != null && exc.getMessage().contains("Not a directory"))
			return new InputException(target + " cannot be written, because " +
				"something above it is a file, not a folder.", exc);
		return new InputException(target + " cannot be written" +
			(exc instanceof AccessDeniedException ? ": you may not write into " +
				parent : " (" + exc.getMessage() + ")") + "; choose another place.",
			exc);
	}

	private boolean isFull() {
		try {
			Path there = target.getParent();
			while (there != null && !Files.exists(there)) there = there.getParent();
			final var store = Files.getFileStore(there);
			return store.getTotalSpace() > 0 && store.getUsableSpace() < FULL;
		}
		catch (final IOException exc) {
			return false;
		}
	}

	private IOException diskFull() {
		return new IOException(target + " cannot be written: the disk is full; " +
			"make room or choose another place.");
	}

	/** @return the same failure in one sentence for the user */
	IOException explain(final IOException exc) {
		final String text = String.valueOf(exc.getMessage()).toLowerCase(
			Locale.ROOT);
		if (text.contains("no space left") || text.contains("not enough space") ||
			isFull()) return diskFull();
		return exc instanceof InputException ? exc : new IOException(target +
			" cannot be written (" + exc.getMessage() + ").", exc);
	}

	/** Moves the output to its name, in the place of what was there. */
	void commit() throws IOException {
		try {
			if (Files.isDirectory(temporary)) replaceFolder();
			else move(temporary, target);
		}
		catch (final IOException exc) {
			throw explain(exc);
		}
	}

	private void replaceFolder() throws IOException {
		if (!Files.exists(target)) {
			move(temporary, target);
			return;
		}
		final var old = temporary.resolveSibling(temporary.getFileName() + ".old");
		move(target, old);
		move(temporary, target);
		delete(old);
	}

	private static void move(final Path from, final Path to)
		throws IOException
	{
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException exc) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Deletes what was written and the folders made for it. */
	void discard() throws IOException {
		delete(temporary);
		removeMade();
	}

	private void removeMade() throws IOException {
		if (made == null) return;
		// From the output upwards; a folder that others use meanwhile stays.
		for (var p = target.getParent(); p != null && p.startsWith(made); p = p
			.getParent())
		{
			if (!Files.isDirectory(p)) continue;
			try (var inside = Files.list(p)) {
				if (inside.findAny().isPresent()) return;
			}
			Files.delete(p);
		}
	}

	private static void delete(final Path place) throws IOException {
		if (!Files.exists(place)) return;
		try (var all = Files.walk(place)) {
			for (final var p : all.sorted(Comparator.reverseOrder()).toList()) Files
				.deleteIfExists(p);
		}
	}
}
