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
package io.github.janusfiji.blink;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.pixels.Luma;
import java.util.ArrayList;
import java.util.List;

/** Fills {@link SkinMeasures} frame by frame; remembers two frames. */
final class SkinMeter {

	private static final int WIDTH = 64, HEIGHT = WIDTH / 2;

	/** Half axes of what counts as the eye itself, over the eyes' distance. */
	private static final double EYE_X = 0.42, EYE_Y = 0.26;

	/** Where the face is read inside and outside of its outline. */
	private static final double INSIDE = 0.92, OUTSIDE = 1.08;

	private static final boolean[] SKIN = skin();

	/** What is kept of a frame. */
	private record Seen(int frame, float[] patch, double contrast,
		double[] steps)
	{}

	private final SkinMeasures measures;
	private Seen last, beforeLast;

	SkinMeter(final SkinMeasures measures) {
		this.measures = measures;
	}

	/**
	 * @param frame a picture
	 * @param face in it
	 * @param i the face's entry
	 */
	void measure(final Frame frame, final Face face, final int i) {
		final float[] patch = EyeRegion.of(frame, face.landmarks()).grey(WIDTH);
		final double contrast = contrast(patch);
		final var now = new Seen(frame.index(), patch, contrast, steps(frame, face
			.landmarks()));
		if (contrast > 0) measures.sharpness()[i] = Math.log(laplacian(patch) /
			contrast + 1e-3);
		if (beforeLast != null && beforeLast.frame == now.frame - 2 &&
			last.frame == now.frame - 1 && last.contrast > 0)
		{
			measures.texture()[i - 1] = skinDifference(beforeLast.patch, last.patch,
				now.patch) / last.contrast;
			measures.outline()[i - 1] = bend(beforeLast.steps, last.steps,
				now.steps) / last.contrast;
		}
		beforeLast = last;
		last = now;
	}

	private static boolean[] skin() {
		final boolean[] skin = new boolean[WIDTH * HEIGHT];
		final double pixel = EyeRegion.WIDTH / WIDTH;
		for (int y = 0, i = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++, i++) {
				final double u = Math.abs(pixel * (x + 0.5 - WIDTH / 2.0)) - 0.5;
				final double v = pixel * (y + 0.5 - HEIGHT / 2.0);
				skin[i] = Math.hypot(u / EYE_X, v / EYE_Y) > 1;
			}
		return skin;
	}

	private static double contrast(final float[] patch) {
		double sum = 0, squares = 0;
		int n = 0;
		for (int i = 0; i < patch.length; i++) if (SKIN[i]) {
			sum += patch[i];
			squares += patch[i] * patch[i];
			n++;
		}
		return Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n)));
	}

	private static double laplacian(final float[] p) {
		double sum = 0;
		int n = 0;
		for (int y = 1; y < HEIGHT - 1; y++)
			for (int x = 1; x < WIDTH - 1; x++) {
				final int i = y * WIDTH + x;
				if (!SKIN[i]) continue;
				sum += Math.abs(p[i - 1] + p[i + 1] + p[i - WIDTH] + p[i + WIDTH] - 4 *
					p[i]);
				n++;
			}
		return sum / n;
	}

	private static double skinDifference(final float[] before,
		final float[] now, final float[] after)
	{
		double squares = 0;
		int n = 0;
		for (int i = 0; i < now.length; i++) if (SKIN[i]) {
			final double d = now[i] - (before[i] + after[i]) / 2;
			squares += d * d;
			n++;
		}
		return Math.sqrt(squares / n);
	}

	private static double bend(final double[] before, final double[] now,
		final double[] after)
	{
		double squares = 0;
		for (int i = 0; i < now.length; i++) {
			final double d = now[i] - (before[i] + after[i]) / 2;
			squares += d * d;
		}
		return Math.sqrt(squares / now.length);
	}

	/** Grey level outside minus inside at each point of the face's outline. */
	private static double[] steps(final Frame frame, final Landmarks face) {
		final List<Point> outline = new ArrayList<>(face.jaw());
		outline.addAll(FaceOutline.liftedBrows(face));
		final Point centre = mean(outline);
		final int radius = (int) Math.round(0.03 * face.interOcularDistance());
		return outline.stream().mapToDouble(p -> grey(frame, centre, p, OUTSIDE,
			radius) - grey(frame, centre, p, INSIDE, radius)).toArray();
	}

	private static Point mean(final List<Point> points) {
		return new Point(points.stream().mapToDouble(Point::x).average()
			.orElseThrow(), points.stream().mapToDouble(Point::y).average()
				.orElseThrow());
	}

	/** Mean grey of a small square at a share of the way from the centre out. */
	private static double grey(final Frame frame, final Point centre,
		final Point p, final double share, final int radius)
	{
		final int x = (int) Math.round(centre.x() + share * (p.x() - centre.x()));
		final int y = (int) Math.round(centre.y() + share * (p.y() - centre.y()));
		double sum = 0;
		for (int dy = -radius; dy <= radius; dy++)
			for (int dx = -radius; dx <= radius; dx++) {
				final int cx = Math.max(0, Math.min(frame.width() - 1, x + dx));
				final int cy = Math.max(0, Math.min(frame.height() - 1, y + dy));
				sum += Luma.of(frame.argb()[cy * frame.width() + cx]);
			}
		return sum / ((2 * radius + 1) * (2 * radius + 1));
	}
}
