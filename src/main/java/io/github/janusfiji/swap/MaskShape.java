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
import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.geometry.Landmarks;

/** What of a face is replaced. */
enum MaskShape {

	/** Convex hull of all landmarks: from brow to chin. */
	HULL {

		@Override
		ConvexPolygon outline(final Landmarks face, final double lift) {
			return new ConvexPolygon(FaceOutline.ofLandmarks(face).corners());
		}
	},

	/** The hull with the brows lifted, so that the lower forehead goes along. */
	EXTENDED {

		@Override
		ConvexPolygon outline(final Landmarks face, final double lift) {
			return new ConvexPolygon(FaceOutline.of(face, lift).corners());
		}
	},

	/** What the network learnt to paint over, up to the edge of its window. */
	LEARNED {

		@Override
		ConvexPolygon outline(final Landmarks face, final double lift) {
			return EXTENDED.outline(face, lift);
		}
	},

	/** The learnt mask where it lies in the extended hull. */
	COMBINED {

		@Override
		ConvexPolygon outline(final Landmarks face, final double lift) {
			return EXTENDED.outline(face, lift);
		}
	};

	/**
	 * @param face landmarks, px in any image
	 * @param lift of an extended outline over the brows, in distances between
	 *          brow and eye
	 * @return the outline there; of a learnt mask, that of the face whose colours
	 *         are measured
	 */
	abstract ConvexPolygon outline(Landmarks face, double lift);

	/** The outline with the usual lift. */
	ConvexPolygon outline(final Landmarks face) {
		return outline(face, MaskSettings.USUAL_LIFT);
	}

	/** @return whether the network's own mask is needed */
	boolean isLearned() {
		return this == LEARNED || this == COMBINED;
	}
}
