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
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Which boxes a hash of an MP4 leaves out (C2PA 2.2, 18.7). */
final class BmffExclusions {

	private final List<Map<?, ?>> rules = new ArrayList<>();

	static BmffExclusions of(final Map<?, ?> assertion)
		throws ManifestException
	{
		final var all = new BmffExclusions();
		if (!(assertion.get("exclusions") instanceof List<?> list))
			throw new ManifestException(Codes.BMFF_MALFORMED,
				"The BMFF hash has no exclusions.");
		for (final Object one : list) {
			if (!(one instanceof Map<?, ?> map) || !(map.get(
				"xpath") instanceof String)) throw new ManifestException(
					Codes.BMFF_MALFORMED, "An exclusion of the BMFF hash is malformed.");
			all.rules.add(map);
		}
		return all;
	}

	/** @return what every hash leaves out: the store, and what players may change */
	static List<Map<String, Object>> usual() {
		final var data = new LinkedHashMap<String, Object>();
		data.put("offset", 8);
		data.put("value", BmffContainer.UUID);
		final var store = new LinkedHashMap<String, Object>();
		store.put("xpath", "/uuid");
		store.put("data", List.of(data));
		return List.of(store, Map.of("xpath", "/ftyp"), Map.of("xpath", "/mfra"));
	}

	byte[] hash(final Bytes file, final MessageDigest digest,
		final boolean second, final BooleanSupplier stop) throws IOException
	{
		final List<BmffBoxes> boxes = needsDepth() ? BmffBoxes.all(file) : BmffBoxes
			.top(file);
		final var marks = new ArrayList<Long>();
		for (final BmffBoxes box : boxes) if (box.isTop()) marks.add(box.start());
		final var excluded = new ArrayList<Range>();
		for (final Map<?, ?> rule : rules) for (final BmffBoxes box : boxes) {
			if (!path(box.path(), boxes, box).equals(rule.get("xpath")) && !box.path()
				.equals(rule.get("xpath")) || !fits(file, rule, box)) continue;
			if (rule.get("subset") instanceof List<?> parts) {
				for (final Object part : parts) subset(part, box, excluded);
				continue;
			}
			excluded.add(new Range(box.start(), box.end() - box.start()));
			marks.remove(box.start());
		}
		return Digests.of(file, digest, excluded, second ? marks : List.of(), stop);
	}

	private boolean needsDepth() {
		return rules.stream().anyMatch(r -> ((String) r.get("xpath")).lastIndexOf(
			'/') > 0);
	}

	/** The path with the box's number among its like, as in {@code /moov/trak[2]}. */
	private static String path(final String plain, final List<BmffBoxes> all,
		final BmffBoxes box)
	{
		final long number = all.stream().filter(b -> b.path().equals(plain) && b
			.start() <= box.start()).count();
		return plain + "[" + number + "]";
	}

	private static void subset(final Object part, final BmffBoxes box,
		final List<Range> excluded) throws ManifestException
	{
		if (!(part instanceof Map<?, ?> map) || !(map.get(
			"offset") instanceof Long from) || !(map.get(
				"length") instanceof Long length) || from < 0 || length < 0)
		{
			throw new ManifestException(Codes.BMFF_MALFORMED,
				"An exclusion of the BMFF hash is malformed.");
		}
		final long size = box.end() - box.start();
		if (from > size) return;
		excluded.add(new Range(box.start() + from, length == 0 ? size - from : Math
			.min(length, size - from)));
	}

	private static boolean fits(final Bytes file, final Map<?, ?> rule,
		final BmffBoxes box) throws IOException
	{
		final long size = box.end() - box.start();
		if (rule.get("length") instanceof Long wanted && wanted != size) return false;
		if (rule.get("version") instanceof Long wanted && file.at(box.content(), 1)
			.get() != wanted.byteValue()) return false;
		if (rule.get("flags") instanceof byte[] flags && flags.length >= 3) {
			final int wanted = ByteBuffer.wrap(new byte[] { 0, flags[0], flags[1],
				flags[2] }).getInt();
			final int own = file.at(box.content(), 4).getInt() & 0xffffff;
			final boolean exact = !Boolean.FALSE.equals(rule.get("exact"));
			if (exact ? own != wanted : (own & ~wanted) != 0) return false;
		}
		if (rule.get("data") instanceof List<?> list) for (final Object one : list) {
			if (!(one instanceof Map<?, ?> map) || !(map.get(
				"offset") instanceof Long at) || !(map.get(
					"value") instanceof byte[] value)) return false;
			if (at < 0 || at + value.length > size || !Arrays.equals(file.at(box
				.start() + at, value.length).array(), value)) return false;
		}
		return true;
	}
}
