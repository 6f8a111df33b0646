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

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.github.janusfiji.nn.EngineJudge;
import io.github.janusfiji.nn.onednn.Dnnl.Argument;
import io.github.janusfiji.nn.onednn.Dnnl.Primitive;
import io.github.janusfiji.nn.onednn.Dnnl.Processor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;

/**
 * Copies from one layout to another, compiled once for each pair; by Java where
 * oneDNN's are wrong.
 */
final class DnnlReorders {

	private record Reordering(DnnlLayout from, DnnlLayout to, boolean add,
		DnnlCopying copying)
	{}

	/** Key of a reorder in comparisons. */
	private record Key(List<Long> shape, String from, String to, boolean add) {}

	private final EngineJudge judge;
	private final List<Reordering> reorderings = new ArrayList<>();

	DnnlReorders(final EngineJudge judge) {
		this.judge = judge;
	}

	/**
	 * @param from layout of the source, the first argument
	 * @param to layout of the target, the second
	 * @param add whether to add to what is there instead of overwriting it
	 * @return the copying
	 */
	DnnlCopying get(final DnnlLayout from, final DnnlLayout to,
		final boolean add) {
		for (final var r : reorderings)
			if (r.add == add && r.from.sameAs(from) && r.to.sameAs(to))
				return r.copying;
		final DnnlCopying fast = compile(from, to, add);
		final var copying = judge.accepts(new Key(
			Arrays.stream(from.shape()).boxed()
			.toList(), from.words(), to.words(), add), () -> "reorder " +
				from.words() +
				" to " + to.words() + (add ? ", added" : ""),
			() -> DnnlReorderCheck.isRight(fast, from, to, add)) ? fast : byJava(from,
				to, add);
		reorderings.add(new Reordering(from, to, add, copying));
		return copying;
	}

	private static DnnlCopying compile(final DnnlLayout from, final DnnlLayout to,
		final boolean add)
	{
		final var attributes = new primitive_attr();
		if (add) {
			final var after = new post_ops();
			after.append_sum();
			attributes.set_post_ops(after);
		}
		final var description = new reorder.primitive_desc(Processor.ENGINE, from
			.descriptor(), Processor.ENGINE, to.descriptor(), attributes, false);
		final var primitive = new Primitive(new reorder(description), new Argument(
			DNNL_ARG_SRC, from), new Argument(DNNL_ARG_DST, to));
		return primitive::run;
	}

	/**
	 * @param from layout of the source
	 * @param to layout of the target
	 * @param add whether to add
	 * @return the same without oneDNN
	 */
	static DnnlCopying byJava(final DnnlLayout from, final DnnlLayout to,
		final boolean add)
	{
		final var walk = DnnlWalk.whole(DnnlIndex.of(from), DnnlIndex.of(to));
		return (source, target) -> {
			final FloatBuffer s = source.buffer(), t = target.buffer();
			walk.goTogether((a, b, inside) -> {
				if (add && inside) t.put(b, t.get(b) + s.get(a));
				else if (!add) t.put(b, inside ? s.get(a) : 0);
			});
		};
	}
}
