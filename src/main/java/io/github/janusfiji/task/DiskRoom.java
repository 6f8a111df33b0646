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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What is left on a disk, and whether that was too little. */
public final class DiskRoom {

	/** A disk with less is as good as full, bytes. */
	private static final long FULL = 1 << 20;

	private DiskRoom() {}

	/**
	 * @param place a file or folder, which need not exist
	 * @return bytes that can still be written there; {@link Long#MAX_VALUE} if the
	 *         system does not say
	 */
	public static long left(final Path place) {
		try {
			Path there = place.toAbsolutePath();
			while (there != null && Files.notExists(there)) there = there.getParent();
			if (there == null) return Long.MAX_VALUE;
			final var store = Files.getFileStore(there);
			return store.getTotalSpace() > 0 ? store.getUsableSpace()
				: Long.MAX_VALUE;
		}
		catch (final IOException e) {
			return Long.MAX_VALUE;
		}
	}

	/**
	 * @param place where something was written
	 * @param thrown why that failed
	 * @return whether the disk was full
	 */
	public static boolean wasFull(final Path place, final Throwable thrown) {
		for (Throwable t = thrown; t != null; t = t.getCause())
			if (saysFull(t)) return true;
		return isFull(place);
	}

	/** @return whether hardly anything is left there */
	static boolean isFull(final Path place) {
		return left(place) < FULL;
	}

	private static boolean saysFull(final Throwable thrown) {
		final String text = String.valueOf(thrown.getMessage()).toLowerCase(
			Locale.ROOT);
		return text.contains("no space left") || text.contains(
			"not enough space") || text.contains("the disk is full");
	}
}
