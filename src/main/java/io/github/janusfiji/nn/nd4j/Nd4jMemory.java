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
package io.github.janusfiji.nn.nd4j;

import io.github.janusfiji.nn.Memory;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * ND4J arrays as tensors. Temporary ones live in a workspace: memory of closed
 * ND4J arrays does not come back in this release.
 */
public final class Nd4jMemory implements Memory, Nd4jTensors {

	private final DataType type;
	private final Nd4jWorkspaces workspaces = new Nd4jWorkspaces();
	private final Map<List<Long>, Deque<Tensor>> returned = new HashMap<>();

	/** @param type of the numbers */
	public Nd4jMemory(final DataType type) {
		this.type = type;
	}

	@Override
	public INDArray array(final Tensor tensor) {
		return ((Nd4jArray) tensor).contiguous();
	}

	@Override
	public Scope scope(final String step) {
		return workspaces.open(step);
	}

	@Override
	public void close() {
		returned.clear();
		workspaces.close();
	}

	@Override
	public Tensor persistent(final long... shape) {
		try (var outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
			return new Nd4jArray(Nd4j.create(type, shape));
		}
	}

	@Override
	public Tensor temporary(final long... shape) {
		return new Nd4jArray(Nd4j.createUninitialized(type, shape));
	}

	@Override
	public Tensor temporaryLike(final Tensor like) {
		return temporary(like.shape());
	}

	@Override
	public Tensor borrow(final Tensor like) {
		final var free = returned.get(key(like));
		return free == null || free.isEmpty() ? persistent(like.shape()) : free
			.pop();
	}

	@Override
	public void giveBack(final Tensor borrowed) {
		returned.computeIfAbsent(key(borrowed), shape -> new ArrayDeque<>()).push(
			borrowed);
	}

	private static List<Long> key(final Tensor tensor) {
		return Arrays.stream(tensor.shape()).boxed().toList();
	}

	@Override
	public Tensor of(final ImageBatch pictures) {
		final INDArray tensor = pictures.tensor();
		return new Nd4jArray(type == DataType.FLOAT ? tensor : tensor.castTo(type));
	}

	@Override
	public void read(final Tensor tensor, final ImageBatch to) {
		to.tensor().assign(array(tensor));
	}

	@Override
	public void read(final Tensor tensor, final FloatBuffer to) {
		final INDArray array = array(tensor);
		if (type == DataType.FLOAT) {
			to.put(ImageBatch.of(array.reshape(1, 1, 1, array.length())).slot(0));
			return;
		}
		for (long i = 0; i < array.length(); i++)
			to.put((float) array.getDouble(i));
	}

	@Override
	public void write(final Tensor tensor, final FloatBuffer from) {
		final INDArray array = array(tensor);
		if (type == DataType.FLOAT) {
			final var batch = ImageBatch.of(array.reshape(1, 1, 1, array.length()));
			final FloatBuffer slot = batch.slot(0);
			slot.put(from.slice(from.position(), slot.capacity()));
			from.position(from.position() + slot.capacity());
			batch.tensor();
			return;
		}
		for (long i = 0; i < array.length(); i++)
			array.putScalar(i, from.get());
	}

	@Override
	public boolean isFinite(final Tensor tensor) {
		return Double.isFinite(array(tensor).norm1Number().doubleValue());
	}

	@Override
	public Tensor reshape(final Tensor x, final long... shape) {
		return new Nd4jArray(array(x).reshape('c', true, shape));
	}

	@Override
	public Tensor rows(final Tensor x, final long from, final long to) {
		return new Nd4jArray(array(x).get(NDArrayIndex.interval(from, to)));
	}

	@Override
	public void assign(final Tensor x, final Tensor y) {
		array(x).assign(array(y));
	}
}
