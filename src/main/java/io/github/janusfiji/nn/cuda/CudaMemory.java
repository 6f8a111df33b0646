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
package io.github.janusfiji.nn.cuda;

import com.sun.jna.Native;
import io.github.janusfiji.nn.Memory;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Tensors in the card's memory, all in the plain order. */
final class CudaMemory implements Memory {

	private final CudaCard card;
	private final CudaPool pool;
	private final CudaHeap heap;
	private final CudaSums sums;
	private com.sun.jna.Memory stage = new com.sun.jna.Memory(1 << 16);

	/**
	 * @param card whose memory it is
	 * @param kernels on it
	 */
	CudaMemory(final CudaCard card, final CudaKernels kernels) {
		this.card = card;
		pool = new CudaPool(card);
		heap = new CudaHeap(card);
		sums = new CudaSums(card, kernels, heap);
	}

	/** @return sums over all numbers of a tensor */
	CudaSums sums() {
		return sums;
	}

	@Override
	public Scope scope(final String name) {
		pool.open();
		return pool::close;
	}

	@Override
	public Tensor persistent(final long... shape) {
		return new CudaTensor(shape, heap.zeros(length(shape)), false);
	}

	private static long length(final long... shape) {
		long length = 1;
		for (final long extent : shape)
			length *= extent;
		return length;
	}

	/**
	 * @param shape extents
	 * @return a tensor of the innermost scope, with any numbers in it
	 */
	Tensor temporary(final long... shape) {
		final long floats = length(shape);
		return new CudaTensor(shape, pool.isOpen() ? pool.take(floats) : heap.zeros(
			floats), pool.isOpen());
	}

	@Override
	public Tensor temporaryLike(final Tensor like) {
		return temporary(like.shape());
	}

	@Override
	public Tensor borrow(final Tensor like) {
		return new CudaTensor(like.shape(), pool.keep(like.length()), false);
	}

	@Override
	public void giveBack(final Tensor borrowed) {
		giveBack(((CudaTensor) borrowed).memory());
	}

	/**
	 * @param floats how many
	 * @return with any numbers in them, until they are given back
	 */
	CudaBuffer scratch(final long floats) {
		return pool.keep(floats);
	}

	/** @param scratch from {@link #scratch} */
	void giveBack(final CudaBuffer scratch) {
		pool.give(scratch.address());
	}

	@Override
	public void release(final Tensor tensor) {
		if (tensor instanceof CudaTensor t && t.disown()) pool.give(t.memory().address());
	}

	@Override
	public Tensor of(final ImageBatch pictures) {
		final Tensor tensor = temporary(pictures.count(), pictures.channels(),
			pictures.height(), pictures.width());
		final long each = tensor.length() / pictures.count();
		for (int i = 0; i < pictures.count(); i++)
			card.upload(Native.getDirectBufferPointer(pictures.slot(i)), address(
				tensor) + Float.BYTES * each * i, each);
		return tensor;
	}

	private static long address(final Tensor tensor) {
		return ((CudaTensor) tensor).memory().address();
	}

	@Override
	public void read(final Tensor tensor, final ImageBatch to) {
		final FloatBuffer from = downloaded(tensor);
		for (int i = 0; i < to.count(); i++) {
			final FloatBuffer slot = to.slot(i);
			slot.put(from.slice(i * slot.capacity(), slot.capacity()));
		}
		to.tensor();
	}

	@Override
	public void read(final Tensor tensor, final FloatBuffer to) {
		to.put(downloaded(tensor));
	}

	private FloatBuffer downloaded(final Tensor tensor) {
		final FloatBuffer room = stage(tensor.length());
		card.download(address(tensor), stage, Float.BYTES * tensor.length());
		return room;
	}

	/** Room of the processor, which grows as needed. */
	private FloatBuffer stage(final long floats) {
		final long bytes = Float.BYTES * floats;
		if (stage.size() < bytes) stage = new com.sun.jna.Memory(bytes);
		final ByteBuffer buffer = stage.getByteBuffer(0, bytes);
		return buffer.asFloatBuffer();
	}

	@Override
	public void write(final Tensor tensor, final FloatBuffer from) {
		final int count = Math.toIntExact(tensor.length());
		stage(count).put(from.slice(from.position(), count));
		from.position(from.position() + count);
		card.upload(stage, address(tensor), count);
	}

	@Override
	public boolean isFinite(final Tensor tensor) {
		return Double.isFinite(sums.dot(tensor, tensor));
	}

	@Override
	public Tensor reshape(final Tensor x, final long... shape) {
		return new CudaTensor(shape, ((CudaTensor) x).memory(), false);
	}

	@Override
	public Tensor rows(final Tensor x, final long from, final long to) {
		final long[] shape = x.shape();
		final long row = x.length() / shape[0];
		shape[0] = to - from;
		return new CudaTensor(shape, ((CudaTensor) x).memory().part(from * row, (to -
			from) * row), false);
	}

	@Override
	public void assign(final Tensor x, final Tensor y) {
		CudaApi.check(card.use().driver().cuMemcpyDtoD_v2(address(x), address(y),
			Float.BYTES * x.length()), "cuMemcpyDtoD");
	}

	@Override
	public void close() {
		pool.clear();
		heap.free();
	}
}
