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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Measures how detectors judge kinds of clips that they did not learn from. */
final class TransferMeter {

	private TransferMeter() {}

	/** What divides clips into kinds; genuine clips have every method. */
	private static final Map<String, Function<Entry, String>> KINDS = Map.of(
		"method", e -> e.manipulated() ? e.method() : "", "quality",
		Entry::quality);

	/**
	 * @param validation of the clips
	 * @return a line for each detector and pair of kinds, of what there are two or
	 *         more kinds of
	 */
	static List<Transfer> measure(final CrossValidation validation) {
		final var all = new ArrayList<Transfer>();
		for (final String by : List.of("method", "quality")) {
			final List<String> kinds = validation.clips().stream().map(
				LoadedClip::entry).filter(Entry::manipulated).map(KINDS.get(by)).distinct()
				.sorted().toList();
			if (kinds.size() > 1) for (final String name : validation.detectors()
				.keySet()) for (final String learnt : kinds)
					all.addAll(of(validation, name, by, learnt, kinds));
		}
		return all;
	}

	private static boolean isOf(final Entry entry, final String by,
		final String kind)
	{
		final String own = KINDS.get(by).apply(entry);
		return own.equals(kind) || !entry.manipulated() && own.isEmpty();
	}

	private static List<Transfer> of(final CrossValidation validation,
		final String name, final String by, final String learnt,
		final List<String> kinds)
	{
		final var areas = new ArrayList<double[]>();
		for (final int fold : validation.list().numbers())
			try (var detector = validation.learn(name, fold, e -> isOf(e, by,
				learnt)))
			{
				final var scores = new ArrayList<ErrorRates.Score>();
				final var entries = new ArrayList<Entry>();
				for (final LoadedClip clip : validation.clips()) {
					if (!validation.list().isOf(clip.entry(), fold)) continue;
					entries.add(clip.entry());
					scores.add(new ErrorRates.Score(ClipScore.of(detector.scores(clip
						.faces()), 0).mean(), clip.entry().manipulated(), clip.entry()
							.subject()));
				}
				areas.add(kinds.stream().mapToDouble(kind -> area(scores, entries, by,
					kind)).toArray());
			}
		final var transfers = new ArrayList<Transfer>();
		for (int k = 0; k < kinds.size(); k++) {
			final int kind = k;
			transfers.add(new Transfer(name, by, learnt, kinds.get(k), areas.stream()
				.flatMapToDouble(a -> DoubleStream.of(a[kind])).filter(a -> !Double.isNaN(
					a)).average().orElse(Double.NaN)));
		}
		return transfers;
	}

	private static double area(final List<ErrorRates.Score> scores,
		final List<Entry> entries, final String by, final String kind)
	{
		final var own = new ArrayList<ErrorRates.Score>();
		for (int i = 0; i < scores.size(); i++)
			if (isOf(entries.get(i), by, kind)) own.add(scores.get(i));
		return new ErrorRates(own).area();
	}
}
