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

import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * {@link Operations} on ND4J's native operations, which reach oneDNN where its
 * build has it. Temporary tensors live in a workspace: memory of
 * closed ND4J arrays does not come back in this release.
 */
public class Nd4jOperations implements Operations {

	private record Array(INDArray array) implements Tensor {

		@Override
		public long[] shape() {
			return array.shape();
		}
	}

	private final DataType type;
	private final Nd4jWorkspaces workspaces = new Nd4jWorkspaces();

	Nd4jOperations(final DataType type) {
		this.type = type;
	}

	/** @return operations in single precision: what models train and run in */
	public static Nd4jOperations singlePrecision() {
		return Nd4j.getEnvironment().isCPU() ? new CpuOperations()
			: new Nd4jOperations(DataType.FLOAT);
	}

	/** @return operations in double precision: for checking gradients */
	public static Nd4jOperations doublePrecision() {
		return new Nd4jOperations(DataType.DOUBLE);
	}

	/**
	 * @param tensor made by operations of this class
	 * @return what it stands for
	 * @throws IllegalArgumentException if it is not contiguous: oneDNN answers such
	 *           tensors with garbage and no error
	 */
	static INDArray array(final Tensor tensor) {
		final INDArray array = ((Array) tensor).array;
		if (!ImageBatch.isContiguous(array)) throw new IllegalArgumentException(
			"Only contiguous tensors can be computed with, not strides " + Arrays
				.toString(array.stride()));
		return array;
	}

	@Override
	public Scope scope(final String step) {
		return workspaces.open(step);
	}

	@Override
	public void close() {
		workspaces.close();
	}

	@Override
	public Tensor persistent(final long... shape) {
		try (var outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
			return new Array(Nd4j.create(type, shape));
		}
	}

