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

import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Landmarks;
import java.util.Optional;

/**
 * What of a face is replaced, and how softly it ends.
 *
 * @param shape what of it
 * @param grow how far the outline moves outwards, as a share of the square root
 *          of its area; inwards if negative
 * @param feather σ of the edge as a share of the same
 * @param lift how far an extended outline lies over the brows, in distances
 *          between brow and eye
 */
record MaskSettings(MaskShape shape, double grow, double feather,
	double lift)
{

	/** Lift of an extended outline over the brows, as face sets have it. */
	static final double USUAL_LIFT = 0.8;

	/** The usual lift. */
	MaskSettings(final MaskShape shape, final double grow,
		final double feather)
	{
		this(shape, grow, feather, USUAL_LIFT);
	}

	/**
	 * @param higher in distances between brow and eye
	 * @return the same with an extended outline that ends higher
	 */
	MaskSettings lifted(final double higher) {
		return new MaskSettings(shape, grow, feather, higher);
	}

	/**
	 * @param face landmarks, px in any image
	 * @return the outline there; nothing if none is left
	 */
	Optional<ConvexPolygon> outline(final Landmarks face) {
		if (face.points().stream().anyMatch(p -> !Double.isFinite(p.x()) || !Double
			.isFinite(p.y()))) return Optional.empty();
		final ConvexPolygon whole = shape.outline(face, lift);
		if (grow == 0) return Optional.of(whole);
		final var moved = whole.offset(grow * Math.sqrt(whole.area()));
		return ConvexPolygon.area(moved) > 0 ? Optional.of(new ConvexPolygon(
			moved)) : Optional.empty();
	}
}
