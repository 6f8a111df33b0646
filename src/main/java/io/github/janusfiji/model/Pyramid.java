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
package io.github.janusfiji.model;

import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pictures at several sizes, each half the next. Not thread-safe. */
final class Pyramid {

	private final int levels;

	/** By number of faces: native memory that is asked for once. */
	private final Map<Integer, List<ImageBatch>> smaller = new HashMap<>();

	/** @param levels how many sizes, the given one among them */
	Pyramid(final int levels) {
		this.levels = levels;
	}

	/**
	 * @param pictures N×3×H×W
	 * @return the smallest first, the given ones last; valid until the next call
	 *         with as many pictures
	 */
	List<ImageBatch> of(final ImageBatch pictures) {
		final int size = pictures.width();
		final List<ImageBatch> own = smaller.computeIfAbsent(pictures.count(), n -> {
			final var list = new ArrayList<ImageBatch>();
			for (int level = levels - 1; level > 0; level--)
				list.add(ImageBatch.allocate(n, pictures.channels(), size >> level,
					size >> level));
			return list;
		});
		final var all = new ArrayList<>(own);
		all.add(pictures);
		for (int level = levels - 2; level >= 0; level--)
			for (int n = 0; n < pictures.count(); n++)
				halve(all.get(level + 1).slot(n), all.get(level).slot(n), size >>
					levels - 1 - level, pictures.channels());
		return all;
	}

	/** Means of 2×2 px. */
	private static void halve(final FloatBuffer from, final FloatBuffer to,
		final int size, final int channels)
	{
		final int wide = 2 * size;
		for (int row = 0; row < channels * size; row++)
			for (int i = 0; i < size; i++) {
				final int at = 2 * row * wide + 2 * i;
				to.put(row * size + i, (from.get(at) + from.get(at + 1) + from.get(at +
					wide) + from.get(at + wide + 1)) / 4);
			}
	}
}
