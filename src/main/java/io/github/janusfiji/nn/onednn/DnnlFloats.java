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

import java.lang.ref.Cleaner;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row of floats in native memory, which oneDNN, ND4J and Java can all look at.
 * Memory that was allocated here is given back by {@link #free}, or when nothing
 * refers to it any more.
 */
final class DnnlFloats {

	/** oneDNN's vectors are at most 64 bytes long and load fastest aligned. */
	static final int ALIGNMENT = 16;

	private static final Cleaner CLEANER = Cleaner.create();

	/** A place in memory that something else owns. */
	private static final class Address extends FloatPointer {

		Address(final long address, final long count) {
			super((Pointer) null);
			this.address = address;
			limit = count;
			capacity = count;
		}
	}

	/** Keeps the memory alive: what frees it, or the array it is of. */
	private final Object owner;
	private final Address pointer;
	private INDArray array;

	private DnnlFloats(final Object owner, final long address,
		final long count)
	{
		this.owner = owner;
		pointer = new Address(address, count);
	}

	/** Must not refer to what it frees. */
	private record Freeing(Pointer memory) implements Runnable {

		@Override
		public void run() {
			Pointer.free(memory);
		}
	}

	private static final class Allocation {

		private final Cleaner.Cleanable cleanable;

		private Allocation(final Pointer memory) {
			cleanable = CLEANER.register(this, new Freeing(memory));
		}
	}

	/**
	 * @param count how many
	 * @return zeros of their own
	 * @throws OutOfMemoryError if the system has no such memory
	 */
	static DnnlFloats zeros(final long count) {
		// The system gives whole pages of zeros only when they are first written.
		final Pointer memory = Pointer.calloc(count + ALIGNMENT, Float.BYTES);
		if (memory == null || memory.isNull()) throw new OutOfMemoryError(
			"No native memory for " + count + " floats");
		final long bytes = (long) ALIGNMENT * Float.BYTES;
		return new DnnlFloats(new Allocation(memory), (memory.address() +
			bytes - 1) / bytes * bytes, count);
	}

	/**
	 * @param array contiguous floats
	 * @return the same memory
	 */
	static DnnlFloats of(final INDArray array) {
		// The buffer of a view begins with its whole.
		final var floats = new DnnlFloats(array, array.data().address() +
			Float.BYTES * array.offset(), array.length());
		floats.array = array.rank() == 1 ? array : null;
		return floats;
	}

	/**
	 * @param from index of the first
	 * @param count how many
	 * @return the same memory
	 */
	DnnlFloats part(final long from, final long count) {
		return new DnnlFloats(owner, pointer.address() + Float.BYTES * from, count);
	}

	/**
	 * @param from index of the first
	 * @return the same memory from there on
	 */
	DnnlFloats from(final long from) {
		return part(from, count() - from);
	}

	/** @return how many there are */
	long count() {
		return pointer.capacity();
	}

	/** @return where the first lies; good as long as this object is reachable */
	FloatPointer pointer() {
		return pointer;
	}

	/** @return the same memory as a vector of ND4J's */
	INDArray array() {
		if (array == null) array = Nd4j.create(Nd4j.createBuffer(pointer, count(),
			DataType.FLOAT), count());
		return array;
	}

	/** @return the same memory as a buffer of Java's */
	FloatBuffer buffer() {
		return pointer.asBuffer();
	}

	/** Sets all to zero. */
	void clear() {
		Pointer.memset(pointer, 0, Float.BYTES * count());
	}

	/** @param other as many floats, which overwrite these */
	void copy(final DnnlFloats other) {
		Pointer.memcpy(pointer, other.pointer, Float.BYTES * count());
	}

	/** Gives the memory back; nobody may look at it or any part again. */
	void free() {
		if (owner instanceof Allocation allocation) allocation.cleanable.clean();
	}
}
