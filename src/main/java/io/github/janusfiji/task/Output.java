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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * An output under construction, the only way in which Janus writes a file or a
 * folder: it is made under a hidden name beside its place, forced to the disk
 * and given its name in one step, so that at every moment either what was there
 * or the whole new output bears the name. Nothing that is read is ever written,
 * a symbolic link is followed, no two jobs write one output, and what a killed
 * program leaves is removed by the next one that writes into the folder.
 */
public final class Output implements AutoCloseable, Shutdown.Unfinished {

	private final OutputLock lock;
	private final boolean owner;
	private final Path temporary;
	private final Collection<Path> inputs;
	private final Replaceable replaceable;
	private boolean settled;

	private Output(final OutputLock lock, final boolean owner,
		final Collection<Path> inputs, final Replaceable replaceable)
		throws IOException
	{
		this.lock = lock;
		this.owner = owner;
		this.inputs = List.copyOf(inputs);
		this.replaceable = replaceable;
		temporary = Leftovers.part(lock.target());
		boolean begun = false;
		try {
			requirePlain();
			if (replaceable != null) Files.createDirectory(temporary);
			else Files.createFile(temporary);
			begun = true;
		}
		catch (final IOException e) {
			throw WriteFailure.beginning(lock.target(), e);
		}
		finally {
			if (!begun && owner) lock.close();
		}
		Shutdown.watch(this);
	}

	/**
	 * Begins a file.
	 *
	 * @param target its place; missing folders above it are made
	 * @param inputs what the job reads
	 * @return the output
	 * @throws IOException if it cannot be written there, another job writes it, or
	 *           it is one of the inputs; the message is one sentence for the user
	 */
	public static Output file(final Path target, final Collection<Path> inputs)
		throws IOException
	{
		Inputs.keep(target, inputs);
		return new Output(OutputLock.of(target, "written"), true, inputs, null);
	}

	/** As {@link #file(Path, Collection)} for a job that reads no file. */
	public static Output file(final Path target) throws IOException {
		return file(target, List.of());
	}

	/**
	 * Begins a file whose lock its caller keeps, to write it several times.
	 *
	 * @param lock the right to write it; stays the caller's
	 * @param inputs what the job reads
	 * @return the output
	 * @throws IOException as {@link #file(Path, Collection)}
	 */
	public static Output file(final OutputLock lock,
		final Collection<Path> inputs) throws IOException
	{
		Inputs.keep(lock.target(), inputs);
		return new Output(lock, false, inputs, null);
	}

	/**
	 * Begins a folder. What it replaces is deleted with it, other files that are
	 * or come into the old one meanwhile are kept.
	 *
	 * @param target its place; missing folders above it are made
	 * @param inputs what the job reads
	 * @param replaceable which of the files in the old folder are replaced
	 * @return the output
	 * @throws IOException as {@link #file(Path, Collection)}
	 */
	public static Output folder(final Path target,
		final Collection<Path> inputs, final Replaceable replaceable)
		throws IOException
	{
		Inputs.keep(target, inputs);
		return new Output(OutputLock.of(target, "written"), true,
			inputs, replaceable);
	}

	private void requirePlain() throws InputException {
		final Path target = lock.target();
		if (Files.notExists(target)) return;
		if (replaceable == null && Files.isDirectory(target))
			throw new InputException(target + " is a folder, where a file has to be " +
				"written; move it away or choose another place.");
		if (replaceable != null && !Files.isDirectory(target))
			throw new InputException(target +
				" is a file; choose a name for a new folder.");
		if (!Files.isRegularFile(target) && !Files.isDirectory(target))
			throw new InputException(target +
				" is neither a file nor a folder; choose another place.");
	}

	/** @return its place, absolute, behind all links */
	public Path target() {
		return lock.target();
	}

	/** @return what is written to until it is committed */
	@Override
	public Path temporary() {
		return temporary;
	}

	/**
	 * @param content all of the file
	 * @throws IOException if it cannot be written; the message is one sentence
	 */
	public void write(final byte[] content) throws IOException {
		try {
			Files.write(temporary, content);
		}
		catch (final IOException e) {
			throw explain(e);
		}
	}

	/**
	 * @param cause why the output cannot be written
	 * @return the same in one sentence for the user
	 */
	public IOException explain(final IOException cause) {
		return WriteFailure.writing(target(), cause);
	}

	/**
	 * Forces the output to the disk and gives it its name, in the place of what
	 * was there.
	 *
	 * @throws IOException if that fails; what was there stays
	 */
	public void commit() throws IOException {
		try {
			requirePlain();
			Inputs.keep(target(), inputs);
			force();
			if (replaceable == null) Disk.move(temporary, target());
			else replaceFolder();
			Disk.forceFolder(target().getParent());
			settled = true;
		}
		catch (final IOException e) {
			throw explain(e);
		}
		close();
	}

	private void force() throws IOException {
		if (replaceable == null) Disk.force(temporary);
		else {
			try (var files = Files.walk(temporary)) {
				for (final Path file : files.toList()) {
					if (Files.isDirectory(file)) Disk.forceFolder(file);
					else Disk.force(file);
				}
			}
		}
	}

	private void replaceFolder() throws IOException {
		final Path target = target();
		if (Files.notExists(target)) {
			Disk.move(temporary, target);
			return;
		}
		final Path aside = Leftovers.aside(target, keepsFiles());
		Files.move(target, aside);
		try {
			Disk.move(temporary, target);
		}
		catch (final IOException e) {
			Files.move(aside, target);
			throw e;
		}
		Leftovers.merge(aside, target, replaceable);
	}

	/**
	 * @return whether files are there that are to stay
	 * @throws InputException if one of them would lose its name
	 */
	private boolean keepsFiles() throws IOException {
		boolean keeps = false;
		try (var files = Files.list(target())) {
			for (final Path file : files.toList()) {
				if (replaceable.test(file)) continue;
				keeps = true;
				final Path name = file.getFileName();
				if (Files.exists(temporary.resolve(name))) throw new InputException(
					"Somebody put " + name + " into " + target() + " meanwhile, where " +
						"a file of that name has to be written; choose a new folder.");
			}
		}
		return keeps;
	}

	/** Deletes what was not committed, and lets others write the output. */
	@Override
	public void close() throws IOException {
		Shutdown.forget(this);
		try {
			if (!settled) Leftovers.delete(temporary);
			settled = true;
		}
		finally {
			if (owner) lock.close();
		}
	}
}
