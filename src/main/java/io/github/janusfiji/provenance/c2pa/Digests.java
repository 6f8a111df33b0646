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
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Digests of files with parts left out. */
final class Digests {

	private static final int CHUNK = 1 << 20;

	private Digests() {}

	/** @return the algorithm that a manifest's name of it means */
	static MessageDigest named(final String name) throws ManifestException {
		try {
			return MessageDigest.getInstance(switch (name) {
				case "", "sha256" -> "SHA-256";
				case "sha384" -> "SHA-384";
				case "sha512" -> "SHA-512";
				default -> throw new ManifestException(Codes.ALGORITHM,
					"The hash algorithm " + name + " is not one of C2PA's.");
			});
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-2", e);
		}
	}

	/**
	 * Hashes a file.
	 *
	 * @param excluded what to leave out; may overlap
	 * @param marks places in front of which their own number is hashed, as eight
	 *          bytes, if they are not left out
	 * @param stop asked once in a while
	 */
	static byte[] of(final Bytes file, final MessageDigest digest,
		final List<Range> excluded, final List<Long> marks,
		final BooleanSupplier stop) throws IOException
	{
		final var gaps = new ArrayList<>(excluded);
		gaps.sort(Comparator.comparingLong(Range::start));
		final var numbers = new ArrayList<>(marks);
		numbers.sort(Comparator.naturalOrder());
		final var buffer = ByteBuffer.allocate(CHUNK);
		long at = 0;
		int mark = 0, gap = 0;
		while (true) {
			if (stop.getAsBoolean()) throw new java.util.concurrent.CancellationException(
				"Stopped by the user.");
			while (mark < numbers.size() && numbers.get(mark) <= at) {
				// The number stands in front of the box whether or not part of it is left out.
				digest.update(ByteBuffer.allocate(8).order(ByteOrder.BIG_ENDIAN).putLong(
					numbers.get(mark++)).flip());
			}
			while (gap < gaps.size() && gaps.get(gap).end() <= at) gap++;
			long until = mark < numbers.size() ? Math.min(file.size(), numbers.get(
				mark)) : file.size();
			if (gap < gaps.size() && gaps.get(gap).start() <= at) {
				final long end = Math.min(gaps.get(gap).end(), until);
				if (end > at) {
					at = end;
					continue;
				}
			}
			else if (gap < gaps.size()) until = Math.min(until, gaps.get(gap).start());
			if (at >= file.size() && mark >= numbers.size()) return digest.digest();
			if (at >= until) {
				if (mark < numbers.size()) at = numbers.get(mark);
				else return digest.digest();
				continue;
			}
			buffer.clear().limit((int) Math.min(CHUNK, until - at));
			final int n = file.channel().read(buffer, at);
			if (n < 0) return digest.digest();
			digest.update(buffer.flip());
			at += n;
		}
	}
}
