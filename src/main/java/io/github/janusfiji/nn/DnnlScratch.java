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
package io.github.janusfiji.nn;

import java.util.EnumMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Native memory outside every scope, and large memory for short use. */
final class DnnlScratch {

	/** oneDNN's vectors are at most 64 bytes long and load fastest aligned. */
	static final int ALIGNMENT = 16;

	private final Map<Use, INDArray> buffers = new EnumMap<>(Use.class);

	void clear() {
		buffers.clear();
	}

	/**
	 * @param floats at least {@link #ALIGNMENT} more than wanted
	 * @param count how many are wanted
	 * @return so many, where a cache line begins
	 */
	static INDArray aligned(final INDArray floats, final long count) {
		final long skip = Math.floorMod(-(Dnnl.Address.of(floats) / Float.BYTES),
			(long) ALIGNMENT);
		return floats.get(NDArrayIndex.interval(skip, skip + count));
	}

	/** @return zeros that outlive every scope */
	static INDArray lasting(final long floats) {
		try (var outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
			return aligned(Nd4j.create(DataType.FLOAT, floats + ALIGNMENT), floats);
		}
	}

	/** What large memory is borrowed for, one use at a time. */
	enum Use {

		/** A kernel or another parameter in another layout. */
		KERNEL,
		/** Pictures with their padding. */
		PADDED,
		/** What each output pixel of a convolution sees. */
		PATCHES
	}

	/**
	 * @param use what for
	 * @param floats how many
	 * @return memory that is the same for all uses of a kind and grows to the
	 *         largest of them; any numbers are in it
	 */
	INDArray get(final Use use, final long floats) {
		INDArray memory = buffers.get(use);
		if (memory == null || memory.length() < floats) {
			memory = lasting(floats);
			buffers.put(use, memory);
		}
		return memory.length() == floats ? memory : memory.get(NDArrayIndex.interval(
			0, floats));
	}
}
