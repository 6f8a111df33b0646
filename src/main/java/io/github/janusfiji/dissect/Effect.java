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
package io.github.janusfiji.dissect;

import java.util.EnumMap;
import java.util.Map;

/**
 * Effect of an intervention on what is painted, on average over faces.
 *
 * @param inside mean CIEDE2000 in each part; NaN for a part that was not seen
 * @param outside mean CIEDE2000 everywhere but in that part
 * @param landmarks mean distance that landmarks move, percent of the distance
 *          between the outer eye corners
 * @param opening mean change of the eyes' aspect ratio; below 0 they close
 */
public record Effect(Map<Part, Double> inside, Map<Part, Double> outside,
	double landmarks, double opening)
{

	/** Takes copies. */
	public Effect {
		inside = new EnumMap<>(inside);
		outside = new EnumMap<>(outside);
	}

	/**
	 * @param part any
	 * @return how much more the part changes than all the rest; NaN if it was not
	 *         seen, infinite if nothing else changes
	 */
	public double ratio(final Part part) {
		return inside.get(part) / outside.get(part);
	}
}
