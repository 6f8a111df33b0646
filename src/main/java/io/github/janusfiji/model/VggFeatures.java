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
package io.github.janusfiji.model;

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Features of a network such as VGG16, as Korshunova et al. 2017 (section 4.1)
 * take them: content from the second convolution of the fourth block, style from
 * the first of the third and the fourth, each after its ReLU. What lies outside
 * the face is black.
 */
final class VggFeatures implements FaceFeatures {

	/** Blocks and convolutions in them, from 1. */
	private static final int STYLE_BLOCK = 3, LAST_BLOCK = 4, FIRST = 1,
			SECOND = 2;

	private final PerceptualLoss network;

	/** @param network a frozen one */
	VggFeatures(final PerceptualLoss network) {
		this.network = network;
	}

	@Override
	public Seen of(final Tape tape, final Engine engine, final Node pictures,
		final float[] shares)
	{
		final Tensor mask = engine.memory().temporaryLike(pictures.value());
		engine.memory().write(mask, FloatBuffer.wrap(shares));
		Node x = PerceptualLoss.shown(tape, engine, tape.multiply(pictures, tape
			.constant(mask)));
		final List<Node> content = new ArrayList<>(), style = new ArrayList<>();
		final var blocks = network.blocks();
		final int last = Math.min(LAST_BLOCK, blocks.size());
		for (int b = 1; b <= last; b++) {
			if (b > 1) x = tape.maxPool(x);
			final var block = blocks.get(b - 1);
			for (int i = 1; i <= block.kernels().size(); i++) {
				x = tape.conv2d(x, block.kernels().get(i - 1), block.biases().get(i -
					1), 1, network.slope());
				if (i == FIRST && b >= Math.min(STYLE_BLOCK, last)) style.add(x);
				if (b < last || i < Math.min(SECOND, block.kernels().size())) continue;
				content.add(x);
				break;
			}
		}
		return new Seen(content, style);
	}
}