	@Override
	public Tensor of(final ImageBatch pictures) {
		final INDArray tensor = pictures.tensor();
		return new Array(type == DataType.FLOAT ? tensor : tensor.castTo(type));
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
	public Tensor conv2d(final Tensor x, final Tensor kernel, final Tensor bias,
		final int stride)
	{
		final long[] in = x.shape();
		final Tensor out = temporary(in[0], kernel.size(0), (in[2] + stride - 1) /
			stride, (in[3] + stride - 1) / stride);
		Nd4jAffine.conv2d(array(x), array(kernel), array(bias), stride, array(out));
		return out;
	}

	@Override
	public AffineGradient conv2dGradient(final Tensor x, final Tensor kernel,
		final Tensor bias, final int stride, final Tensor gradient,
		final Tensor weights, final Tensor biases)
	{
		final var result = new AffineGradient(temporary(x.shape()), orTemporary(
			weights, kernel), orTemporary(biases, bias));
		Nd4jAffine.conv2dGradient(array(x), array(kernel), array(bias), stride, array(
			gradient), array(result.x()), array(result.weights()), array(result
				.bias()));
		return result;
	}

	@Override
	public Tensor dense(final Tensor x, final Tensor weights, final Tensor bias) {
		final Tensor out = temporary(x.size(0), weights.size(1));
		Nd4jAffine.multiply(array(x), array(weights), array(out), false, false);
		array(out).addiRowVector(array(bias));
		return out;
	}

	@Override
	public AffineGradient denseGradient(final Tensor x, final Tensor matrix,
		final Tensor gradient, final Tensor weights, final Tensor biases)
	{
		final Tensor dx = temporary(x.shape());
		final Tensor dw = orTemporary(weights, matrix);
		Nd4jAffine.multiply(array(gradient), array(matrix), array(dx), false, true);
		Nd4jAffine.multiply(array(x), array(gradient), array(dw), true, false);
		final INDArray sum = array(gradient).sum(0);
		if (biases == null) return new AffineGradient(dx, dw, new Array(sum));
		array(biases).assign(sum);
		return new AffineGradient(dx, dw, biases);
	}

	@Override
	public void leakyRelu(final Tensor x, final double slope) {
		final INDArray array = array(x);
		Nd4j.getExecutioner().exec(new LeakyReLU(array, array, slope));
	}

	@Override
	public Tensor leakyReluGradient(final Tensor result, final Tensor gradient,
		final double slope)
	{
		final Tensor out = temporary(result.shape());
		Nd4j.exec(DynamicCustomOp.builder("lrelu_bp").addInputs(array(result), array(
			gradient)).addOutputs(array(out)).addFloatingPointArguments(slope).build());
		return out;
	}

	@Override
	public Tensor sigmoid(final Tensor x) {
		final Tensor out = temporary(x.shape());
		Nd4j.getExecutioner().exec(new Sigmoid(array(x), array(out)));
		return out;
	}

	@Override
	public Tensor sigmoidGradient(final Tensor result, final Tensor gradient) {
		final INDArray s = array(result);
		return new Array(s.rsub(1).muli(s).muli(array(gradient)));
	}

	@Override
	public Tensor depthToSpace(final Tensor x, final int block) {
		final long[] in = x.shape();
		return shuffle("depth_to_space", x, block, in[0], in[1] / block / block,
			in[2] * block, in[3] * block);
	}

	@Override
	public Tensor spaceToDepth(final Tensor x, final int block) {
		final long[] in = x.shape();
		return shuffle("space_to_depth", x, block, in[0], in[1] * block * block,
			in[2] / block, in[3] / block);
	}

	private Tensor shuffle(final String operation, final Tensor x,
		final int block, final long... shape)
	{
		final Tensor out = temporary(shape);
		Nd4j.exec(DynamicCustomOp.builder(operation).addInputs(array(x)).addOutputs(
			array(out)).addIntegerArguments(block, 0).build());
		return out;
	}

	@Override
	public Tensor reshape(final Tensor x, final long... shape) {
		return new Array(array(x).reshape('c', true, shape));
	}

	@Override
	public Tensor rows(final Tensor x, final long from, final long to) {
		return new Array(array(x).get(NDArrayIndex.interval(from, to)));
	}

	@Override
	public Tensor stack(final Tensor... parts) {
		final long[] shape = parts[0].shape().clone();
		shape[0] = Arrays.stream(parts).mapToLong(part -> part.size(0)).sum();
		final Tensor out = temporary(shape);
		long row = 0;
		for (final Tensor part : parts) {
			assign(rows(out, row, row + part.size(0)), part);
			row += part.size(0);
		}
		return out;
	}

	@Override
	public void add(final Tensor x, final Tensor y) {
		array(x).addi(array(y));
	}

	@Override
	public void assign(final Tensor x, final Tensor y) {
		array(x).assign(array(y));
	}

	@Override
	public Loss meanAbsoluteError(final Tensor x, final Tensor y) {
		final INDArray difference = array(x).sub(array(y));
		final long n = difference.length();
		final double mean = difference.norm1Number().doubleValue() / n;
		return new Loss(mean, new Array(Transforms.sign(difference, false).muli(1.0 /
			n)));
	}

	@Override
	public Loss meanSquaredError(final Tensor x, final Tensor y) {
		final INDArray difference = array(x).sub(array(y));
		final long n = difference.length();
		final double norm = difference.norm2Number().doubleValue();
		return new Loss(norm * norm / n, new Array(difference.muli(2.0 / n)));
	}

	@Override
	public void adam(final Tensor value, final Tensor gradient, final Tensor mean,
		final Tensor square, final Adam.Settings settings, final int step)
	{
		final INDArray update = array(gradient);
		Nd4j.exec(new AdamUpdater(update, array(square), array(mean), settings
			.rate(), settings.beta1(), settings.beta2(), settings.epsilon(), step));
		array(value).subi(update);
	}

	/** @return an uninitialised tensor of the innermost scope */
	final Tensor temporary(final long... shape) {
		return new Array(Nd4j.createUninitialized(type, shape));
	}

	private Tensor orTemporary(final Tensor given, final Tensor like) {
		return given != null ? given : temporary(like.shape());
	}
}
