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
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Hashes of an MP4's media data in blocks (C2PA 2.2, 18.7.3), where the manifest
 * holds those of all blocks. Trees whose leaves lie in boxes of their own, as
 * live streams have them, do not match.
 */
final class BmffMerkle {

	private BmffMerkle() {}

	/** @return whether every block is as it was signed */
	static boolean verify(final Bytes file, final List<?> maps,
		final String algorithm) throws IOException
	{
		final List<BmffBoxes> media = BmffBoxes.top(file).stream().filter(b -> b
			.type().equals("mdat")).toList();
		if (maps.isEmpty() || maps.size() != media.size()) return false;
		for (int i = 0; i < maps.size(); i++) {
			if (!(maps.get(i) instanceof Map<?, ?> map) || !blocks(file, media.get(i),
				map, map.get("alg") instanceof String s ? s : algorithm)) return false;
		}
		return true;
	}

	private static boolean blocks(final Bytes file, final BmffBoxes media,
		final Map<?, ?> map, final String algorithm) throws IOException
	{
		// The header is hashed with the other boxes, 16 bytes of it.
		final long from = media.start() + 16, length = Math.max(0, media.end() - from);
		final List<Long> sizes;
		if (map.get("variableBlockSizes") instanceof List<?> list && list.stream()
			.allMatch(Long.class::isInstance)) sizes = list.stream().map(Long.class::cast)
				.toList();
		else if (map.get("fixedBlockSize") instanceof Long size && size > 0 && length /
			size < 1_000_000) sizes = IntStream.range(0, (int) ((length + size - 1) /
				size)).mapToObj(i -> Math.min(size, length - i * size)).toList();
		else return false;
		if (!(map.get("hashes") instanceof List<?> hashes) || hashes.size() != sizes
			.size() || sizes.stream().mapToLong(Long::longValue).sum() != length)
			return false;
		long at = from;
		for (int i = 0; i < hashes.size(); i++) {
			final MessageDigest digest = Digests.named(algorithm);
			for (long left = sizes.get(i); left > 0;) {
				final int n = (int) Math.min(1 << 20, left);
				digest.update(file.at(at, n));
				at += n;
				left -= n;
			}
			if (!(hashes.get(i) instanceof byte[] hash) || !Arrays.equals(hash, digest
				.digest())) return false;
		}
		return true;
	}
}
