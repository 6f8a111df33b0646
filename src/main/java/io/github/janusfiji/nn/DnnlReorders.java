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
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;

/** Copies from one layout to another, compiled once for each pair. */
final class DnnlReorders {

	private record Reordering(DnnlLayout from, DnnlLayout to, boolean add,
		Primitive primitive)
	{}

	private final List<Reordering> reorderings = new ArrayList<>();

	/**
	 * @param from layout of the source, the first argument
	 * @param to layout of the target, the second
	 * @param add whether to add to what is there instead of overwriting it
	 * @return the copying
	 */
	Primitive get(final DnnlLayout from, final DnnlLayout to,
		final boolean add)
	{
		for (final var r : reorderings)
			if (r.add == add && r.from.sameAs(from) && r.to.sameAs(to))
				return r.primitive;
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
		reorderings.add(new Reordering(from, to, add, primitive));
		return primitive;
	}
}
