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

import java.util.Optional;

/**
 * A face that is ready to be put into its frame.
 *
 * @param person whose face is replaced
 * @param work the frame and the face in it
 * @param painting what is put in, smoothed over neighbouring frames; nothing if
 *          the frame stays as it is
 */
record PlacedFace(int person, SwapFrame work, Optional<Painting> painting) {

	/** @return area of the face to be replaced, px²; 0 if none is */
	double area() {
		return work.target().map(t -> t.mask().outline().area()).orElse(0.0);
	}

	/** @return the numbers of a frame that stays as it is */
	SwapRow row() {
		return new SwapRow(work.frame().index(), work.frame().time(), person, false,
			0, 0, 0, work.milliseconds());
	}

	/**
	 * @param colourShift of the transfer, CIEDE2000
	 * @param maskArea area inside the outline of what was replaced, px²
	 * @param blending ms
	 * @return the numbers of a face that was put in
	 */
	SwapRow row(final double colourShift, final double maskArea,
		final double blending)
	{
		return new SwapRow(work.frame().index(), work.frame().time(), person, true,
			colourShift, maskArea, work.target().orElseThrow().residual(), work
				.milliseconds() + blending);
	}
}
