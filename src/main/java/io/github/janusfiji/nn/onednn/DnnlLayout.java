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
package io.github.janusfiji.nn.onednn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.dnnl.memory;

/**
 * How oneDNN lays a tensor out in memory. Convolutions are fastest where 8 (or
 * 16) channels of a pixel lie side by side, N×⌈C/8⌉×H×W×8, because one vector
 * instruction works on 8 (16) floats.
 */
final class DnnlLayout {

	/** The orders of pictures that all processors' fast convolutions use. */
	enum Order {

		/** N×C×H×W, as everywhere outside oneDNN. */
		PLAIN(memory.format_tag.abcd, 1),
		/** N×H×W×C. */
		CHANNELS_LAST(memory.format_tag.acdb, 1),
		/** N×⌈C/8⌉×H×W×8: AVX2. */
		BLOCKS_OF_8(memory.format_tag.aBcd8b, 8),
		/** N×⌈C/16⌉×H×W×16: AVX-512. */
		BLOCKS_OF_16(memory.format_tag.aBcd16b, 16);

		private final memory.format_tag tag;
		private final int block;

		Order(final memory.format_tag tag, final int block) {
			this.tag = tag;
			this.block = block;
		}

		/** @return channels that lie side by side */
		int block() {
			return block;
		}
	}

	private record Key(List<Long> shape, List<Long> strides, Order order) {}

	/** Descriptions hold native memory that only Java's collector gives back. */
	private static final Map<Key, DnnlLayout> KNOWN = new ConcurrentHashMap<>();

	private final long[] shape;
	private final memory.desc descriptor;
	private final long floats;
	private Optional<Order> order;
	private Boolean plain;
	private String words;

	/**
	 * @param shape extents of the tensor
	 * @param descriptor oneDNN's own description
	 */
	DnnlLayout(final long[] shape, final memory.desc descriptor) {
		this.shape = shape;
		this.descriptor = descriptor;
		floats = descriptor.get_size() / Float.BYTES;
	}

	/**
	 * @param shape extents
	 * @return the last index fastest, without gaps
	 */
	static DnnlLayout plain(final long... shape) {
		final long[] strides = new long[shape.length];
		long step = 1;
		for (int d = shape.length - 1; d >= 0; d--) {
			strides[d] = step;
			step *= shape[d];
		}
		return strided(shape, strides);
	}

	/**
	 * @param shape extents
	 * @param strides steps of each index, floats
	 * @return such a layout
	 */
	static DnnlLayout strided(final long[] shape, final long[] strides) {
		return KNOWN.computeIfAbsent(new Key(boxed(shape), boxed(strides), null),
			key -> new DnnlLayout(shape, new memory.desc(shape, memory.data_type.f32,
				strides)));
	}

	/**
	 * @param shape N×C×H×W
	 * @param order of its memory
	 * @return such a layout
	 */
	static DnnlLayout of(final long[] shape, final Order order) {
		return KNOWN.computeIfAbsent(new Key(boxed(shape), List.of(), order),
			key -> new DnnlLayout(shape, new memory.desc(shape, memory.data_type.f32,
				order.tag)));
	}

	private static List<Long> boxed(final long[] numbers) {
		return Arrays.stream(numbers).boxed().toList();
	}

	/**
	 * @param shape extents
	 * @return the wish for whatever layout is fastest
	 */
	static memory.desc any(final long... shape) {
		return new memory.desc(shape, memory.data_type.f32, memory.format_tag.any);
	}

	/** @return extents of the tensor */
	long[] shape() {
		return shape;
	}

	/** @return oneDNN's own description */
	memory.desc descriptor() {
		return descriptor;
	}

	/** @return how many floats the tensor takes, with what fills its last block */
	long floats() {
		return floats;
	}

	/**
	 * @param other any
	 * @return whether the same memory means the same in both
	 */
	boolean sameAs(final DnnlLayout other) {
		return this == other || floats == other.floats && descriptor.equals(
			other.descriptor);
	}

	/** @return whether the last index is the fastest, without gaps */
	boolean isPlain() {
		if (plain == null) plain = sameAs(plain(shape));
		return plain;
	}

	/**
	 * @param count N
	 * @return the same order of fewer pictures, if it is one of the usual; else
	 *         this
	 */
	DnnlLayout ofCount(final long count) {
		if (order().isEmpty()) return this;
		final long[] fewer = shape.clone();
		fewer[0] = count;
		return of(fewer, order().get());
	}

	/**
	 * @return extents and order in oneDNN's notation: {@code 12x24x3x3 ABcd16b16a},
	 *         or with steps of each index where there are no blocks
	 */
	String words() {
		if (words == null) words = DnnlNotation.of(shape, descriptor,
			floats);
		return words;
	}

	/** @return the order of pictures in memory, if it is one of the usual */
	Optional<Order> order() {
		if (order == null) order = shape.length != 4 ? Optional.empty() : Arrays
			.stream(Order.values()).filter(o -> sameAs(of(shape, o))).findFirst();
		return order;
	}
}
