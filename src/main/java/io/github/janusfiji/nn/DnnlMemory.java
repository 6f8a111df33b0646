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

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.github.janusfiji.nn.Dnnl.Argument;
import io.github.janusfiji.nn.Dnnl.Primitive;
import io.github.janusfiji.nn.Dnnl.Processor;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.reorder;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Tensors in oneDNN's layouts. Results stay in the layout in which they were
 * computed as long as oneDNN goes on with them; whatever else looks at them
 * gets a plain copy from {@link #array}.
 */
abstract class DnnlMemory extends CpuOperations {

	/** oneDNN's vectors are at most 64 bytes long and load fastest aligned. */
	private static final int ALIGNMENT = 16;

	private record Reordering(DnnlLayout from, DnnlLayout to,
		Primitive primitive)
	{}

	private final List<Reordering> reorderings = new ArrayList<>();

	/** Memory of each open scope that may be used again, by its size. */
	private final Deque<Map<Long, Deque<INDArray>>> released =
		new ArrayDeque<>();

	@Override
	public final Tensor persistent(final long... shape) {
		final var layout = DnnlLayout.plain(shape);
		try (var outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
			return new DnnlTensor(layout, aligned(Nd4j.create(DataType.FLOAT,
				layout.floats() + ALIGNMENT), layout.floats()), false);
		}
	}

	private static INDArray aligned(final INDArray floats, final long count) {
		final long skip = Math.floorMod(-(Dnnl.Address.of(floats) / Float.BYTES),
			(long) ALIGNMENT);
		return floats.get(NDArrayIndex.interval(skip, skip + count));
	}

	/**
	 * @param layout of its memory
	 * @return an uninitialised tensor of the innermost scope
	 */
	final DnnlTensor temporary(final DnnlLayout layout) {
		final var free = released.isEmpty() ? null : released.peek().get(layout
			.floats());
		return new DnnlTensor(layout, free != null && !free.isEmpty() ? free.pop()
			: aligned(Nd4j.createUninitialized(DataType.FLOAT, layout.floats() +
				ALIGNMENT), layout.floats()), true);
	}

	@Override
	public final Scope scope(final String step) {
		final Scope scope = super.scope(step);
		released.push(new HashMap<>());
		return () -> {
			released.pop();
			scope.close();
		};
	}

	@Override
	public final void release(final Tensor tensor) {
		if (tensor instanceof DnnlTensor d && d.isOwner() && !released.isEmpty())
			released.peek().computeIfAbsent(d.layout().floats(),
				floats -> new ArrayDeque<>()).push(d.disown());
	}

	@Override
	public final Tensor temporaryLike(final Tensor like) {
		return like instanceof DnnlTensor d ? temporary(d.layout())
			: super.temporaryLike(like);
	}

	@Override
	final INDArray array(final Tensor tensor) {
		if (!(tensor instanceof DnnlTensor d)) return super.array(tensor);
		final INDArray floats = d.layout().isPlain() ? d.memory() : reordered(d,
			DnnlLayout.plain(d.shape())).memory();
		return floats.reshape('c', true, d.shape());
	}

	@Override
	final INDArray memory(final Tensor tensor) {
		return tensor instanceof DnnlTensor d ? d.memory() : super.memory(tensor);
	}

	/**
	 * @param tensor any
	 * @param layout wanted
	 * @return the tensor itself if it has it, or a temporary copy
	 */
	final INDArray in(final Tensor tensor, final DnnlLayout layout) {
		final DnnlTensor d = wrap(tensor);
		return d.layout().sameAs(layout) ? d.memory() : reordered(d, layout)
			.memory();
	}

	/**
	 * @param tensor any
	 * @return the same memory, with its layout
	 */
	final DnnlTensor wrap(final Tensor tensor) {
		return tensor instanceof DnnlTensor d ? d : new DnnlTensor(
			DnnlLayout.plain(tensor.shape()), super.array(tensor), false);
	}

	private DnnlTensor reordered(final DnnlTensor tensor,
		final DnnlLayout layout)
	{
		final DnnlTensor copy = temporary(layout);
		reorder(tensor.layout(), tensor.memory(), layout, copy.memory());
		return copy;
	}

	/** Copies the numbers of one memory to another of a different layout. */
	final void reorder(final DnnlLayout from, final INDArray source,
		final DnnlLayout to, final INDArray target)
	{
		for (final var r : reorderings)
			if (r.from.sameAs(from) && r.to.sameAs(to)) {
				r.primitive.run(source, target);
				return;
			}
		final var description = new reorder.primitive_desc(Processor.ENGINE, from
			.descriptor(), Processor.ENGINE, to.descriptor());
		final var primitive = new Primitive(new reorder(description), new Argument(
			DNNL_ARG_SRC, from), new Argument(DNNL_ARG_DST, to));
		reorderings.add(new Reordering(from, to, primitive));
		primitive.run(source, target);
	}

	/**
	 * Changes the layout of a parameter, its gradient or its moments for good.
	 *
	 * @param tensor persistent
	 * @param layout from now on
	 */
	final void move(final DnnlTensor tensor, final DnnlLayout layout) {
		if (tensor.layout().sameAs(layout)) return;
		try (var scope = scope("move")) {
			final DnnlTensor copy = reordered(tensor, layout);
			final INDArray home;
			if (layout.floats() == tensor.layout().floats()) home = tensor.memory();
			else try (var outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
				home = aligned(Nd4j.create(DataType.FLOAT, layout.floats() +
					ALIGNMENT), layout.floats());
			}
			home.assign(copy.memory());
			tensor.move(layout, home);
		}
	}

	@Override
	public final void read(final Tensor tensor, final FloatBuffer to) {
		try (var scope = scope("read")) {
			super.read(tensor, to);
		}
	}

	@Override
	public final void write(final Tensor tensor, final FloatBuffer from) {
		if (!(tensor instanceof DnnlTensor d)) {
			super.write(tensor, from);
			return;
		}
		try (var scope = scope("write")) {
			final var plain = DnnlLayout.plain(d.shape());
			final Tensor given = temporary(d.shape());
			super.write(given, from);
			reorder(plain, super.array(given), d.layout(), d.memory());
		}
	}

	@Override
	public final boolean isFinite(final Tensor tensor) {
		return Double.isFinite(memory(tensor).norm1Number().doubleValue());
	}

	@Override
	public final Tensor rows(final Tensor x, final long from, final long to) {
		if (!(x instanceof DnnlTensor d)) return super.rows(x, from, to);
		final var order = d.layout().order();
		if (order.isEmpty()) return super.rows(new Array(array(x)), from, to);
		final long[] shape = d.shape().clone();
		shape[0] = to - from;
		final long row = d.layout().floats() / d.size(0);
		return new DnnlTensor(DnnlLayout.of(shape, order.get()), d.memory()
			.get(NDArrayIndex.interval(from * row, to * row)), false);
	}

	@Override
	public final Tensor stack(final Tensor... parts) {
		if (!(parts[0] instanceof DnnlTensor first)) return super.stack(parts);
		final var order = first.layout().order();
		if (order.isEmpty()) return super.stack(parts);
		final long[] shape = first.shape().clone();
		shape[0] = 0;
		for (final Tensor part : parts)
			shape[0] += part.size(0);
		final Tensor out = temporary(DnnlLayout.of(shape, order.get()));
		long row = 0;
		for (final Tensor part : parts) {
			assign(rows(out, row, row + part.size(0)), part);
			row += part.size(0);
		}
		return out;
	}

	@Override
	public final void add(final Tensor x, final Tensor y) {
		final DnnlTensor target = wrap(x);
		target.memory().addi(in(y, target.layout()));
	}

	@Override
	public final void assign(final Tensor x, final Tensor y) {
		final DnnlTensor target = wrap(x), source = wrap(y);
		if (target.layout().sameAs(source.layout())) target.memory().assign(source
			.memory());
		else reorder(source.layout(), source.memory(), target.layout(), target
			.memory());
	}

	@Override
	public final Tensor copy(final Tensor x) {
		final Tensor out = temporaryLike(x);
		assign(out, x);
		return out;
	}

	@Override
	public final Tensor sum(final Tensor x, final Tensor y) {
		final Tensor out = copy(x);
		add(out, y);
		return out;
	}
}
