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

/**
 * What a network reads of faces.
 *
 * @param pictures N×3×h×w, 0 to 1
 * @param cues N×K×1×1, {@link FaceCues}; null for networks that read none
 * @param likeness N×3×h×w pictures of whom to paint; null but for a network
 *          that learns everybody
 */
record NetworkInput(ImageBatch pictures, ImageBatch cues,
	ImageBatch likeness)
{

	/** Pictures alone. */
	NetworkInput(final ImageBatch pictures) {
		this(pictures, null, null);
	}

	/**
	 * @param blueprint of a network
	 * @param count N
	 * @return zeros of the extents that the network reads
	 */
	static NetworkInput allocate(final Blueprint blueprint, final int count) {
		final int size = blueprint.inputSize();
		return new NetworkInput(ImageBatch.allocate(count, 3, size, size), blueprint
			.cues() == 0 ? null : ImageBatch.allocate(count, blueprint.cues(), 1, 1),
			blueprint.isForEverybody() ? ImageBatch.allocate(count, 3, size, size)
				: null);
	}
}
