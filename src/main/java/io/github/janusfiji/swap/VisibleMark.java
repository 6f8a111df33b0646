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

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The word SYNTHETIC in a corner of a picture. It stays in its corner until a face
 * comes there.
 */
final class VisibleMark {

	private static final String WORD = "SYNTHETIC";

	/** Height of the letters, as a share of the picture's: small, but legible. */
	private static final double SHARE = 0.035;

	/** The least that can be read, px. */
	private static final int LEAST = 9;

	private BufferedImage label;
	private int corner;

	/**
	 * @param argb pixels, row by row
	 * @param faces what must stay free
	 * @return a copy with the word; the same pixels if they are too few for it
	 */
	int[] draw(final int[] argb, final int width, final int height,
		final List<Region> faces)
	{
		if (label == null) label = label(Math.max(LEAST, (int) Math.round(SHARE *
			height)));
		final int w = label.getWidth(), h = label.getHeight(), gap = h / 3;
		if (w + 2 * gap > width || h + 2 * gap > height) return argb;
		int best = corner;
		for (int i = 0; i < 4 && covered(place(best, width, height, gap), faces) > 0; i++)
			if (covered(place(i, width, height, gap), faces) < covered(place(best, width,
				height, gap), faces)) best = i;
		corner = best;
		final Region at = place(corner, width, height, gap);
		final int[] out = argb.clone();
		final int[] word = label.getRGB(0, 0, w, h, null, 0, w);
		for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) {
			final int i = (at.y() + y) * width + at.x() + x;
			out[i] = over(word[y * w + x], out[i]);
		}
		return out;
	}

	/** Lower right first, where captions seldom are; then left, and above. */
	private Region place(final int which, final int width, final int height,
		final int gap)
	{
		final int w = label.getWidth(), h = label.getHeight();
		final int x = (which & 1) == 0 ? width - w - gap : gap;
		final int y = (which & 2) == 0 ? height - h - gap : gap;
		return new Region(x, y, w, h);
	}

	private static long covered(final Region at, final List<Region> faces) {
		long area = 0;
		for (final Region face : faces) {
			final long w = Math.min(at.x() + at.width(), face.x() + face.width()) - Math
				.max(at.x(), face.x());
			final long h = Math.min(at.y() + at.height(), face.y() + face.height()) -
				Math.max(at.y(), face.y());
			if (w > 0 && h > 0) area += w * h;
		}
		return area;
	}

	private static int over(final int above, final int below) {
		final int alpha = above >>> 24;
		int out = 0xff000000;
		for (int shift = 0; shift < 24; shift += 8) out |= ((above >> shift & 255) *
			alpha + (below >> shift & 255) * (255 - alpha)) / 255 << shift;
		return out;
	}

	/** White on a dark ground that shines through, so that it is read on anything. */
	private static BufferedImage label(final int size) {
		final var font = new Font(Font.SANS_SERIF, Font.BOLD, size);
		final var probe = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB)
			.createGraphics();
		final var metrics = probe.getFontMetrics(font);
		final int w = metrics.stringWidth(WORD) + size, h = size * 3 / 2;
		probe.dispose();
		final var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
		final Graphics2D g = image.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setColor(new Color(0, 0, 0, 130));
		g.fillRect(0, 0, w, h);
		g.setFont(font);
		g.setColor(Color.WHITE);
		g.drawString(WORD, size / 2, h - size / 3);
		g.dispose();
		return image;
	}
}
