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
package io.github.janusfiji.faceset;

import io.github.janusfiji.face.EyeAspectRatio;
import io.github.janusfiji.face.Face;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far a person's eyes are open, relative to how far they usually are: the
 * aspect ratio of both eyes over the person's own open level. Eyes differ from
 * person to person and with the landmarks' habits, so that no aspect ratio means
 * the same for everyone.
 */
final class EyeOpening {

	/** Share of a person's faces that lie below the person's open level. */
	private static final double OPEN_LEVEL = 0.80;

	private EyeOpening() {}

	/**
	 * @param faces of one clip or set; a person's open level is the 80th percentile
	 *          of the person's faces among them
	 * @return for each face about 1 with open eyes, about 0.5 with closed ones,
	 *         above 1 with eyes wide open
	 */
	static double[] of(final List<Face> faces) {
		final Map<Integer, Double> open = new HashMap<>();
		faces.stream().collect(Collectors.groupingBy(Face::person, Collectors
			.mapping(EyeOpening::ratio, Collectors.toList()))).forEach((person,
				ratios) -> open.put(person, percentile(ratios)));
		return faces.stream().mapToDouble(f -> open.get(f.person()) > 0 ? ratio(f) /
			open.get(f.person()) : 0).toArray();
	}

	private static double ratio(final Face face) {
		return (EyeAspectRatio.of(face.landmarks().rightEye()) + EyeAspectRatio.of(
			face.landmarks().leftEye())) / 2;
	}

	private static double percentile(final List<Double> values) {
		final double[] sorted = values.stream().mapToDouble(d -> d).toArray();
		Arrays.sort(sorted);
		return sorted[(int) Math.round(OPEN_LEVEL * (sorted.length - 1))];
	}
}
