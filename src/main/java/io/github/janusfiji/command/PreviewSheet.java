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
package io.github.janusfiji.command;

import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

/** Preview of a training with captions above its columns. */
final class PreviewSheet {

	/** Height of the captions, px. */
	static final int CAPTION = 14;

	/** In the order of {@code TrainingListener.preview}: for each person the
	 * original, the reconstruction and the swap. */
	private static final List<String> COLUMNS = List.of("A", "A rebuilt",
		"A as B", "B", "B rebuilt", "B as A");

	private PreviewSheet() {}

	/**
	 * @param width of the preview, px
	 * @param height of the preview, px
	 * @param argb its pixels, six columns of faces
	 * @return the same below a line of captions
	 */
	static ColorProcessor of(final int width, final int height,
		final int[] argb)
	{
		final var sheet = new ColorProcessor(width, CAPTION + height);
		sheet.setColor(Color.WHITE);
		sheet.fill();
		sheet.insert(new ColorProcessor(width, height, argb.clone()), 0, CAPTION);
		sheet.setColor(Color.BLACK);
		sheet.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
		for (int i = 0; i < COLUMNS.size(); i++) sheet.drawString(COLUMNS.get(i), i *
			width / COLUMNS.size() + 3, CAPTION - 1);
		return sheet;
	}
}
