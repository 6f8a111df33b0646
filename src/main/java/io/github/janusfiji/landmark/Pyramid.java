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
package io.github.janusfiji.landmark;

import io.github.janusfiji.geometry.Affinity;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture at falling resolutions, so that patches can be resampled without
 * aliasing.
 *
 * @param levels each half the size of the one before
 */
record Pyramid(List<GreyImage> levels) {

	/**
	 * @param image the finest level
	 * @param coarsest px of the whole picture per px of the coarsest level, at
	 *          most
	 * @return the levels
	 */
	static Pyramid of(final GreyImage image, final double coarsest) {
		final List<GreyImage> levels = new ArrayList<>(List.of(image));
		for (GreyImage i = image; i.step() * 2 <= coarsest; ) {
			i = i.half();
			levels.add(i);
		}
		return new Pyramid(levels);
	}

	/**
	 * Resamples from the coarsest level that is no coarser than 1.25 times the
	 * patch.
	 *
	 * @param map from the patch to the whole picture
	 * @param patch receives n × n grey levels
	 * @param n width and height of the patch, px
	 */
	void resample(final Affinity map, final float[] patch, final int n) {
		GreyImage best = levels.get(0);
		for (final GreyImage level : levels)
			if (level.step() <= 1.25 * map.scale()) best = level;
		best.resample(map, patch, n);
	}
}
