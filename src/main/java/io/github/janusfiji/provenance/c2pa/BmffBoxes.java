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
package io.github.janusfiji.provenance.c2pa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The boxes of a file of the ISO base media family (ISO/IEC 14496-12).
 *
 * @param path their types from the top, each after a slash
 * @param start of the header
 * @param content behind the header
 * @param end just behind
 */
record BmffBoxes(String path, long start, long content, long end) {

	/** Types that hold boxes. */
	private static final Set<String> HOLDERS = Set.of("moov", "trak", "edts",
		"mdia", "minf", "dinf", "stbl", "mvex", "moof", "traf", "mfra", "udta",
		"meta", "ilst", "schi", "sinf", "iprp", "ipco", "skip");

	/** How deep boxes may nest when read. */
	private static final int DEPTH = 24;

	/** How many boxes a file may hold when read: an hour of fragments. */
	private static final int LIMIT = 200_000;

	String type() {
		return path.substring(path.length() - 4);
	}

	boolean isTop() {
		return path.length() == 5;
	}

	/** @return the top boxes in order */
	static List<BmffBoxes> top(final Bytes file) throws IOException {
		final var all = new ArrayList<BmffBoxes>();
		walk(file, "", 0, file.size(), 0, false, all);
		return all;
	}

	/** @return all boxes, each in front of those in it */
	static List<BmffBoxes> all(final Bytes file) throws IOException {
		final var all = new ArrayList<BmffBoxes>();
		walk(file, "", 0, file.size(), 0, true, all);
		return all;
	}

	/** @return the boxes inside this one, all levels */
	List<BmffBoxes> inside(final Bytes file) throws IOException {
		final var all = new ArrayList<BmffBoxes>();
		walk(file, path, content, end, 1, true, all);
		return all;
	}

	private static void walk(final Bytes file, final String above,
		final long from, final long to, final int depth, final boolean deep,
		final List<BmffBoxes> all) throws IOException
	{
		if (depth > DEPTH) throw ManifestException.jumbf(
			"The file's boxes nest deeper than is safe to read.");
		for (long at = from; to - at >= 8;) {
			if (all.size() >= LIMIT) throw ManifestException.jumbf(
				"The file has more boxes than is safe to read.");
			final ByteBuffer head = file.at(at, Math.min(16, to - at));
			long size = Integer.toUnsignedLong(head.getInt(0));
			long content = at + 8;
			if (size == 1 && head.limit() == 16) {
				size = head.getLong(8);
				content += 8;
			}
			else if (size == 0) size = to - at;
			if (size < content - at || size > to - at) {
				// QuickTime ends some lists of boxes with a zero.
				if (depth > 0) return;
				throw ManifestException.jumbf("A box of the file has an impossible size.");
			}
			final String type = file.name(at + 4);
			final var box = new BmffBoxes(above + "/" + type, at, content, at + size);
			all.add(box);
			if (deep && HOLDERS.contains(type)) walk(file, box.path, content +
				(type.equals("meta") && file.at(content, Math.min(4, box.end -
					content)).equals(ByteBuffer.allocate(4)) ? 4 : 0), box.end, depth + 1,
				true, all);
			at += size;
		}
	}
}
