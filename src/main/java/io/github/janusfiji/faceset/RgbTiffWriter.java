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
package io.github.janusfiji.faceset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes an RGB stack as ImageJ does: big-endian, uncompressed, the pixels of
 * all slices in one piece, ImageJ's own metadata (labels, image properties) in
 * tags 50838 and 50839. Holds one slice at a time. Stacks beyond 4 GB carry
 * only the first directory, from which ImageJ computes where the others lie.
 */
final class RgbTiffWriter implements AutoCloseable {

	private static final int SHORT = 3, LONG = 4, ASCII = 2, BYTE = 1;
	private static final int TAGS = 13;
	private static final int IFD_BYTES = 2 + 12 * TAGS + 4;
	private static final int SMALL_TAGS = 10;
	private static final int SMALL_IFD_BYTES = 2 + 12 * SMALL_TAGS + 4;

	private final FileChannel file;
	private final int size, count;
	private final int propertyAt, propertyRoom;
	private final long pixelsAt;
	private final int bitsAt;
	private final ByteBuffer slice;
	private int written;

	/**
	 * @param path the new file
	 * @param size width and height, px
	 * @param labels one for each slice
	 * @param key name of the image property
	 * @param room greatest length of its text, characters; negative for a stack
	 *          without the property
	 * @throws IOException if the file cannot be written
	 */
	RgbTiffWriter(final Path path, final int size, final List<String> labels,
		final String key, final int room) throws IOException
	{
		this.size = size;
		count = labels.size();
		final boolean hasProperty = room >= 0;
		propertyRoom = Math.max(0, room);
		slice = ByteBuffer.allocateDirect(3 * size * size);
		final byte[] description = description();
		bitsAt = 8 + IFD_BYTES;
		final int descriptionAt = bitsAt + 6;
		final int countsAt = descriptionAt + description.length + (description.length & 1);
		final int entries = 1 + count + (hasProperty ? 2 : 0);
		final int metaAt = countsAt + 4 * entries;
		final int header = 4 + 8 * (hasProperty ? 2 : 1);
		long meta = header + 2L * key.length() + 2L * propertyRoom;
		for (final String label : labels)
			meta += 2L * label.length();
		if (metaAt + meta > Integer.MAX_VALUE) throw new IOException(
			"These are more faces than one stack can describe; extract every second frame or fewer.");
		propertyAt = (int) (metaAt + meta - 2L * propertyRoom);
		pixelsAt = metaAt + meta;
		file = FileChannel.open(path, StandardOpenOption.WRITE,
			StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
		final var head = ByteBuffer.allocate((int) pixelsAt - 2 * propertyRoom);
		head.put(new byte[] { 'M', 'M', 0, 42 }).putInt(8);
		firstDirectory(head, description.length, descriptionAt, countsAt, entries,
			metaAt, (int) meta);
		head.putShort((short) 8).putShort((short) 8).putShort((short) 8);
		head.put(description).position(countsAt);
		head.putInt(header);
		labels.forEach(l -> head.putInt(2 * l.length()));
		if (hasProperty) head.putInt(2 * key.length()).putInt(2 * room);
		head.put("IJIJ".getBytes(StandardCharsets.US_ASCII));
		head.put("labl".getBytes(StandardCharsets.US_ASCII)).putInt(count);
		if (hasProperty) head.put("prop".getBytes(StandardCharsets.US_ASCII)).putInt(2);
		labels.forEach(l -> head.put(l.getBytes(StandardCharsets.UTF_16BE)));
		head.put(key.getBytes(StandardCharsets.UTF_16BE));
		writeFully(head.flip(), 0);
	}

	/**
	 * A stack without an image property.
	 *
	 * @param path the new file
	 * @param size width and height, px
	 * @param labels one for each slice
	 * @throws IOException if the file cannot be written
	 */
	RgbTiffWriter(final Path path, final int size, final List<String> labels)
		throws IOException
	{
		this(path, size, labels, "", -1);
	}

	/**
	 * @param pixels the next slice, packed
	 * @throws IOException if it cannot be written
	 */
	void write(final int[] pixels) throws IOException {
		slice.clear();
		for (final int p : pixels)
			slice.put((byte) (p >> 16)).put((byte) (p >> 8)).put((byte) p);
		writeFully(slice.flip(), offset(written++));
	}

	/** Completes a file without an image property. */
	void finish() throws IOException {
		if (written != count) throw new IllegalStateException(
			"Another stack was announced");
		if (hasDirectories()) otherDirectories();
	}

	/**
	 * Completes the file.
	 *
	 * @param property text of the image property; padded with blanks
	 * @throws IOException if it cannot be written
	 */
	void finish(final String property) throws IOException {
		if (written != count || property.length() > propertyRoom)
			throw new IllegalStateException("Another stack was announced");
		final String padded = property + " ".repeat(propertyRoom - property
			.length());
		writeFully(ByteBuffer.wrap(padded.getBytes(StandardCharsets.UTF_16BE)),
			propertyAt);
		if (hasDirectories()) otherDirectories();
	}

	@Override
	public void close() throws IOException {
		file.close();
	}

	private long offset(final int index) {
		return pixelsAt + 3L * size * size * index;
	}

	private boolean hasDirectories() {
		return count > 1 && directory(count) < 1L << 32;
	}

	/** Where the directory of a slice from the second lies; all are even. */
	private long directory(final int index) {
		final long end = offset(count);
		return end + (end & 1) + (long) SMALL_IFD_BYTES * (index - 1);
	}

	private byte[] description() {
		final String stack = count > 1 ? "images=" + count + "\nslices=" + count +
			"\nloop=false\n" : "";
		return ("ImageJ=1.54p\n" + stack + "\0").getBytes(
			StandardCharsets.US_ASCII);
	}

	private void firstDirectory(final ByteBuffer out, final int descriptionBytes,
		final int descriptionAt, final int countsAt, final int entries,
		final int metaAt, final int metaBytes)
	{
		out.putShort((short) TAGS);
		shape(out);
		tag(out, 270, ASCII, descriptionBytes, descriptionAt);
		strip(out, 0);
		tag(out, 50838, LONG, entries, countsAt);
		tag(out, 50839, BYTE, metaBytes, metaAt);
		out.putInt(hasDirectories() ? (int) directory(1) : 0);
	}

	private void otherDirectories() throws IOException {
		final var out = ByteBuffer.allocate(SMALL_IFD_BYTES);
		for (int i = 1; i < count; i++) {
			out.clear();
			out.putShort((short) SMALL_TAGS);
			shape(out);
			strip(out, i);
			out.putInt(i + 1 < count ? (int) directory(i + 1) : 0);
			writeFully(out.flip(), directory(i));
		}
	}

	private void shape(final ByteBuffer out) {
		tag(out, 254, LONG, 1, 0);
		tag(out, 256, LONG, 1, size);
		tag(out, 257, LONG, 1, size);
		tag(out, 258, SHORT, 3, bitsAt);
		shortTag(out, 259, 1);
		shortTag(out, 262, 2);
	}

	private void strip(final ByteBuffer out, final int index) {
		tag(out, 273, LONG, 1, (int) offset(index));
		shortTag(out, 277, 3);
		tag(out, 278, LONG, 1, size);
		tag(out, 279, LONG, 1, 3 * size * size);
	}

	private static void tag(final ByteBuffer out, final int tag, final int type,
		final int n, final int value)
	{
		out.putShort((short) tag).putShort((short) type).putInt(n).putInt(value);
	}

	private static void shortTag(final ByteBuffer out, final int tag,
		final int value)
	{
		out.putShort((short) tag).putShort((short) SHORT).putInt(1);
		out.putShort((short) value).putShort((short) 0);
	}

	private void writeFully(final ByteBuffer data, final long at)
		throws IOException
	{
		long position = at;
		while (data.hasRemaining())
			position += file.write(data, position);
	}
}
