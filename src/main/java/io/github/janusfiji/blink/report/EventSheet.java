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
package io.github.janusfiji.blink.report;

import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.EventStrip;
import io.github.janusfiji.blink.EyeEvent;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Contact sheets of every event: a row of pictures of the eyes for each, with
 * the frames of the event framed in its colour and the most closed one thickly.
 */
final class EventSheet {

	private static final int LABEL = 170, GAP = 4, NUMBERS = 13;
	private static final int CELL = EventStrip.WIDTH + GAP;
	private static final int ROW = EventStrip.WIDTH / 2 + NUMBERS + 2 * GAP;

	/** Rows of a sheet; further events go to further sheets. */
	private static final int ROWS = 60;

	private EventSheet() {}

	/**
	 * @param analysis what was measured
	 * @return sheets of at most {@value #ROWS} events each; one that says so if
	 *         there are no events
	 */
	static List<BufferedImage> of(final BlinkAnalysis analysis) {
		final List<EventStrip> strips = analysis.evidence().strips();
		final var sheets = new ArrayList<BufferedImage>();
		for (int from = 0; from == 0 || from < strips.size(); from += ROWS) sheets
			.add(sheet(strips.subList(from, Math.min(strips.size(), from + ROWS))));
		return sheets;
	}

	private static BufferedImage sheet(final List<EventStrip> strips) {
		final var sheet = new BufferedImage(LABEL + EventStrip.LENGTH * CELL, Math
			.max(1, strips.size()) * ROW + GAP, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = canvas(sheet);
		if (strips.isEmpty()) g.drawString("No events with visible eyes", GAP, ROW /
			2);
		for (int i = 0; i < strips.size(); i++) {
			final EventStrip strip = strips.get(i);
			final EyeEvent event = strip.event();
			final int top = GAP + i * ROW;
			g.setColor(EventColours.line(event.kind()));
			g.drawString(event.kind().toString(), GAP, top + 14);
			g.setColor(Color.DARK_GRAY);
			g.drawString(String.format(Locale.ROOT, "frames %d-%d", event.start(), event
				.end()), GAP, top + 28);
			g.drawString(String.format(Locale.ROOT, "%.2f s, for %.2f s", event.from(),
				event.duration()), GAP, top + 42);
			g.drawString(String.format(Locale.ROOT, "confidence %.2f", event
				.confidence()), GAP, top + 56);
			g.translate(LABEL, top);
			pictures(g, strip);
			g.translate(-LABEL, -top);
		}
		g.dispose();
		return sheet;
	}

	/**
	 * @param strip pictures of an event
	 * @return them alone, side by side
	 */
	static BufferedImage of(final EventStrip strip) {
		final var row = new BufferedImage(Math.max(1, strip.pictures().size()) *
			CELL + GAP, ROW, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = canvas(row);
		g.translate(GAP, GAP);
		pictures(g, strip);
		g.dispose();
		return row;
	}

	private static Graphics2D canvas(final BufferedImage picture) {
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setColor(Color.DARK_GRAY);
		return g;
	}

	private static void pictures(final Graphics2D g, final EventStrip strip) {
		final EyeEvent event = strip.event();
		for (int k = 0; k < strip.pictures().size(); k++) {
			final int frame = strip.frames().get(k), x = k * CELL;
			g.drawImage(strip.pictures().get(k), x, 0, null);
			final boolean inside = frame >= event.start() && frame <= event.end();
			if (inside) {
				g.setColor(EventColours.line(event.kind()));
				g.setStroke(new BasicStroke(frame == event.peak() ? 4 : 2));
				g.drawRect(x, 0, EventStrip.WIDTH - 1, EventStrip.WIDTH / 2 - 1);
			}
			else g.setColor(Color.GRAY);
			g.drawString(String.valueOf(frame), x + 2, EventStrip.WIDTH / 2 +
				NUMBERS);
		}
	}
}
