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

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Findings on a unit.
 *
 * @param unit which
 * @param threshold of its activation, which its top 0.5 % exceed
 * @param level its mean activation above that
 * @param overlaps intersection over union of where it exceeds the threshold with
 *          each part, 0 to 1
 * @param faces index of the faces in which it is most active, the first most
 */
public record UnitFindings(Unit unit, double threshold, double level,
	Map<Part, Double> overlaps, List<Integer> faces)
{

	/** Takes copies. */
	public UnitFindings {
		overlaps = new EnumMap<>(overlaps);
		faces = List.copyOf(faces);
	}

	/** @return the part that it matches best */
	public Part concept() {
		return Arrays.stream(Part.values()).max((p, q) -> Double.compare(overlap(p),
			overlap(q))).orElseThrow();
	}

	/** @return its overlap with that part, 0 to 1 */
	public double iou() {
		return overlap(concept());
	}

	/**
	 * @param part any
	 * @return its overlap with it, 0 to 1
	 */
	public double overlap(final Part part) {
		return overlaps.getOrDefault(part, 0.0);
	}
}
