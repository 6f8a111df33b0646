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

import io.github.janusfiji.swap.Donation;
import io.github.janusfiji.swap.DonorFaces;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Further persons of a swap without training as a macro writes them:
 * {@code 2; 3:faces.tif}.
 *
 * @param entries in the order written
 */
record OtherDonors(List<Entry> entries) {

	/**
	 * @param person number, from 1
	 * @param donor a face set; nothing for the swap's own
	 */
	record Entry(int person, Optional<Path> donor) {}

	/** Opens donors. */
	@FunctionalInterface
	interface Donors {

		/**
		 * @param file a face set's {@code .tif}
		 * @return the donor
		 * @throws IOException if it cannot be read
		 */
		DonorFaces open(Path file) throws IOException;
	}

	/**
	 * @param text persons separated by semicolons, each {@code number[:donor]}; may
	 *          be empty
	 * @return what it says
	 * @throws InputException if it cannot be understood
	 */
	static OtherDonors parse(final String text) throws InputException {
		final var entries = new ArrayList<Entry>();
		for (final String part : String.valueOf(text).split(";"))
			if (!part.isBlank()) entries.add(entry(part.strip()));
		return new OtherDonors(List.copyOf(entries));
	}

	private static Entry entry(final String text) throws InputException {
		// A path may hold colons, too.
		final String[] parts = text.split(":", 2);
		final String path = parts.length == 2 ? parts[1].strip() : null;
		try {
			if (parts[0].strip().matches("[1-9][0-9]{0,5}") && (path == null || path
				.toLowerCase(Locale.ROOT).matches(".+\\.tiff?")))
				return new Entry(Integer.parseInt(parts[0].strip()), Optional.ofNullable(
					path).map(Path::of));
		}
		catch (final InvalidPathException e) {
			throw new InputException("'others' names a face set '" + path +
				"', which cannot be a file's name here: write the path of a .tif file.",
				e);
		}
		throw new InputException("'others' does not understand '" + text +
			"': with method graphics, write person or person:donor, such as 2 or" +
			" 2:faces.tif, with ; between persons.");
	}

	/**
	 * @param own the swap's own donor
	 * @param donors opens the others
	 * @return the persons with their donors
	 * @throws IOException if a face set cannot be read
	 */
	List<Donation> donations(final DonorFaces own, final Donors donors)
		throws IOException
	{
		final var all = new ArrayList<Donation>();
		for (final Entry e : entries)
			all.add(new Donation(e.person, e.donor.isEmpty() ? own : donors.open(e.donor
				.get())));
		return all;
	}
}
