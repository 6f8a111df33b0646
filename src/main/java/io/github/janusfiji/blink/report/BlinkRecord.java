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

import io.github.janusfiji.blink.Blink;
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.EyeEvent.Kind;
import io.github.janusfiji.blink.EyeState;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Times in which a person could be seen to blink, and of the blinks.
 *
 * @param name the clip
 * @param times of the frames in which a blink could be seen, s, rising
 * @param frameTime length of a frame, s
 * @param blinks times of the blinks' peaks, s, rising
 */
public record BlinkRecord(String name, double[] times, double frameTime,
	double[] blinks)
{

	private static final String EYES = ".eyes.csv", BLINKS = ".blinks.csv";

	/** States in which no blink can be seen, as the files name them. */
	private static final Set<String> UNOBSERVABLE = Arrays.stream(Kind.values())
		.filter(kind -> !kind.isObservable()).map(Kind::toString).collect(Collectors
			.toUnmodifiableSet());

	/**
	 * @param analysis what was measured
	 * @return its record
	 */
	public static BlinkRecord of(final BlinkAnalysis analysis) {
		final var observed = analysis.observed();
		final var peaks = observed.seen(analysis.blinks()).stream().map(Blink::peak)
			.collect(Collectors.toSet());
		return new BlinkRecord(analysis.name(), analysis.eyes().stream().filter(
			e -> observed.includes(e.frame())).mapToDouble(EyeState::time).toArray(),
			observed.typical(), analysis.eyes().stream().filter(e -> peaks.contains(e
					.frame())).mapToDouble(EyeState::time).toArray());
	}

	/**
	 * @param eyes a {@code <name>.eyes.csv} of a report, with
	 *          {@code <name>.blinks.csv} beside it
	 * @return the record they hold
	 * @throws IOException if they cannot be read; the message is one sentence for
	 *           the user
	 */
	public static BlinkRecord read(final Path eyes) throws IOException {
		final String file = String.valueOf(eyes.getFileName());
		if (!file.endsWith(EYES)) throw new InputException(eyes +
			" is no table of eyes; give a file that ends in " + EYES + ".");
		final String name = file.substring(0, file.length() - EYES.length());
		final List<String[]> rows = rows(eyes, 6);
		final List<String[]> blinks = rows(eyes.resolveSibling(name + BLINKS), 3);
		final var peaks = blinks.stream().map(r -> r[2]).collect(Collectors.toSet());
		try {
			final double[] all = rows.stream().mapToDouble(r -> Double.parseDouble(
				r[1])).toArray();
			final double[] steps = new double[Math.max(0, all.length - 1)];
			for (int i = 0; i < steps.length; i++) steps[i] = all[i + 1] - all[i];
			Arrays.sort(steps);
			if (!Arrays.stream(all).allMatch(Double::isFinite))
				throw new NumberFormatException("a time that is no number");
			return new BlinkRecord(name, rows.stream().filter(r -> !UNOBSERVABLE
				.contains(r[5])).mapToDouble(r -> Double.parseDouble(r[1])).toArray(),
				steps.length == 0 ? 0 : steps[steps.length / 2], rows.stream().filter(
					r -> peaks.contains(r[0])).mapToDouble(r -> Double.parseDouble(r[1]))
					.toArray());
		}
		catch (final NumberFormatException exc) {
			throw new InputException(eyes +
				" holds something that is no number; run Detect Blinks again.", exc);
		}
	}

	private static List<String[]> rows(final Path file, final int columns)
		throws IOException
	{
		if (!Files.isRegularFile(file))
			throw new InputException("There is no " + file +
				"; run Detect Blinks with an output folder first.");
		final List<String[]> rows = Inputs.text(file).lines().skip(1).map(line -> line
			.split(",")).toList();
		if (rows.stream().anyMatch(r -> r.length < columns))
			throw new InputException(file +
				" is not complete; run Detect Blinks again.");
		return rows;
	}

	/**
	 * @param from beginning of a window, s
	 * @param to end of it, s
	 * @return how long a blink could be seen in it, s
	 */
	double observed(final double from, final double to) {
		return count(times, from, to) * frameTime;
	}

	/** @return blinks with their peak in a window */
	int blinks(final double from, final double to) {
		return count(blinks, from, to);
	}

	private static int count(final double[] sorted, final double from,
		final double to)
	{
		return below(sorted, to) - below(sorted, from);
	}

	private static int below(final double[] sorted, final double limit) {
		final int i = Arrays.binarySearch(sorted, limit);
		return i < 0 ? -1 - i : i;
	}
}
