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

import io.github.janusfiji.face.LandmarkModel;
import io.github.janusfiji.face.LandmarkModels;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Finds the face that a network painted. It has the pose of the face in the
 * source but its own width: where it is narrower, the network painted the
 * background it was trained with, which must not be shown.
 */
final class PaintedFace {

	/** Score from which a landmark fit counts, as in tracking. */
	private static final double LEAST_SCORE = 0.3;

	/** Farthest that the two faces' middles lie apart, in eye distances. */
	private static final double FAR = 0.25;

	/** Landmarks of the jaw, which come first. */
	private static final int JAW = 17;

	private PaintedFace() {}

	/**
	 * @param face what was painted
	 * @param source landmarks of the face it replaces, px in the same window
	 * @return landmarks of the painted face, px in the window; the source's if no
	 *         face is seen there
	 */
	static Landmarks locate(final FloatRgb face, final Landmarks source) {
		return found(face, source).map(f -> SkinRim.of(face, f).tightened()).orElse(
			source);
	}

	/**
	 * @param face what was painted
	 * @param known where its landmarks are thought to be, px
	 * @return where brows, eyes, nose and mouth are in the picture, px; the jaw as
	 *         it is known; all as known if no face is seen there
	 */
	static Landmarks features(final FloatRgb face, final Landmarks known) {
		return found(face, known).map(f -> {
			final var points = new ArrayList<>(known.points().subList(0, JAW));
			points.addAll(f.points().subList(JAW, Landmarks.COUNT));
			return new Landmarks(points);
		}).orElse(known);
	}

	private static Optional<Landmarks> found(final FloatRgb face,
		final Landmarks source)
	{
		final var argb = new int[face.width() * face.height()];
		for (int i = 0; i < argb.length; i++)
			argb[i] = face.argb(i);
		final LandmarkModel.Fit fit = LandmarkModels.embedded().locate(new Frame(0,
			0, face.width(), face.height(), argb), LandmarkModels.boxAround(source));
		return fit.score() >= LEAST_SCORE && apart(fit.landmarks(), source) <= FAR *
			source.interOcularDistance() ? Optional.of(fit.landmarks()) : Optional
				.empty();
	}

	/** Mean distance of the landmarks but the jaw's, px. */
	private static double apart(final Landmarks a, final Landmarks b) {
		double sum = 0;
		for (int i = JAW; i < Landmarks.COUNT; i++)
			sum += a.get(i).distance(b.get(i));
		return sum / (Landmarks.COUNT - JAW);
	}
}
