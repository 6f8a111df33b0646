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

import io.github.janusfiji.frames.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A clip of an archive, or a range of one.
 *
 * @param name its path as the list has it, or below the folder; with slashes in
 *          every system. Ranges have theirs behind it, such as {@code #2/16}
 * @param path where it is
 * @param bytes how long its files are, or the range's share of that; 0 if there
 *          are none
 * @param part which part of the clip
 */
public record ArchiveClip(String name, Path path, long bytes, Part part) {

	/** A whole clip. */
	public ArchiveClip(final String name, final Path path, final long bytes) {
		this(name, path, bytes, Part.WHOLE);
	}

	/**
	 * @param most bytes of a range
	 * @return as few equal ranges as keep to that
	 */
	List<ArchiveClip> cut(final long most) {
		if (bytes <= most) return List.of(this);
		final int count = (int) Math.min(999_999, (bytes - 1) / most + 1);
		final var ranges = new ArrayList<ArchiveClip>();
		for (int i = 1; i <= count; i++) {
			final var range = new ClipRange(name, new Part(i, count));
			ranges.add(new ArchiveClip(range.name(), path, bytes / count, range
				.part()));
		}
		return ranges;
	}
}
