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

import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.FloatLoops;
import io.github.janusfiji.nn.LayerFunctions;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@link LayerFunctions} in single precision on a processor: those that only
 * move or bend single numbers in Java ({@link FloatLoops}), the others by ND4J.
 */
final class JavaLayers implements LayerFunctions {

	private final Nd4jTensors tensors;
	private final LayerFunctions nd4j;

	/** @param tensors of the engine, floats in the memory of the processor */
	JavaLayers(final Nd4jTensors tensors) {
		this.tensors = tensors;
		nd4j = new Nd4jLayers(tensors);
	}

	private FloatBuffer elements(final Tensor tensor) {
		final INDArray array = tensors.array(tensor);
		return ImageBatch.of(array.reshape(1, 1, 1, array.length())).slot(0);
	}

	@Override
	public void leakyRelu(final Tensor x, final double slope) {
		if (slope > 1) nd4j.leakyRelu(x, slope);
		else FloatLoops.leakyRelu(elements(x), slope);
	}

	@Override
	public Tensor leakyReluGradient(final Tensor result, final Tensor gradient,
		final double slope)
	{
		final Tensor out = tensors.temporary(result.shape());
		FloatLoops.leakyReluGradient(elements(result), elements(gradient), slope,
			elements(out));
		return out;
	}

	@Override
	public Tensor depthToSpace(final Tensor x, final int block) {
		final long[] in = x.shape();
		final Tensor out = tensors.temporary(in[0], in[1] / block / block, in[2] *
			block,
			in[3] * block);
		shuffle(x, out, block, true);
		return out;
	}

	@Override
	public Tensor spaceToDepth(final Tensor x, final int block) {
		final long[] in = x.shape();
		final Tensor out = tensors.temporary(in[0], in[1] * block * block, in[2] /
			block,
			in[3] / block);
		shuffle(out, x, block, false);
		return out;
	}

	/**
	 * @param deep N×(b²C)×H×W
	 * @param wide N×C×bH×bW
	 * @param widen whether to copy from deep to wide, or back
	 */
	private void shuffle(final Tensor deep, final Tensor wide, final int b,
		final boolean widen)
	{
		final int channels = (int) wide.size(1);
		final int height = (int) deep.size(2), width = (int) deep.size(3);
		final int plane = height * width;
		final FloatBuffer d = elements(deep), w = elements(wide);
		final var pictures = IntStream.range(0, (int) wide.size(0) * channels);
		(deep.length() < FloatLoops.PARALLEL ? pictures :
			pictures.parallel()).forEach(i -> {
			final int n = i / channels, c = i % channels;
			final int place = i * b * b * plane;
			final float[] whole = new float[b * b * plane];
			final float[] part = new float[plane];
			if (!widen) w.get(place, whole);
			for (int k = 0; k < b * b; k++) {
				final int at = ((n * b * b + k) * channels + c) * plane;
				if (widen) d.get(at, part);
				interleave(part, whole, width, b, k, widen);
				if (!widen) d.put(at, part);
			}
			if (widen) w.put(place, whole);
		});
	}

	private static void interleave(final float[] part, final float[] whole,
		final int width, final int b, final int k, final boolean widen)
	{
		for (int y = 0; y * width < part.length; y++) {
			final int row = (y * b + k / b) * width * b + k % b;
			for (int x = 0; x < width; x++) {
				if (widen) whole[row + x * b] = part[y * width + x];
				else part[y * width + x] = whole[row + x * b];
			}
		}
	}

	@Override
	public void adam(final Tensor value, final Tensor gradient, final Tensor mean,
		final Tensor square, final Adam settings, final int step)
	{
		FloatLoops.adam(elements(value), elements(gradient), elements(mean),
			elements(square), settings, step);
	}

	@Override
	public Tensor conv2d(final Tensor x, final Tensor kernel, final Tensor bias,
		final int stride, final double slope)
	{
		final Tensor out = nd4j.conv2d(x, kernel, bias, stride, 1);
		if (slope != 1) leakyRelu(out, slope);
		return out;
	}

	@Override
	public Tensor conv2dGradient(final Tensor x, final Tensor kernel,
		final Tensor bias, final int stride, final Tensor gradient,
		final Wanted wanted)
	{
		return nd4j.conv2dGradient(x, kernel, bias, stride, gradient, wanted);
	}

	@Override
	public Tensor dense(final Tensor x, final Tensor weights, final Tensor bias) {
		return nd4j.dense(x, weights, bias);
	}

	@Override
	public Tensor denseGradient(final Tensor x, final Tensor matrix,
		final Tensor gradient, final Wanted wanted)
	{
		return nd4j.denseGradient(x, matrix, gradient, wanted);
	}

	@Override
	public Tensor sigmoid(final Tensor x) {
		return nd4j.sigmoid(x);
	}

	@Override
	public Tensor sigmoidGradient(final Tensor result, final Tensor gradient) {
		return nd4j.sigmoidGradient(result, gradient);
	}

	@Override
	public Tensor softmax(final Tensor x) {
		return nd4j.softmax(x);
	}

	@Override
	public Tensor softmaxGradient(final Tensor result, final Tensor gradient) {
		return nd4j.softmaxGradient(result, gradient);
	}

	@Override
	public Tensor maxPool(final Tensor x) {
		return nd4j.maxPool(x);
	}

	@Override
	public Tensor maxPoolGradient(final Tensor x, final Tensor gradient) {
		return nd4j.maxPoolGradient(x, gradient);
	}
}
