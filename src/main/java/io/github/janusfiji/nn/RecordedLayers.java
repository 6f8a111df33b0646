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

import java.util.function.Function;

/**
 * The functions of layers on a {@link Tape}, which documents them, and their
 * gradients.
 */
final class RecordedLayers {

	private final Recorder recorder;
	private final Memory memory;
	private final Algebra algebra;
	private final LayerFunctions layers;

	RecordedLayers(final Recorder recorder) {
		this.recorder = recorder;
		memory = recorder.engine.memory();
		algebra = recorder.engine.algebra();
		layers = recorder.engine.layers();
	}

	Node conv2d(final Node x, final Parameter kernel, final Parameter bias,
		final int stride, final double slope)
	{
		final Node out = recorder.node(layers.conv2d(x.value, kernel.value(), bias
			.value(), stride, slope), x.needsGradient || !kernel.isFrozen() || !bias
				.isFrozen());
		recorder.record(out, () -> {
			final Tensor gradient = slope == 1 ? out.gradient :
				layers.leakyReluGradient(out.value, out.gradient, slope);
			affine(x, kernel, bias, wanted -> layers.conv2dGradient(x.value, kernel
				.value(), bias.value(), stride, gradient, wanted));
			memory.release(gradient);
		});
		return out;
	}

	Node dense(final Node x, final Parameter weights,
		final Parameter bias)
	{
		final Node out = recorder.node(layers.dense(x.value, weights.value(), bias
			.value()), x.needsGradient || !weights.isFrozen() || !bias.isFrozen());
		recorder.record(out, () -> {
			affine(x, weights, bias, wanted -> layers.denseGradient(x.value, weights
				.value(), out.gradient, wanted));
			recorder.spend(out);
		});
		return out;
	}

	private void affine(final Node x, final Parameter weights,
		final Parameter bias,
		final Function<LayerFunctions.Wanted, Tensor> gradient)
	{
		final var wanted = new LayerFunctions.Wanted(x.needsGradient, weights
			.gradientTarget(), bias.gradientTarget());
		final Tensor dx = gradient.apply(wanted);
		weights.accumulate(wanted.weights());
		bias.accumulate(wanted.bias());
		if (x.needsGradient) recorder.accumulate(x, dx);
	}

	Node leakyRelu(final Node x, final double slope) {
		final Node out = recorder.node(algebra.copy(x.value), x.needsGradient);
		layers.leakyRelu(out.value, slope);
		recorder.record(out, () -> recorder.accumulate(x, layers.leakyReluGradient(
			out.value,
			out.gradient, slope)));
		return out;
	}

	Node maxPool(final Node x) {
		final Node out = recorder.node(layers.maxPool(x.value), x.needsGradient);
		recorder.record(out, () -> {
			recorder.accumulate(x, layers.maxPoolGradient(x.value, out.gradient));
			recorder.spend(out);
		});
		return out;
	}

	Node sigmoid(final Node x) {
		final Node out = recorder.node(layers.sigmoid(x.value), x.needsGradient);
		recorder.record(out, () -> recorder.accumulate(x, layers.sigmoidGradient(
			out.value,
			out.gradient)));
		return out;
	}

	Node depthToSpace(final Node x, final int block) {
		final Node out = recorder.node(layers.depthToSpace(x.value, block),
			x.needsGradient);
		recorder.record(out, () -> {
			final Tensor deep = layers.spaceToDepth(out.gradient, block);
			recorder.spend(out);
			recorder.accumulate(x, deep);
		});
		return out;
	}

	Node reshape(final Node x, final long... shape) {
		final Node out = recorder.node(memory.reshape(x.value, shape),
			x.needsGradient);
		recorder.record(out, () -> recorder.accumulate(x,
			memory.reshape(out.gradient, x.value
			.shape())));
		return out;
	}

	Node[] halves(final Node x) {
		final long n = x.value.size(0);
		final Node first = recorder.node(memory.rows(x.value, 0, n / 2),
			x.needsGradient);
		final Node second = recorder.node(memory.rows(x.value, n / 2, n),
			x.needsGradient);
		recorder.recordEither(first, second, () -> recorder.accumulate(x,
			algebra.stack(orZeros(
			first), orZeros(second))));
		return new Node[] { first, second };
	}

	private Tensor orZeros(final Node node) {
		return node.gradient != null ? node.gradient : algebra.filled(0,
			node.value.shape());
	}

	Node softmax(final Node x) {
		final Node out = recorder.node(layers.softmax(x.value),
			Recorder.anyNeeds(x));
		recorder.record(out, () -> {
			recorder.accumulate(x, layers.softmaxGradient(out.value, out.gradient));
			recorder.spend(out);
		});
		return out;
	}
}
