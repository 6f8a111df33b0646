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
package io.github.janusfiji.detect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Detectors' scores of a clip: evidence, not a verdict.
 *
 * @param name of the clip
 * @param detectors names in order
 * @param clip what each says of the whole clip, by name, in order
 * @param fused what they say together
 * @param faces what they say of each face
 * @param evidence where it lies in some faces, evenly spread
 * @param made how the detectors were made, by keyword
 * @param statement what the clip's own metadata say of being synthetic
 */
public record ManipulationAnalysis(String name, List<String> detectors,
	Map<String, Estimate> clip, Estimate fused, List<FaceScore> faces,
	List<Evidence> evidence, Map<String, String> made,
	Optional<String> statement)
{

	/**
	 * @param frame index, from 0
	 * @param time s
	 * @param probability one for each detector
	 * @param fused of all together
	 */
	public record FaceScore(int frame, double time, double[] probability,
		double fused)
	{}

	/**
	 * @param face the face
	 * @param map a square of log-odds, row by row: what each place says
	 */
	public record Evidence(FacePicture face, float[] map) {}

	/** Takes copies. */
	public ManipulationAnalysis {
		detectors = List.copyOf(detectors);
		faces = List.copyOf(faces);
		evidence = List.copyOf(evidence);
	}

	/** @return the finding in a sentence, with its limits */
	public String sentence() {
		return String.format(Locale.ROOT,
			"Probability of manipulation %.2f (95%% interval %.2f to %.2f, even odds beforehand) from %d faces, by detectors that learnt from %s people: evidence to be weighed with other evidence, not a verdict.",
			fused.score(), fused.low(), fused.high(), faces.size(), made
				.getOrDefault("people", "unknown"));
	}
}
