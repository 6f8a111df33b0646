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
package io.github.janusfiji.assess;

import io.github.janusfiji.detect.ErrorRates;
import io.github.janusfiji.detect.ErrorRates.Score;
import java.util.List;
import java.util.function.Predicate;

/**
 * Outcome of showing swaps to a network that recognises faces.
 *
 * @param network its name
 * @param comparisons all that were made
 * @param sameRecording whether people were enrolled and compared by parts of one
 *          recording, which is easier than by two
 */
public record Threat(String network, List<Comparison> comparisons,
	boolean sameRecording)
{

	/** Kind of clip that was compared with an enrolled person. */
	public enum Kind {
			/** The person. */
			GENUINE,
			/** Another person's genuine clip. */
			IMPOSTOR,
			/** A clip into which the person's face was swapped. */
			SWAP
	}

	/**
	 * @param kind of what was compared
	 * @param score cosine of the vectors, −1 to 1
	 * @param claimed the enrolled person
	 * @param seen who is seen, or whose head it is
	 * @param method by which it was manipulated; {@code genuine} for none
	 * @param quality of its compression
	 */
	public record Comparison(Kind kind, double score, String claimed,
		String seen, String method, String quality)
	{}

	/** Takes a copy. */
	public Threat {
		comparisons = List.copyOf(comparisons);
	}

	private List<Comparison> of(final Kind kind) {
		return comparisons.stream().filter(c -> c.kind == kind).toList();
	}

	/** @return genuine comparisons (the high kind) against impostors */
	public ErrorRates verification() {
		return new ErrorRates(comparisons.stream().filter(
			c -> c.kind != Kind.SWAP).map(c -> new Score(c.score,
				c.kind == Kind.GENUINE, c.claimed)).toList());
	}

	/**
	 * @param which swaps
	 * @return genuine comparisons (the high kind) against those swaps: false alarms
	 *         at a threshold are the false acceptance rate
	 */
	public ErrorRates swaps(final Predicate<Comparison> which) {
		return new ErrorRates(comparisons.stream().filter(
			c -> c.kind == Kind.GENUINE || c.kind == Kind.SWAP && which.test(c)).map(
				c -> new Score(c.score, c.kind == Kind.GENUINE, c.claimed)).toList());
	}

	/** @return the cosine at which genuine people and impostors err alike */
	public double threshold() {
		return verification().threshold();
	}

	/**
	 * @param kind of comparisons
	 * @return their scores
	 */
	public double[] scores(final Kind kind) {
		return of(kind).stream().mapToDouble(Comparison::score).toArray();
	}

	/** @return everyone who was enrolled, in order */
	public List<String> enrolled() {
		return comparisons.stream().map(Comparison::claimed).distinct().sorted()
			.toList();
	}
}
