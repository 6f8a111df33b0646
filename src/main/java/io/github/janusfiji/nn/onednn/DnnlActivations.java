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

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.github.janusfiji.nn.EngineJudge;
import io.github.janusfiji.nn.onednn.Dnnl.Argument;
import io.github.janusfiji.nn.onednn.Dnnl.Primitive;
import io.github.janusfiji.nn.onednn.Dnnl.Processor;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;

/**
 * Activation functions, compiled once for each layout; by Java where oneDNN's
 * are wrong.
 */
final class DnnlActivations {

	/** What a comparison knows a function by. */
	private record Key(String layout, int algorithm, float slope) {}

	private final EngineJudge judge;
	private final List<DnnlActivation> known = new ArrayList<>();

	DnnlActivations(final EngineJudge judge) {
		this.judge = judge;
	}

	/**
	 * @param layout of source and result
	 * @param algorithm oneDNN's number of the function
	 * @param slope of a leaky ReLU; 0 for other functions
	 * @return the function and its gradient
	 */
	DnnlActivation get(final DnnlLayout layout, final int algorithm,
		final double slope) {
		final float alpha = (float) slope;
		for (final DnnlActivation a : known)
			if (a.algorithm() == algorithm && a.slope() == alpha && a.layout().sameAs(
				layout)) return a;
		final DnnlLayout few = layout.ofCount(Math.min(2, layout.shape()[0]));
		final boolean right = judge.accepts(new Key(few.words(), algorithm, alpha),
			() -> DnnlActivationCheck.words(algorithm, alpha) + " of " + few.words(),
			() -> DnnlActivationCheck.isRight(compile(few, algorithm, alpha)));
		final var activation = right ? compile(layout, algorithm, alpha) :
			DnnlActivationCheck
			.byJava(layout, algorithm, alpha);
		known.add(activation);
		return activation;
	}

	private static DnnlActivation compile(final DnnlLayout layout,
		final int algorithm,
		final float alpha)
	{
		final var d = layout.descriptor();
		final var forward = new eltwise_forward.primitive_desc(Processor.ENGINE,
			dnnl.dnnl_forward_training, algorithm, d, d, alpha);
		final var backward = new eltwise_backward.primitive_desc(Processor.ENGINE,
			algorithm, d, d, d, alpha, forward);
		final var there = new Primitive(new eltwise_forward(forward), new Argument(
			DNNL_ARG_SRC, layout), new Argument(DNNL_ARG_DST, layout));
		final var back = new Primitive(new eltwise_backward(backward), new Argument(
			DNNL_ARG_DST, layout), new Argument(DNNL_ARG_DIFF_DST, layout),
			new Argument(DNNL_ARG_DIFF_SRC, layout));
		return new DnnlActivation(layout, algorithm, alpha, there::run, back::run);
	}

	/**
	 * Leaky ReLU in place.
	 *
	 * @param x overwritten
	 * @param slope of what is below 0
	 */
	void leakyRelu(final DnnlTensor x, final double slope) {
		get(x.layout(), dnnl.dnnl_eltwise_relu_use_dst_for_bwd,
			slope).forward().run(
			x.memory(), x.memory());
	}
}
