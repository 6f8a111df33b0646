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

import io.github.janusfiji.nn.Adam;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What is believed of a model's file before memory is taken for it: bounds that
 * lie far beyond all networks of this kind, and the sizes of its entries.
 */
final class Limits {

	/** Faces read and written, px. */
	private static final int MOST_SIZE = 1024, LEAST_SIZE = 8;

	/** Filters of a layer, and units of a bottleneck. */
	private static final int MOST_FILTERS = 8192, MOST_CODE = 1 << 16;

	private static final int MOST_KERNEL = 15, MOST_LAYERS = 12;

	/** Share of a face crop's width below which no face can be meant. */
	private static final double LEAST_COVERAGE = 0.1;

	/** Texts of a model's file, bytes: a history of ten years stays below it. */
	private static final long MOST_TEXT = 64L << 20;

	/** Trained numbers do not shrink to less than a part of this. */
	private static final int SHRINKS = 4;

	/** Small entries may shrink as they like, bytes. */
	private static final long SMALL = 1 << 20;

	private Limits() {}

	/**
	 * To be asked by a blueprint's constructor, since JSON may say anything.
	 *
	 * @param size of faces, px
	 * @param coverage share of the crop
	 * @param code units of the bottleneck
	 * @param seedChannels channels of the picture it unfolds to
	 * @param seedSize its width, px
	 * @param slopes of rectifiers
	 * @param filters of all layers, list by list
	 * @throws IllegalArgumentException if one of them is out of bounds; the
	 *           message can follow "it"
	 */
	static void check(final int size, final double coverage, final int code,
		final int seedChannels, final int seedSize, final List<Double> slopes,
		final List<List<Integer>> filters)
	{
		require(size >= LEAST_SIZE && size <= MOST_SIZE, "faces of " + size +
			" px");
		require(coverage >= LEAST_COVERAGE && coverage <= 1, "a coverage of " +
			coverage);
		require(code >= 1 && code <= MOST_CODE, "a code of " + code + " units");
		require(seedChannels >= 1 && seedChannels <= MOST_FILTERS && seedSize >= 1 &&
			seedSize <= size, "a seed of " + seedChannels + " × " + seedSize + " px");
		for (final double slope : slopes) require(slope >= 0 && slope <= 1,
			"a slope of " + slope);
		for (final List<Integer> list : filters) {
			require(list.size() <= MOST_LAYERS, list.size() + " layers in a row");
			for (final int n : list) require(n >= 1 && n <= MOST_FILTERS, n +
				" filters");
		}
	}

	/** @throws IllegalArgumentException if a kernel is even or out of bounds */
	static void checkKernel(final int kernel) {
		require(kernel >= 1 && kernel <= MOST_KERNEL && kernel % 2 == 1,
			"a kernel of " + kernel + " px");
	}

	private static void require(final boolean right, final String what) {
		if (!right) throw new IllegalArgumentException("its architecture has " +
			what + ", which no face model has");
	}

	/** @throws IOException if the settings cannot be trained with */
	static void check(final Adam settings) throws IOException {
		if (!(settings.rate() > 0 && settings.rate() <= 1 && settings
			.beta1() >= 0 && settings.beta1() < 1 && settings.beta2() >= 0 && settings
				.beta2() < 1 && settings.epsilon() > 0 && settings.epsilon() <= 1))
			throw new IOException("its optimiser has impossible settings");
	}

	/**
	 * @param zip a model's file
	 * @param file where it lies
	 * @param name of an entry of numbers
	 * @param numbers how many it has to hold at least
	 * @throws IOException if it does not, or shrank as numbers do not
	 */
	static void checkNumbers(final ZipFile zip, final long file,
		final String name, final long numbers) throws IOException
	{
		final ZipEntry entry = entry(zip, name);
		final long size = entry.getSize(), packed = entry.getCompressedSize();
		if (size < 0 || packed < 0 || packed > file || size > SHRINKS * packed +
			SMALL || size < 4 * numbers) throw new IOException("its " + name +
				" has another size than its architecture needs");
	}

	/**
	 * @param zip a model's file
	 * @param name of an entry
	 * @return the entry
	 * @throws IOException if there is none
	 */
	static ZipEntry entry(final ZipFile zip, final String name)
		throws IOException
	{
		final ZipEntry entry = zip.getEntry(name);
		if (entry == null) throw new IOException("it holds no " + name);
		return entry;
	}

	/**
	 * Reads a text or picture, whatever its entry says of its size.
	 *
	 * @param in the entry
	 * @param name of it
	 * @return all of it
	 * @throws IOException if it is longer than such an entry ever is
	 */
	static byte[] all(final InputStream in, final String name)
		throws IOException
	{
		final byte[] bytes = in.readNBytes((int) MOST_TEXT + 1);
		if (bytes.length > MOST_TEXT) throw new IOException("its " + name +
			" is longer than such a text ever is");
		return bytes;
	}

	/**
	 * @param cause why a file cannot be read
	 * @return the same for people; what Java says of its own is left out
	 */
	static String why(final Exception cause) {
		Throwable own = cause;
		while (own != null && !(own.getMessage() != null && own.getMessage()
			.startsWith("it"))) own = own.getCause();
		return own == null ? "it is damaged" : own.getMessage();
	}

	/** @return whether a file's name says that it is a model */
	static boolean isModel(final Path file) {
		return file.getFileName().toString().matches("(?i).*\\.janus(\\.bak\\d)?");
	}
}
