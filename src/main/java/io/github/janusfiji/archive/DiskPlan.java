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
package io.github.janusfiji.archive;

import io.github.janusfiji.task.DiskRoom;
import io.github.janusfiji.task.InputException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How much room results will take on the disk: what those so far took for each
 * byte of their clips.
 */
final class DiskPlan {

	/** What is always left, bytes. */
	private static final long RESERVE = 64L << 20;

	private static final String LATER =
		": make room and run the same again; what is done stays.";

	private final Path folder;
	private long read;
	private long written;

	/**
	 * @param folder of results
	 * @param manifest says what results took before
	 * @param hash of command and parameters
	 */
	DiskPlan(final Path folder, final Manifest manifest, final String hash) {
		this.folder = folder;
		for (final Entry e : manifest.entries())
			if (e.state() == Entry.State.DONE && e.folder().endsWith(hash)) add(e);
	}

	/** @param done a clip and its result */
	void add(final Entry done) {
		read += done.bytes();
		written += done.written();
	}

	/** @return bytes that results of so many bytes of clips take; 0 if unknown */
	private long need(final long bytes) {
		return read == 0 ? 0 : (long) ((double) written / read * bytes);
	}

	/**
	 * @param clips how many are to be done
	 * @param bytes of them
	 * @return the plan in a sentence
	 */
	String sentence(final int clips, final long bytes) {
		final long left = DiskRoom.left(folder);
		final long need = need(bytes);
		return clips + (clips == 1 ? " clip of " : " clips of ") + size(bytes) +
			(read == 0 ? "; how much the results take is known after the first one"
				: "; the results take about " + size(need)) + (left == Long.MAX_VALUE
					? "." : ", " + size(left) + " are free" + (need + RESERVE > left
						? ", which is too little: the work will stop when the disk is full, and goes on where it stopped once there is room."
						: "."));
	}

	/**
	 * @param clip the next one
	 * @throws InputException if there is no room for its result; in one sentence
	 */
	void require(final ArchiveClip clip) throws InputException {
		final long need = need(clip.bytes()) + RESERVE;
		final long left = DiskRoom.left(folder);
		if (left < need) throw new InputException("The disk of " + folder +
			" is almost full (" + size(left) + " are free, the result of " + clip
				.name() + " needs about " + size(need) + ")" + LATER);
	}

	/**
	 * @param clip whose result did not fit
	 * @return why nothing more can be written
	 */
	InputException full(final ArchiveClip clip) {
		return new InputException("The disk of " + folder + " became full at " + clip
			.name() + ", whose result needs more than the " + size(DiskRoom.left(
				folder)) + " that are free" + LATER);
	}

	/** @return a number of bytes for people */
	static String size(final long bytes) {
		return bytes < 1L << 30 ? String.format(Locale.ROOT, "%.1f MB", bytes /
			1048576.0) : String.format(Locale.ROOT, "%.1f GB", bytes / 1073741824.0);
	}
}
