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

import io.github.janusfiji.geometry.Landmarks;
import java.util.Optional;

/**
 * A painted face, the colours it should have and where it ends.
 *
 * @param face what the network painted
 * @param own statistics of its colours under the mask
 * @param wanted statistics of the replaced face's colours under the mask
 * @param landmarks of the painted face, px in the network's window
 * @param shares the mask that the network painted, if one is wanted
 * @param seen of each pixel of the window how far the face is seen there, if
 *          what is before it is to stay
 * @param reference the donor's pictures that it may take detail from, if there
 *          are any
 */
record Painting(FloatRgb face, ColourStatistics own, ColourStatistics wanted,
	Landmarks landmarks, Optional<float[]> shares, Optional<float[]> seen,
	Optional<DonorReference> reference)
{

	/**
	 * Colours are measured well inside the outline, so that hair and background
	 * at its edge do not count: factor of the mask's feathering.
	 */
	private static final double INSIDE = 2;

	/** Share of a face that tells its colours. */
	private static final double LEAST_SEEN = 0.2;

	/**
	 * @param decoded what the network painted
	 * @param target for which
	 * @param settings what of a face is replaced
	 * @param colour in whose colour space the statistics are taken
	 * @param seen as in the record; colours are measured there only
	 * @return the painting with its statistics
	 */
	static Painting of(final DecodedFace decoded, final Target target,
		final MaskSettings settings, final ColourTransfer colour,
		final Optional<float[]> seen)
	{
		final FloatRgb face = decoded.picture();
		final Landmarks source = target.landmarks().mapped(target.toWindow());
		final Landmarks landmarks = decoded.landmarks(source);
		final FaceMask mask = target.within(landmarks, settings).mask();
		final float[] weights = mask.feathered(INSIDE).mapped(target.toWindow())
			.weights(new Region(0, 0, face.width(), face.height()));
		seen.ifPresent(s -> weaken(weights, s));
		return new Painting(face, colour.statistics(face, weights), colour
			.statistics(target.crop(), weights), landmarks, decoded.mask(), seen,
			decoded.reference(source));
	}

	/** Leaves the weights alone where hardly anything of the face is seen. */
	private static void weaken(final float[] weights, final float[] seen) {
		double before = 0, after = 0;
		for (int i = 0; i < weights.length; i++) {
			before += weights[i];
			after += weights[i] * seen[i];
		}
		if (after < LEAST_SEEN * before) return;
		for (int i = 0; i < weights.length; i++)
			weights[i] *= seen[i];
	}

	/**
	 * @param target for which it was painted
	 * @param settings what of a face is replaced
	 * @return where and how strongly the painted face is put in, px in the frame
	 */
	FaceMask mask(final Target target, final MaskSettings settings) {
		final Optional<LearnedMask> learned = weakening(settings).map(
			s -> new LearnedMask(s, face.width(), target.toWindow()));
		if (settings.shape() == MaskShape.LEARNED && shares.isPresent())
			return learned.get().inWindow(settings.feather());
		final FaceMask hull = target.within(landmarks, settings).mask();
		return learned.map(hull::with).orElse(hull);
	}

	/** What the network learnt to cover, without what lies before the face. */
	private Optional<float[]> weakening(final MaskSettings settings) {
		final Optional<float[]> learned = shares.filter(s -> settings.shape()
			.isLearned());
		if (learned.isEmpty() || seen.isEmpty()) return learned.or(() -> seen);
		final float[] both = learned.get().clone(), front = seen.get();
		for (int i = 0; i < both.length; i++)
			both[i] *= front[i];
		return Optional.of(both);
	}

	/** @return the face with the wanted colours */
	FloatRgb coloured(final ColourTransfer colour) {
		return colour.apply(face, own, wanted);
	}
}
