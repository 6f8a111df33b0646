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
package io.github.janusfiji.provenance;

import java.security.MessageDigest;
import java.util.Arrays;

/** The root over a list of leaves (RFC 9162, 2.1.1). */
final class MerkleTree {

	private static final int SIZE = 32;
	private static final byte NODE = 1;

	private MerkleTree() {}

	/**
	 * @param leaves 32 bytes each, already hashed with a zero byte in front
	 * @return the root; that of nothing is the digest of nothing
	 */
	static byte[] root(final byte[] leaves) {
		final MessageDigest digest = Sha256.digest();
		if (leaves.length == 0) return digest.digest();
		return root(leaves, 0, leaves.length / SIZE, digest);
	}

	private static byte[] root(final byte[] leaves, final int from,
		final int count, final MessageDigest digest)
	{
		if (count == 1) return Arrays.copyOfRange(leaves, from * SIZE, (from + 1) *
			SIZE);
		// The left part is the largest power of two that is less than all.
		final int left = Integer.highestOneBit(count - 1);
		final byte[] first = root(leaves, from, left, digest);
		final byte[] second = root(leaves, from + left, count - left, digest);
		digest.update(NODE);
		digest.update(first);
		return digest.digest(second);
	}
}
