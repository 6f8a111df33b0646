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
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Inputs of a job, which must not be written by it. */
public final class Inputs {

	private static final long LONGEST_TEXT = 256L << 20;

	private Inputs() {}

	/**
	 * Refuses an output that would destroy an input: the same file under any name
	 * (a symbolic or hard link, another spelling), a file of a folder that is
	 * read, or a folder that holds what is read.
	 *
	 * @param output a file or folder, which need not exist
	 * @param inputs files and folders; those that do not exist are left out
	 * @throws InputException if so
	 */
	public static void keep(final Path output, final Collection<Path> inputs)
		throws InputException
	{
		for (final Path input : inputs) {
			if (isTheSame(output, input) || isWithin(output, input) || isWithin(input,
				output)) throw new InputException(output + " is read by this command" +
					(isTheSame(output, input) ? "" : " or holds what is read (" + input +
						")") + " and would be destroyed: choose another output.");
		}
	}

	/**
	 * @param outputs files and folders
	 * @param inputs files and folders
	 * @throws InputException as {@link #keep(Path, Collection)}
	 */
	public static void keepAll(final List<Path> outputs,
		final Collection<Path> inputs) throws InputException
	{
		for (final Path output : outputs) keep(output, inputs);
	}

	/**
	 * @param file named by the user
	 * @throws InputException if it is missing, no plain file (such as a folder or
	 *           a pipe, which would be waited for endlessly) or not to be read
	 */
	public static void requireFile(final Path file) throws InputException {
		if (Files.notExists(file)) throw new InputException("There is no file " +
			file + "; check the path.");
		if (!Files.isRegularFile(file)) throw new InputException(file +
			(Files.isDirectory(file) ? " is a folder; give a file."
				: " is no file but a device or a pipe; copy its content into a file."));
		if (!Files.isReadable(file)) throw new InputException(file +
			" cannot be read; check its permissions.");
	}

	/**
	 * @param file named by the user, of UTF-8 text
	 * @return its text without a byte order mark
	 * @throws InputException if it is no such file, or larger than 256 MB
	 */
	public static String text(final Path file) throws InputException {
		requireFile(file);
		try {
			if (Files.size(file) > LONGEST_TEXT) throw new InputException(file +
				" is larger than the " + (LONGEST_TEXT >> 20) +
				" MB that such a table may have; check which file it is.");
			final String text = Files.readString(file);
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (final CharacterCodingException e) {
			throw new InputException(file +
				" is not UTF-8 text; save it again with the encoding UTF-8.", e);
		}
		catch (final InputException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new InputException(file + " cannot be read (" + e.getMessage() +
				"); check that it is complete and copy it again.", e);
		}
	}

	private static boolean isTheSame(final Path a, final Path b) {
		try {
			return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
		}
		catch (final IOException e) {
			// What cannot be looked at cannot be read or written either.
			return false;
		}
	}

	/** @return whether a file lies in a folder and is there */
	private static boolean isWithin(final Path file, final Path folder) {
		if (!Files.isDirectory(folder) || Files.notExists(file)) return false;
		final Path parent = file.toAbsolutePath().getParent();
		return Files.isRegularFile(file) && (isTheSame(parent, folder) || real(file)
			.startsWith(real(folder)));
	}

	private static Path real(final Path path) {
		try {
			return path.toRealPath();
		}
		catch (final IOException e) {
			return path.toAbsolutePath().normalize();
		}
	}
}
