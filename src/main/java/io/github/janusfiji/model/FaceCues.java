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
package io.github.janusfiji.model;

import io.github.janusfiji.geometry.Landmarks;

/**
 * Expression and pose of a face in a few numbers that mean the same for every
 * person: each is measured against the person's own rest. A decoder that reads
 * them beside the encoder's code knows of lids, lips, brows and the head even
 * where the code of another person is strange to it.
 * <p>
 * Measures are taken from aligned landmarks; lengths are shares of the distance
 * between the outer eye corners.
 * </p>
 */
final class FaceCues {

	/** Numbers given to a network. */
	static final int COUNT = FaceMeasures.COUNT;

	/** Factors that bring each cue to about −1 to 1 over ordinary expressions. */
	private static final float[] SCALE = { 1.5f, 1.5f, 4, 4, 8, 6, 6, 4, 4, 4 };

	/** Farthest that a cue goes, so that a failed landmark fit does not shout. */
	private static final float MOST = 1.6f;

	private FaceCues() {}

	/**
	 * @param face aligned landmarks, in any unit
	 * @param person whose face it is
	 * @param mirrored whether the network sees it mirrored
	 * @return {@value #COUNT} numbers, 0 at rest and for a face seen from the front
	 */
	static float[] of(final Landmarks face, final FaceShape person,
		final boolean mirrored)
	{
		final float[] m = FaceMeasures.of(face), rest = person.rest();
		final var cues = new float[COUNT];
		for (int i = 0; i < COUNT; i++) {
			final float change = i < FaceMeasures.MOUTH ? m[i] / Math.max(1e-3f, rest[i]) - 1
				: i == FaceMeasures.YAW ? m[i] : m[i] - rest[i];
			cues[i] = Math.max(-MOST, Math.min(MOST, SCALE[i] * change));
		}
		if (mirrored) {
			swap(cues, FaceMeasures.EYE_RIGHT, FaceMeasures.EYE_LEFT);
			swap(cues, FaceMeasures.BROW_RIGHT, FaceMeasures.BROW_LEFT);
			cues[FaceMeasures.YAW] = -cues[FaceMeasures.YAW];
		}
		return cues;
	}

	private static void swap(final float[] cues, final int i, final int j) {
		final float kept = cues[i];
		cues[i] = cues[j];
		cues[j] = kept;
	}
}
