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
package io.github.janusfiji.bench;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Small pictures of every n-th frame with the faces drawn in: boxes and
 * landmarks of the tracker in green, boxes of the judge in red.
 */
final class ContactSheet implements AutoCloseable {

	private static final int CELL = 220, COLUMNS = 8;

	private final Path file;
	private final int every;
	private final List<BufferedImage> cells = new ArrayList<>();

	ContactSheet(final Path file, final int every) {
		this.file = file;
		this.every = every;
	}

	void add(final Frame frame, final List<Face> faces,
		final List<Box> truth)
	{
		if (frame.index() % every != 0) return;
		final double scale = (double) CELL / frame.width();
		final int height = (int) (frame.height() * scale);
		final var cell = new BufferedImage(CELL, height,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = cell.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		g.drawImage(frame.processor().getBufferedImage(), 0, 0, CELL, height, null);
		g.setColor(Color.RED);
		truth.forEach(b -> draw(g, b, scale));
		g.setColor(Color.GREEN);
		for (final Face face : faces) {
			draw(g, face.box(), scale);
			for (final Point p : face.landmarks().points())
				g.fillRect((int) (p.x() * scale), (int) (p.y() * scale), 2, 2);
		}
		g.setColor(Color.YELLOW);
		g.drawString(String.valueOf(frame.index()), 3, 12);
		g.dispose();
		cells.add(cell);
	}

	private static void draw(final Graphics2D g, final Box box,
		final double scale)
	{
		g.drawRect((int) (box.x() * scale), (int) (box.y() * scale), (int) (box
			.width() * scale), (int) (box.height() * scale));
	}

	@Override
	public void close() throws IOException {
		if (cells.isEmpty()) return;
		final int height = cells.get(0).getHeight();
		final int rows = (cells.size() + COLUMNS - 1) / COLUMNS;
		final var sheet = new BufferedImage(COLUMNS * CELL, rows * height,
			BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < cells.size(); i++)
			sheet.getGraphics().drawImage(cells.get(i), i % COLUMNS * CELL, i /
				COLUMNS * height, null);
		Files.createDirectories(file.toAbsolutePath().getParent());
		ImageIO.write(sheet, "png", file.toFile());
	}
}
