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
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden names under which outputs are made, and the removal of those that
 * were left behind by processes which were killed.
 * <pre>
 * .NAME.MACHINE-PROCESS-START-COUNT.part   an output under construction
 * .NAME.MACHINE-PROCESS-START-COUNT.old    a folder that it is about to replace
 * .NAME.MACHINE-PROCESS-START-COUNT.kept   the same, with files that are to stay
 * .NAME.janus.lock                         whose output NAME is now
 * </pre>
 */
final class Leftovers {

	/** Greatest length of NAME, so that the whole stays below 255 bytes. */
	private static final int LONGEST = 180;

	private static final Pattern NAME = Pattern.compile("\\.(.+)\\." +
		OwnProcess.PATTERN + "-\\d{1,18}\\.(part|old|kept)", Pattern.DOTALL);
	private static final Pattern LOCK = Pattern.compile(
		"\\.(.+)\\.janus\\.lock", Pattern.DOTALL);

	private static final AtomicLong COUNT = new AtomicLong();

	/** Removes a file, or leaves it. */
	interface Remover {

		void remove(Path file) throws IOException;
	}

	private Leftovers() {}

	/**
	 * @param target a file or folder
	 * @return a new name beside it, for its construction
	 */
	static Path part(final Path target) {
		return beside(target, "part");
	}

	/**
	 * @param target a folder
	 * @param keeps whether it holds files that are to stay
	 * @return a new name beside it, while its place is taken
	 */
	static Path aside(final Path target, final boolean keeps) {
		return beside(target, keeps ? "kept" : "old");
	}

	private static Path beside(final Path target, final String ending) {
		return target.resolveSibling("." + shortened(target) + "." +
			OwnProcess.NAMED + "-" + COUNT.incrementAndGet() + "." + ending);
	}

	/** @return the name of the file that locks a target, beside it */
	static Path lock(final Path target) {
		return target.resolveSibling("." + shortened(target) + ".janus.lock");
	}

	/** A name of any length and alphabet, so short that more can be added. */
	private static String shortened(final Path target) {
		final String name = target.getFileName().toString();
		return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST ? name : name
			.substring(0, LONGEST / 6) + "~" + Integer.toHexString(name.hashCode());
	}

	/**
	 * Removes what killed processes left in a folder. A folder that one of them
	 * had moved aside comes back if nothing took its place; else it is deleted, or
	 * gets the visible name NAME.kept if it holds files of others.
	 *
	 * @param folder to look into, but not below it
	 * @param locks removes a lock's file if its owner was killed
	 * @throws IOException if it cannot be looked into
	 */
	static void sweep(final Path folder, final Remover locks)
		throws IOException
	{
		try (var hidden = Files.newDirectoryStream(folder,
			".*.{part,old,kept,lock}"))
		{
			for (final Path found : hidden) {
				try {
					sweepOne(found, locks);
				}
				catch (final IOException e) {
					continue; // another user's; it stays for whoever may remove it
				}
			}
		}
		catch (final DirectoryIteratorException e) {
			throw e.getCause();
		}
	}

	private static void sweepOne(final Path found, final Remover locks)
		throws IOException
	{
		final String name = found.getFileName().toString();
		if (LOCK.matcher(name).matches()) {
			locks.remove(found);
			return;
		}
		final Matcher m = NAME.matcher(name);
		if (!m.matches() || !OwnProcess.isDead(m.group(2) + "-" + m.group(3) +
			"-" + m.group(4))) return;
		final Path place = found.resolveSibling(m.group(1));
		if ("part".equals(m.group(5))) delete(found);
		else if (Files.notExists(place)) Files.move(found, place);
		else if ("old".equals(m.group(5))) delete(found);
		else Files.move(found, place.resolveSibling(m.group(1) + ".kept"));
	}

	/**
	 * Gives the files that are to stay to the folder which took the place.
	 *
	 * @param aside the old folder under its hidden name
	 * @param place where it was
	 * @param replaceable which of its files were to be replaced
	 * @throws IOException if that fails; nothing is lost then
	 */
	static void merge(final Path aside, final Path place,
		final Replaceable replaceable) throws IOException
	{
		try (var files = Files.list(aside)) {
			for (final Path file : files.toList()) {
				final Path there = place.resolve(file.getFileName().toString());
				if (replaceable.test(file)) Files.delete(file);
				else if (Files.notExists(there)) Files.move(file, there);
			}
		}
		// What could be neither deleted nor moved stays where it can be found.
		if (isEmpty(aside)) Files.delete(aside);
		else Files.move(aside, place.resolveSibling(place.getFileName() +
			".kept"));
	}

	private static boolean isEmpty(final Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return files.findAny().isEmpty();
		}
	}

	/** Deletes a file, or a folder with all that is in it. */
	static void delete(final Path place) throws IOException {
		if (Files.notExists(place)) return;
		try (var all = Files.walk(place)) {
			for (final var p : all.sorted(Comparator.reverseOrder()).toList()) Files
				.deleteIfExists(p);
		}
	}
}
