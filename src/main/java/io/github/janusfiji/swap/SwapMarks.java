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
package io.github.janusfiji.swap;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.provenance.watermark.Watermark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Marks in every frame of a swapped clip that say that it is synthetic, shown
 * and hidden: a word in a corner, off the faces, and a watermark. Frames must
 * come in order.
 */
public final class SwapMarks {

	private static final int RESULT = SwapStep.LAYERS.indexOf("result");

	private final Optional<VisibleMark> visible;
	private final Optional<Watermark> durable;

	/**
	 * @param visible whether the word is shown
	 * @param durable the watermark's identifier
	 */
	public SwapMarks(final boolean visible, final Optional<Long> durable) {
		this.visible = visible ? Optional.of(new VisibleMark()) : Optional.empty();
		this.durable = durable.map(Watermark::new);
	}

	/**
	 * Notes in an output's mark what its frames bear and what the operator said.
	 *
	 * @param mark keys and texts of the output; added to
	 * @param visible whether the word is shown
	 * @param durable whether there is a watermark
	 * @param purpose of the swap; may be empty
	 * @param consent of those whose faces are used; may be empty
	 * @return what marks the frames
	 */
	public static SwapMarks of(final Map<String, String> mark,
		final boolean visible, final boolean durable, final String purpose,
		final String consent)
	{
		final Optional<Long> identifier = durable ? Optional.of(identifier(mark))
			: Optional.empty();
		mark.put("visibleMark", String.valueOf(visible));
		identifier.ifPresent(id -> mark.put("watermark", String.format(Locale.ROOT,
			"%016x", id)));
		if (!purpose.isBlank()) mark.put("purpose", purpose);
		if (!consent.isBlank()) mark.put("consent", consent);
		return new SwapMarks(visible, identifier);
	}

	/**
	 * @param mark of the output, without the marks
	 * @return an identifier for the watermark: the same for the same source, model
	 *         and parameters
	 */
	public static long identifier(final Map<String, String> mark) {
		long hash = 0xcbf29ce484222325L;
		// FNV-1a (Fowler, Noll, Vo): an identifier, not a proof.
		for (final char c : mark.toString().toCharArray()) hash = (hash ^ c) *
			0x100000001b3L;
		return hash;
	}

	/**
	 * @param step one frame of the swap
	 * @return its result with the marks
	 */
	public Frame result(final SwapStep step) {
		return marked(step.result(), step.regions());
	}

	/**
	 * @param plain a picture that is synthetic all over
	 * @return it with the marks, the word in a corner
	 */
	public Frame marked(final Frame plain) {
		return marked(plain, List.of());
	}

	private Frame marked(final Frame plain, final List<Region> faces) {
		final int[] hidden = durable.isPresent() ? durable.get().embed(plain.argb(),
			plain.width(), plain.height()) : plain.argb();
		final int[] shown = visible.isPresent() ? visible.get().draw(hidden, plain
			.width(), plain.height(), faces) : hidden;
		return new Frame(plain.index(), plain.time(), plain.width(), plain.height(),
			shown);
	}

	/**
	 * @param step one frame of the swap
	 * @return its layers, the result with the marks
	 */
	public List<Frame> layers(final SwapStep step) {
		final var layers = new ArrayList<>(step.layers());
		layers.set(RESULT, result(step));
		return layers;
	}
}
