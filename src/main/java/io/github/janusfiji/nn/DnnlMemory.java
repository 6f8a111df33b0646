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

import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
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

	private final DnnlReorders reorders = new DnnlReorders();
	private final DnnlScratch scratch = new DnnlScratch();

	/** Memory of each open scope that may be used again, by its size. */
	private final Deque<Map<Long, Deque<INDArray>>> released =
		new ArrayDeque<>();

	@Override
	public final Tensor persistent(final long... shape) {
		final var layout = DnnlLayout.plain(shape);
		return new DnnlTensor(layout, DnnlScratch.lasting(layout.floats()), false);
	}

	/**
	 * @param layout of its memory
	 * @return an uninitialised tensor of the innermost scope
	 */
	final DnnlTensor temporary(final DnnlLayout layout) {
		final var free = released.isEmpty() ? null : released.peek().get(layout
			.floats());
		return new DnnlTensor(layout, free != null && !free.isEmpty() ? free.pop()
			: DnnlScratch.aligned(Nd4j.createUninitialized(DataType.FLOAT, layout.floats() +
				DnnlScratch.ALIGNMENT), layout.floats()), true);
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
	final DnnlTensor in(final Tensor tensor, final DnnlLayout layout) {
		final DnnlTensor d = wrap(tensor);
		return d.layout().sameAs(layout) ? d : reordered(d, layout);
	}

	/**
	 * Gives back the memory of a copy that {@link #in} had to make.
	 *
	 * @param tensor what was wanted in another layout
	 * @param copy what came
	 */
	final void done(final Tensor tensor, final DnnlTensor copy) {
		if (copy != tensor) release(copy);
	}

	/**
	 * @param tensor any
	 * @return the same memory, with its layout
	 */
	final DnnlTensor wrap(final Tensor tensor) {
		return tensor instanceof DnnlTensor d ? d : new DnnlTensor(
			DnnlLayout.plain(tensor.shape()), super.array(tensor).reshape('c', true,
				tensor.length()), false);
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
		reorders.get(from, to, false).run(source, target);
	}

	/** As {@link #reorder}, but adds to what is there. */
	final void addReordered(final DnnlLayout from, final INDArray source,
		final DnnlLayout to, final INDArray target)
	{
		reorders.get(from, to, true).run(source, target);
	}

	/**
	 * Changes the layout of a parameter, its gradient or its moments for good.
	 *
	 * @param tensor persistent
	 * @param layout from now on
	 */
	final void move(final DnnlTensor tensor, final DnnlLayout layout) {
		if (tensor.layout().sameAs(layout)) return;
		final INDArray copy = inScratch(tensor, layout);
		final INDArray home = layout.floats() == tensor.layout().floats() ? tensor
			.memory() : DnnlScratch.lasting(layout.floats());
		home.assign(copy);
		tensor.move(layout, home);
	}

	/**
	 * @param use what for
	 * @param floats how many
	 * @return memory for one use at a time; any numbers are in it
	 */
	final INDArray scratch(final DnnlScratch.Use use, final long floats) {
		return scratch.get(use, floats);
	}

	/**
	 * @param tensor any
	 * @param layout wanted
	 * @return the tensor itself if it has it, or a copy for this moment
	 */
	final INDArray inScratch(final Tensor tensor, final DnnlLayout layout) {
		final DnnlTensor d = wrap(tensor);
		if (d.layout().sameAs(layout)) return d.memory();
		final INDArray copy = scratch(DnnlScratch.Use.KERNEL, layout.floats());
		reorder(d.layout(), d.memory(), layout, copy);
		return copy;
	}

	@Override
	public final void close() {
		scratch.clear();
		super.close();
	}

	@Override
	public final void read(final Tensor tensor, final FloatBuffer to) {
		super.read(tensor instanceof DnnlTensor d ? new Array(inScratch(d, DnnlLayout
			.plain(d.shape()))) : tensor, to);
	}

	@Override
	public final void write(final Tensor tensor, final FloatBuffer from) {
		if (!(tensor instanceof DnnlTensor d) || d.layout().isPlain()) {
			super.write(new Array(memory(tensor)), from);
			return;
		}
		final INDArray given = scratch(DnnlScratch.Use.KERNEL, d.length());
		super.write(new Array(given), from);
		reorder(DnnlLayout.plain(d.shape()), given, d.layout(), d.memory());
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
		final DnnlTensor more = in(y, target.layout());
		target.memory().addi(more.memory());
		done(y, more);
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
