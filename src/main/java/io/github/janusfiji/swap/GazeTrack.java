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

import io.github.janusfiji.face.Gaze;
import io.github.janusfiji.face.GazeFinder;
import io.github.janusfiji.geometry.Point;
import java.util.Optional;

/**
 * Gaze of a person from frame to frame. Small changes are damped, because they
 * are mostly the measurement's; a saccade is followed at once.
 */
final class GazeTrack {

	/** Change in widths of the eye that is followed at once. */
	private static final double SACCADE = 0.06;

	/** Least share of a change that is followed. */
	private static final double LEAST = 0.3;

	private int last = Integer.MIN_VALUE;
	private Optional<Point> gaze = Optional.empty();

	/**
	 * @param face with a target; frames that follow each other are asked for in
	 *          their order
	 * @return offsets of the irises as of {@link Gaze}, in widths of the eye;
	 *         nothing while the eyes are closed or too small
	 */
	synchronized Optional<Point> at(final SwapFrame face) {
		final int frame = face.frame().index();
		final Gaze seen = GazeFinder.find(face.frame(), face.target().orElseThrow()
			.landmarks());
		final boolean sure = !Double.isNaN(seen.x()) && !Double.isNaN(seen.y());
		final Optional<Point> before = frame == last + 1 ? gaze : Optional.empty();
		gaze = sure ? Optional.of(before.map(p -> towards(p, seen)).orElse(
			new Point(seen.x(), seen.y()))) : before;
		last = frame;
		return gaze;
	}

	private static Point towards(final Point from, final Gaze to) {
		final double x = to.x() - from.x(), y = to.y() - from.y();
		final double share = Math.max(LEAST, Math.min(1, Math.hypot(x, y) /
			SACCADE));
		return new Point(from.x() + share * x, from.y() + share * y);
	}
}
