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

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.github.janusfiji.nn.onednn.Dnnl.Argument;
import io.github.janusfiji.nn.onednn.Dnnl.Primitive;
import io.github.janusfiji.nn.onednn.Dnnl.Processor;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * The three computations of one convolution of one size: forward, the gradient
 * of its input and that of its weights. Each says which layouts it reads and
 * writes; those of the gradients are compiled when first asked for.
 */
final class DnnlConvolution {

	/**
	 * What a convolution is compiled for.
	 *
	 * @param count N
	 * @param in input channels
	 * @param height px
	 * @param width px
	 * @param out output channels
	 * @param kernel width and height, px
	 * @param stride px
	 */
	record Size(long count, long in, long height, long width, long out,
		long kernel, int stride)
	{

		long[] source() {
			return new long[] { count, in, height, width };
		}

		long[] weights() {
			return new long[] { out, in, kernel, kernel };
		}

		long[] result() {
			return new long[] { count, out, (height + stride - 1) / stride, (width +
				stride - 1) / stride };
		}

		/** TensorFlow's SAME: the total padding, of which half comes before. */
		private long padding(final long extent) {
			final long steps = (extent + stride - 1) / stride;
			return Math.max(0, (steps - 1) * stride + kernel - extent);
		}

		/** @return the same for another minibatch */
		Size ofCount(final long other) {
			return new Size(other, in, height, width, out, kernel, stride);
		}

		/** @return for people: {@code 24→48 channels, 3×3, stride 2, of 32×32 px} */
		String words() {
			return in + "→" + out + " channels, " + kernel + "×" + kernel +
				", stride " + stride + ", of " + width + "×" + height + " px";
		}

		long[] strides() {
			return new long[] { stride, stride };
		}

		long[] before() {
			return new long[] { padding(height) / 2, padding(width) / 2 };
		}

		long[] after() {
			return new long[] { padding(height) - padding(height) / 2,
				padding(width) -
				padding(width) / 2 };
		}
	}

	/** The forward computation, the layouts it wants and oneDNN's name for it. */
	record Forward(Primitive primitive, DnnlLayout source, DnnlLayout weights,
		DnnlLayout result, String kernel)
	{}

	/** The gradient of the input. */
	record BackwardData(Primitive primitive, DnnlLayout weights,
		DnnlLayout gradient, DnnlLayout source, String kernel)
	{}

	/** The gradients of weights and bias. */
	record BackwardWeights(Primitive primitive, DnnlLayout source,
		DnnlLayout gradient, DnnlLayout weights, String kernel)
	{}

	/** Fewer channels are not worth a block of 8. */
	private static final int FEW = 4;

	private final Size size;
	private final Map<Double, Forward> forwards = new HashMap<>();
	private BackwardData backwardData;
	private BackwardWeights backwardWeights;

	DnnlConvolution(final Size size) {
		this.size = size;
	}

	private convolution_forward.primitive_desc describe(final double slope) {
		final var attributes = new primitive_attr();
		if (slope != 1) {
			final var after = new post_ops();
			after.append_eltwise(dnnl.dnnl_eltwise_relu, (float) slope, 0);
			attributes.set_post_ops(after);
		}
		return new convolution_forward.primitive_desc(Processor.ENGINE,
			dnnl.dnnl_forward_training, dnnl.dnnl_convolution_direct, pictures(size
				.source()), DnnlLayout.any(size.weights()), bias(), DnnlLayout.any(size
					.result()), size.strides(), size.before(), size.after(), attributes,
			false);
	}

	private memory.desc bias() {
		return DnnlLayout.plain(size.out).descriptor();
	}

	private static memory.desc pictures(final long... shape) {
		return shape[1] <= FEW ? DnnlLayout.plain(shape).descriptor() : DnnlLayout
			.any(shape);
	}

	/**
	 * @param slope of the leaky ReLU that follows, 1 for none
	 * @return arguments: source, weights, bias, result
	 */
	Forward forward(final double slope) {
		return forwards.computeIfAbsent(slope, s -> {
			final var d = describe(s);
			final var source = new DnnlLayout(size.source(), d.src_desc());
			final var weights = new DnnlLayout(size.weights(), d.weights_desc());
			final var result = new DnnlLayout(size.result(), d.dst_desc());
			return new Forward(new Primitive(new convolution_forward(d), new Argument(
				DNNL_ARG_SRC, source), new Argument(DNNL_ARG_WEIGHTS, weights),
				new Argument(DNNL_ARG_BIAS, DnnlLayout.plain(size.out)), new Argument(
					DNNL_ARG_DST, result)), source, weights, result, d.impl_info_str()
						.getString());
		});
	}

	/** @return arguments: weights, gradient of the result, gradient of the source */
	BackwardData backwardData() {
		if (backwardData == null) {
			final var d = new convolution_backward_data.primitive_desc(
				Processor.ENGINE, dnnl.dnnl_convolution_direct, pictures(size.source()),
				DnnlLayout.any(size.weights()), DnnlLayout.any(size.result()),
					size.strides(),
				size.before(), size.after(), describe(1));
			final var weights = new DnnlLayout(size.weights(), d.weights_desc());
			final var gradient = new DnnlLayout(size.result(), d.diff_dst_desc());
			final var source = new DnnlLayout(size.source(), d.diff_src_desc());
			backwardData = new BackwardData(new Primitive(
				new convolution_backward_data(d), new Argument(DNNL_ARG_WEIGHTS,
					weights), new Argument(DNNL_ARG_DIFF_DST, gradient), new Argument(
						DNNL_ARG_DIFF_SRC, source)), weights, gradient, source, d
							.impl_info_str().getString());
		}
		return backwardData;
	}

	/** @return arguments: source, gradient of the result, of weights, of bias */
	BackwardWeights backwardWeights() {
		if (backwardWeights == null) {
			final var d = new convolution_backward_weights.primitive_desc(
				Processor.ENGINE, dnnl.dnnl_convolution_direct, pictures(size.source()),
				DnnlLayout.any(size.weights()), bias(), DnnlLayout.any(size.result()),
					size
					.strides(), size.before(), size.after(), describe(1));
			final var source = new DnnlLayout(size.source(), d.src_desc());
			final var gradient = new DnnlLayout(size.result(), d.diff_dst_desc());
			final var weights = new DnnlLayout(size.weights(), d.diff_weights_desc());
			backwardWeights = new BackwardWeights(new Primitive(
				new convolution_backward_weights(d), new Argument(DNNL_ARG_SRC, source),
				new Argument(DNNL_ARG_DIFF_DST, gradient), new Argument(
					DNNL_ARG_DIFF_WEIGHTS, weights), new Argument(DNNL_ARG_DIFF_BIAS,
						DnnlLayout.plain(size.out))), source, gradient, weights, d
							.impl_info_str().getString());
		}
		return backwardWeights;
	}
}
