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

import java.io.DataOutputStream;
import java.io.IOException;

/** A directory of a big-endian TIFF file (TIFF 6.0 §2) for one RGB image. */
final class TiffDirectory {

	/** Where the first directory begins. */
	static final int FIRST = 8;

	private static final int SHORT = 3, LONG = 4, RATIONAL = 5, ASCII = 2,
			BYTE = 1;

	/** Bits per sample of red, green, blue and both resolutions. */
	private static final int VALUES = 6 + 2 * 8;

	/** Denominators of resolutions, as ImageJ chooses them. */
	private static final int FINE = 1_000_000, COARSE = 1000;

	private final int width;
	private final int height;
	private long description;
	private int descriptionLength;
	private int propertyCounts;
	private long propertiesAt;
	private long propertyBytes;

	private final double pixelWidth, pixelHeight;

	/**
	 * @param width px
	 * @param height px
	 * @param pixelWidth in units that the description tells
	 * @param pixelHeight likewise
	 */
	TiffDirectory(final int width, final int height, final double pixelWidth,
		final double pixelHeight)
	{
		this.width = width;
		this.height = height;
		this.pixelWidth = pixelWidth;
		this.pixelHeight = pixelHeight;
	}

	/** @return its length with the values it refers to, bytes */
	int size(final boolean first) {
		return 2 + 12 * entries(first) + 4 + VALUES;
	}

	private static int entries(final boolean first) {
		return first ? 16 : 13;
	}

	void place(final long descriptionAt, final int length,
		final TiffProperties properties)
	{
		description = descriptionAt;
		descriptionLength = length;
		place(properties, descriptionAt + length);
	}

	/** @return the first even position behind the properties */
	long place(final TiffProperties properties, final long at) {
		propertiesAt = at + (at & 1);
		propertyCounts = properties.counts();
		propertyBytes = properties.size() - 4L * propertyCounts;
		final long end = propertiesAt + properties.size();
		return end + (end & 1);
	}

	long propertiesAt() {
		return propertiesAt;
	}

	/**
	 * @param first whether it is the one with description and properties
	 * @param at where it is written
	 * @param pixels where its pixels begin
	 * @param next where the next directory begins, or 0
	 */
	void write(final DataOutputStream out, final boolean first, final long at,
		final long pixels, final long next) throws IOException
	{
		final long values = at + size(first) - VALUES;
		out.writeShort(entries(first));
		entry(out, 254, LONG, 1, 0);
		entry(out, 256, LONG, 1, width);
		entry(out, 257, LONG, 1, height);
		entry(out, 258, SHORT, 3, values);
		entry(out, 259, SHORT, 1, 1 << 16); // not compressed
		entry(out, 262, SHORT, 1, 2 << 16); // RGB
		if (first) entry(out, 270, ASCII, descriptionLength, description);
		entry(out, 273, LONG, 1, pixels);
		entry(out, 277, SHORT, 1, 3 << 16);
		entry(out, 278, LONG, 1, height);
		entry(out, 279, LONG, 1, 3L * width * height);
		entry(out, 282, RATIONAL, 1, values + 6);
		entry(out, 283, RATIONAL, 1, values + 14);
		entry(out, 296, SHORT, 1, 1 << 16); // no unit
		if (first) {
			entry(out, 50838, LONG, propertyCounts, propertiesAt);
			entry(out, 50839, BYTE, propertyBytes, propertiesAt + 4L *
				propertyCounts);
		}
		out.writeInt((int) next);
		for (int i = 0; i < 3; i++) out.writeShort(8);
		resolution(out, 1 / pixelWidth);
		resolution(out, 1 / pixelHeight);
	}

	/** Pixels per unit as a fraction, as {@code ij.io.TiffEncoder} writes it. */
	private static void resolution(final DataOutputStream out,
		final double perUnit) throws IOException
	{
		final int denominator = perUnit == 1 ? 1 : perUnit > COARSE ? COARSE : FINE;
		out.writeInt((int) Math.min(Integer.MAX_VALUE, Math.round(perUnit *
			denominator)));
		out.writeInt(denominator);
	}

	private static void entry(final DataOutputStream out, final int tag,
		final int type, final long count, final long value) throws IOException
	{
		out.writeShort(tag);
		out.writeShort(type);
		out.writeInt((int) count);
		out.writeInt((int) value);
	}
}
