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

import io.github.janusfiji.detect.ClipList.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Evaluation of detectors on clips whose people they had not learnt from.
 *
 * @param detectors names in order
 * @param rows one for each clip that could be judged so
 * @param people number of people
 * @param added what fusion with fewer detectors reaches, the first k in the order
 *          of names for each k
 * @param transfers how detectors that learnt from one kind of clips judge
 *          another; empty if that was not asked
 */
public record Evaluation(List<String> detectors, List<Row> rows, int people,
	List<Added> added, List<Transfer> transfers)
{

	/**
	 * @param entry the clip
	 * @param fold of its people
	 * @param probability calibrated on other people, one for each detector
	 * @param fused probability from all, weighed on other people
	 */
	public record Row(Entry entry, int fold, double[] probability,
		double fused)
	{}

	/**
	 * @param detectors that are fused
	 * @param fused probability of each row
	 */
	public record Added(List<String> detectors, double[] fused) {}

	/** Takes copies. */
	public Evaluation {
		detectors = List.copyOf(detectors);
		rows = List.copyOf(rows);
		added = List.copyOf(added);
		transfers = List.copyOf(transfers);
	}

	/**
	 * @param other how detectors judge kinds that they did not learn from
	 * @return the same with that
	 */
	Evaluation with(final List<Transfer> other) {
		return new Evaluation(detectors, rows, people, added, other);
	}

	/**
	 * @param detector index among the detectors; −1 for the fused probability
	 * @param genuine which genuine clips
	 * @param manipulated which manipulated clips
	 * @return how well it tells them apart
	 */
	public ErrorRates rates(final int detector, final Predicate<Entry> genuine,
		final Predicate<Entry> manipulated)
	{
		final var scores = new ArrayList<ErrorRates.Score>();
		for (final Row row : rows) {
			final boolean bad = row.entry.manipulated();
			if (!(bad ? manipulated : genuine).test(row.entry)) continue;
			scores.add(new ErrorRates.Score(detector < 0 ? row.fused
				: row.probability[detector], bad, row.entry.subject()));
		}
		return new ErrorRates(scores);
	}
}
