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
package io.github.janusfiji.blink.report;

import java.util.List;

/**
 * A published figure of how people blink.
 *
 * @param task what they did
 * @param rate mean blinks/min
 * @param people how many there were
 * @param source paper
 */
record Norm(String task, double rate, int people, String source) {

	private static final String BENTIVOGLIO =
		"Bentivoglio et al., Analysis of blink rate patterns in normal subjects, Movement Disorders 12(6), 1997";

	private static final String KARSON =
		"Karson et al., Speaking, thinking, and blinking, Psychiatry Research 5, 1981";

	/** Mean rates. */
	static final List<Norm> RATES = List.of(new Norm("rest", 17, 150,
		BENTIVOGLIO), new Norm("conversation", 26, 150, BENTIVOGLIO), new Norm(
			"reading", 4.5, 150, BENTIVOGLIO), new Norm("rest", 19, 36, KARSON),
		new Norm("conversation", 24.7, 36, KARSON), new Norm("reading", 12.3, 36,
			KARSON), new Norm("rest", 10.3, 61,
				"Doughty, Further assessment of gender- and blink pattern-related differences in the spontaneous eyeblink activity in primary gaze in young adult humans, Optometry and Vision Science 79, 2002"));

	/** Ranges over studies. */
	static final String RANGES =
		"Doughty, Consideration of three types of spontaneous eyeblink activity in normal humans, Optometry and Vision Science 78, 2001: 95 % intervals over studies of 1.4 to 14.4 blinks/min reading, 8.0 to 21.0 looking ahead, 10.5 to 32.5 in conversation";

	/** How long a blink lasts, s. */
	static final double SHORTEST = 0.1, LONGEST = 0.4;

	/** Where that is from. */
	static final String DURATION =
		"Schiffman, Sensation and Perception: An Integrated Approach, 2001";

	/** How many blinks are partial. */
	static final String PARTIAL =
		"Ousler et al., Blink patterns and lid-contact times in dry-eye and normal subjects, Clinical Ophthalmology 8, 2014: 53 % of the blinks of ten normal people watching a video were partial, 0.2 % lasted half a second or longer";
}
