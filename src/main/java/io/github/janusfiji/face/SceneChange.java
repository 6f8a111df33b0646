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
package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.pixels.Luma;

/**
 * Tells where a film is cut: the mean absolute difference between thumbnails of
 * successive frames jumps. Keeps one thumbnail.
 */
final class SceneChange {

	private static final int GRID = 24;

	/** Samples per side of a thumbnail's pixel. */
	private static final int SAMPLES = 3;

	/**
	 * Mean difference that only a cut makes, grey levels. Movement of a head
	 * that fills the picture stays below 12 from one frame to the next.
	 */
	private static final double JUMP = 26;

	private double[] last;

	/**
	 * @param frame the next frame
	 * @return whether it shows another scene than the one before
	 */
	boolean isCut(final Frame frame) {
		final double[] now = thumbnail(frame);
		final double[] before = last;
		last = now;
		if (before == null) return false;
		double sum = 0;
		for (int i = 0; i < now.length; i++)
			sum += Math.abs(now[i] - before[i]);
		return sum / now.length > JUMP;
	}

	private static double[] thumbnail(final Frame frame) {
		final int fine = GRID * SAMPLES;
		final double[] cells = new double[GRID * GRID];
		for (int y = 0; y < fine; y++) {
			final int row = (2 * y + 1) * frame.height() / (2 * fine) * frame
				.width();
			for (int x = 0; x < fine; x++) {
				final int p = frame.argb()[row + (2 * x + 1) * frame.width() / (2 *
					fine)];
				cells[y / SAMPLES * GRID + x / SAMPLES] += Luma.exact(p);
			}
		}
		for (int i = 0; i < cells.length; i++)
			cells[i] /= SAMPLES * SAMPLES;
		return cells;
	}
}
