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

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.github.janusfiji.nn.Dnnl.Argument;
import io.github.janusfiji.nn.Dnnl.Primitive;
import io.github.janusfiji.nn.Dnnl.Processor;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;

/**
 * Functions of single numbers, compiled once for each layout; by Java where
 * oneDNN's are wrong.
 */
final class DnnlBends {

	/** What a function does to the arrays it is given. */
	interface Computation {

		void run(DnnlFloats... arrays);
	}

	/**
	 * @param forward arguments: source, result
	 * @param backward arguments: result, its gradient, gradient of the source
	 */
	record Bend(DnnlLayout layout, int algorithm, float slope,
		Computation forward, Computation backward)
	{}

	/** What a comparison knows a function by. */
	private record Key(String layout, int algorithm, float slope) {}

	private final DnnlJudge judge;
	private final List<Bend> bends = new ArrayList<>();

	DnnlBends(final DnnlJudge judge) {
		this.judge = judge;
	}

	/**
	 * @param layout of source and result
	 * @param algorithm oneDNN's number of the function
	 * @param slope of a leaky ReLU; 0 for other functions
	 * @return the function and its gradient
	 */
	Bend get(final DnnlLayout layout, final int algorithm, final double slope) {
		final float alpha = (float) slope;
		for (final Bend b : bends)
			if (b.algorithm == algorithm && b.slope == alpha && b.layout.sameAs(
				layout)) return b;
		final DnnlLayout few = layout.ofCount(Math.min(2, layout.shape()[0]));
		final boolean right = judge.accepts(new Key(few.words(), algorithm, alpha),
			() -> DnnlBendCheck.words(algorithm, alpha) + " of " + few.words(),
			() -> DnnlBendCheck.isRight(compile(few, algorithm, alpha)));
		final var bend = right ? compile(layout, algorithm, alpha) : DnnlBendCheck
			.byJava(layout, algorithm, alpha);
		bends.add(bend);
		return bend;
	}

	private static Bend compile(final DnnlLayout layout, final int algorithm,
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
		return new Bend(layout, algorithm, alpha, there::run, back::run);
	}
}
