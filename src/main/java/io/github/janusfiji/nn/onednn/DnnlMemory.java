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

import io.github.janusfiji.nn.EngineJudge;
import io.github.janusfiji.nn.Memory;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.nn.nd4j.Nd4jMemory;
import io.github.janusfiji.nn.nd4j.Nd4jTensors;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Tensors in oneDNN's layouts. Results stay in the layout in which they were
 * computed as long as oneDNN goes on with them; whatever else looks at them
 * gets a plain copy from {@link #array}.
 */
final class DnnlMemory implements Memory, Nd4jTensors {

	private final DnnlReorders reorders;
	private final Nd4jMemory nd4j = new Nd4jMemory(DataType.FLOAT);
	private final DnnlPool pool = new DnnlPool();

	/** @param judge decides what oneDNN may compute */
	DnnlMemory(final EngineJudge judge) {
		reorders = new DnnlReorders(judge);
	}

	@Override
	public Tensor persistent(final long... shape) {
		final var layout = DnnlLayout.plain(shape);
		return new DnnlTensor(layout, DnnlFloats.zeros(layout.floats()), false);
	}

	/**
	 * @param layout of its memory
	 * @return an uninitialised tensor of the innermost scope
	 */
	DnnlTensor temporary(final DnnlLayout layout) {
		final long floats = layout.floats();
		return new DnnlTensor(layout, pool.isOpen() ? pool.take(floats) : DnnlFloats
			.zeros(floats), true);
	}

	@Override
	public Tensor temporary(final long... shape) {
		return temporary(DnnlLayout.plain(shape));
	}

	@Override
	public Tensor temporaryLike(final Tensor like) {
		return temporary(wrap(like).layout());
	}

	@Override
	public Tensor borrow(final Tensor like) {
		final var layout = wrap(like).layout();
		return new DnnlTensor(layout, pool.keep(layout.floats()), false);
	}

	@Override
	public void giveBack(final Tensor borrowed) {
		pool.give(wrap(borrowed).memory());
	}

	/**
	 * @param floats how many
	 * @return memory with any numbers in it, until {@link #giveBack(DnnlFloats)}
	 */
	DnnlFloats scratch(final long floats) {
		return pool.keep(floats);
	}

	/** @param floats from {@link #scratch} */
	void giveBack(final DnnlFloats floats) {
		pool.give(floats);
	}

	@Override
	public Scope scope(final String step) {
		final Scope scope = nd4j.scope(step);
		pool.open();
		return () -> {
			pool.close();
			scope.close();
		};
	}

	@Override
	public void release(final Tensor tensor) {
		if (tensor instanceof DnnlTensor d && d.isOwner()) pool.give(d.disown());
	}

	@Override
	public INDArray array(final Tensor tensor) {
		if (!(tensor instanceof DnnlTensor d)) return nd4j.array(tensor);
		return in(d, DnnlLayout.plain(d.shape())).memory().array().reshape('c',
			true,
			d.shape());
	}

	/**
	 * @param tensor any
	 * @return its numbers in whatever order they lie in, for what is done to each
	 *         alike; the tensor's own memory, not a copy
	 */
	INDArray numbers(final Tensor tensor) {
		return wrap(tensor).memory().array();
	}

	/**
	 * @param tensor any
	 * @return likewise, as a buffer of Java's
	 */
	FloatBuffer elements(final Tensor tensor) {
		return wrap(tensor).memory().buffer();
	}

	/**
	 * @param tensor any
	 * @param layout wanted
	 * @return the tensor itself if it has it, or a temporary copy
	 */
	DnnlTensor in(final Tensor tensor, final DnnlLayout layout) {
		final DnnlTensor d = wrap(tensor);
		return d.layout().sameAs(layout) ? d : reordered(d, layout);
	}

	/**
	 * Gives back the memory of a copy that {@link #in} had to make.
	 *
	 * @param tensor what was wanted in another layout
	 * @param copy what came
	 */
	void done(final Tensor tensor, final DnnlTensor copy) {
		if (copy != tensor) release(copy);
	}

	/**
	 * @param tensor any
	 * @return the same memory, with its layout
	 */
	DnnlTensor wrap(final Tensor tensor) {
		return tensor instanceof DnnlTensor d ? d : new DnnlTensor(
			DnnlLayout.plain(tensor.shape()), DnnlFloats.of(nd4j.array(tensor)),
			false);
	}

	private DnnlTensor reordered(final DnnlTensor tensor,
		final DnnlLayout layout)
	{
		final DnnlTensor copy = temporary(layout);
		reorder(tensor.layout(), tensor.memory(), layout, copy.memory());
		return copy;
	}

	/** Copies the numbers of one memory to another of a different layout. */
	void reorder(final DnnlLayout from, final DnnlFloats source,
		final DnnlLayout to, final DnnlFloats target)
	{
		reorders.get(from, to, false).run(source, target);
	}

	/** As {@link #reorder}, but adds to what is there. */
	void addReordered(final DnnlLayout from, final DnnlFloats source,
		final DnnlLayout to, final DnnlFloats target)
	{
		reorders.get(from, to, true).run(source, target);
	}

	/**
	 * Changes the layout of a parameter or its moments for good.
	 *
	 * @param tensor persistent
	 * @param layout from now on
	 */
	void move(final DnnlTensor tensor, final DnnlLayout layout) {
		if (tensor.layout().sameAs(layout)) return;
		final DnnlFloats old = tensor.memory();
		if (layout.floats() != old.count()) {
			tensor.move(layout, DnnlFloats.zeros(layout.floats()));
			reorder(DnnlLayout.plain(tensor.shape()), old, layout, tensor.memory());
			old.free();
			return;
		}
		final DnnlFloats copy = scratch(layout.floats());
		reorder(tensor.layout(), old, layout, copy);
		old.copy(copy);
		giveBack(copy);
		tensor.move(layout, old);
	}

	@Override
	public Tensor reshape(final Tensor x, final long... shape) {
		final DnnlTensor d = wrap(x);
		final DnnlTensor plain = in(d, DnnlLayout.plain(d.shape()));
		final var layout = DnnlLayout.plain(shape);
		return plain == d ? new DnnlTensor(layout, d.memory(), false)
			: new DnnlTensor(layout, plain.disown(), true);
	}

	@Override
	public Tensor rows(final Tensor x, final long from, final long to) {
		if (!(x instanceof DnnlTensor d)) return nd4j.rows(x, from, to);
		final var order = d.layout().order();
		if (order.isEmpty()) return nd4j.rows(of(array(x)), from, to);
		final long[] shape = d.shape().clone();
		shape[0] = to - from;
		final long row = d.layout().floats() / d.size(0);
		return new DnnlTensor(DnnlLayout.of(shape, order.get()), d.memory().part(
			from * row, (to - from) * row), false);
	}

	@Override
	public Tensor of(final ImageBatch pictures) {
		return nd4j.of(pictures);
	}

	@Override
	public void read(final Tensor tensor, final ImageBatch to) {
		to.tensor().assign(array(tensor));
	}

	@Override
	public void close() {
		pool.clear();
		nd4j.close();
	}

	@Override
	public void read(final Tensor tensor, final FloatBuffer to) {
		final DnnlTensor d = wrap(tensor);
		if (d.layout().isPlain()) {
			to.put(d.memory().buffer());
			return;
		}
		final DnnlFloats plain = scratch(d.length());
		reorder(d.layout(), d.memory(), DnnlLayout.plain(d.shape()), plain);
		to.put(plain.buffer());
		giveBack(plain);
	}

	@Override
	public void write(final Tensor tensor, final FloatBuffer from) {
		final DnnlTensor d = wrap(tensor);
		final int count = Math.toIntExact(d.length());
		final FloatBuffer given = from.slice(from.position(), count);
		from.position(from.position() + count);
		if (d.layout().isPlain()) {
			d.memory().buffer().put(given);
			return;
		}
		final DnnlFloats plain = scratch(count);
		plain.buffer().put(given);
		reorder(DnnlLayout.plain(d.shape()), plain, d.layout(), d.memory());
		giveBack(plain);
	}

	@Override
	public boolean isFinite(final Tensor tensor) {
		return Double.isFinite(numbers(tensor).norm1Number().doubleValue());
	}

	@Override
	public void assign(final Tensor x, final Tensor y) {
		final DnnlTensor target = wrap(x), source = wrap(y);
		if (target.layout().sameAs(source.layout())) target.memory().copy(source
			.memory());
		else reorder(source.layout(), source.memory(), target.layout(), target
			.memory());
	}
}
