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
package io.github.janusfiji.demo;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A picture of a few moments of a clip, before and after. */
final class ContactSheet {

	private static final int MOMENTS = 5;

	private ContactSheet() {}

	/** Writes the source above and the swapped clip below, with a statement. */
	static void write(final Path source, final Path swapped, final Path picture,
		final Map<String, String> mark) throws IOException
	{
		final BufferedImage sheet = draw(source, swapped);
		final var pixels = sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(),
			null, 0, sheet.getWidth());
		Frames.writePicture(picture, new Frame(0, 0, sheet.getWidth(), sheet
			.getHeight(), pixels), mark);
	}

	private static BufferedImage draw(final Path source, final Path swapped)
		throws IOException
	{
		try (FrameSequence before = Frames.open(source); FrameSequence after =
			Frames.open(swapped))
		{
			final int width = before.width(), height = before.height();
			final var sheet = new BufferedImage(MOMENTS * width, 2 * height,
				BufferedImage.TYPE_INT_RGB);
			final Graphics2D g = sheet.createGraphics();
			for (int i = 0; i < MOMENTS; i++) {
				final int frame = (2 * i + 1) * before.count() / (2 * MOMENTS);
				g.drawImage(before.frame(frame).processor().getBufferedImage(), i *
					width, 0, null);
				g.drawImage(after.frame(frame).processor().getBufferedImage(), i *
					width, height, null);
			}
			g.dispose();
			return sheet;
		}
	}
}
