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

import io.github.janusfiji.detect.ErrorRates.Interval;
import io.github.janusfiji.detect.ErrorRates.Score;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Asks the detectors that come with Janus about clips of people whom they have
 * not learnt from, and prints each clip's scores and, for each quality, how well
 * each tells the clips apart.
 *
 * <pre>
 * java … io.github.janusfiji.detect.EvaluateEmbeddedDetector clips.csv|faces.zip every|pictures [file.detector]
 * </pre>
 */
public final class EvaluateEmbeddedDetector {

	private static final long SEED = 1;

	/** A clip and what was said of it. */
	private record Judged(ClipList.Entry entry, Map<String, Estimate> said) {}

	private EvaluateEmbeddedDetector() {}

	/**
	 * @param args list of clips and every n-th frame, or zip of marked pictures and
	 *          how many of each person; perhaps another detector
	 * @throws IOException if a file cannot be read
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length < 2) throw new InputException(
			"Give a list of clips and the step between frames.");
		final var clips = new ArrayList<Judged>();
		try (var model = args.length > 2 ? DetectorModel.read(Path.of(args[2]))
			: DetectorModel.embedded())
		{
			final int number = Integer.parseInt(args[1]);
			final Path file = Path.of(args[0]);
			if (args[0].endsWith(".zip")) for (final var clip : MarkedPeople.clips(file,
				number, true, new TreeMap<>())) clips.add(pictures(model, clip));
			else clips(model, file, number, clips);
		}
		report(clips);
	}

	private static void clips(final DetectorModel model, final Path file,
		final int every, final List<Judged> clips) throws IOException
	{
		final var analyzer = new ManipulationAnalyzer(model);
		for (final var entry : ClipList.read(file, 1, SEED).clips())
				try (var clip = Frames.open(entry.path())) {
					final var analysis = analyzer.analyze(clip, 1, every, false, Progress.NONE);
					final var said = new LinkedHashMap<>(analysis.clip());
					said.put("fused", analysis.fused());
					clips.add(new Judged(entry, said));
					print(clips.get(clips.size() - 1));
				}
	}

	private static Judged pictures(final DetectorModel model,
		final LoadedClip clip)
	{
		final Map<String, Estimate> said = new LinkedHashMap<>();
		final int n = model.parts().size();
		final double[] logits = new double[n], variances = new double[n];
		for (int k = 0; k < n; k++) {
			final double[] of = model.parts().get(k).clip(model.parts().get(k)
				.detector().scores(clip.faces()));
			logits[k] = of[0];
			variances[k] = of[1];
			said.put(model.names().get(k), Estimate.of(of[0], of[1]));
		}
		said.put("fused", model.fused(logits, variances, 0));
		return new Judged(clip.entry(), said);
	}

	private static void report(final List<Judged> clips) {
		for (final String quality : new TreeSet<>(clips.stream().map(c -> c.entry
			.quality()).toList()))
			for (final String detector : clips.get(0).said.keySet())
				print(quality, detector, clips.stream().filter(c -> c.entry.quality()
					.equals(quality)).toList());
	}

	private static void print(final Judged c) {
		final var line = new StringBuilder(c.entry.quality() + " " + c.entry
			.subject() + " " + c.entry.donor() + " " + c.entry.method());
		c.said.forEach((name, e) -> line.append(String.format(Locale.ROOT,
			" %s %.3f (%.2f %.2f)", name, e.score(), e.low(), e.high())));
		System.out.println(line);
	}

	private static void print(final String quality, final String detector,
		final List<Judged> clips)
	{
		final var rates = new ErrorRates(clips.stream().map(c -> new Score(c.said
			.get(detector).score(), c.entry.manipulated(), c.entry.subject()))
			.toList());
		if (!rates.isComplete()) return;
		System.out.printf(Locale.ROOT,
			"quality %s %s: %d genuine, %d manipulated, %d people, area %s, EER %s, above 0.5: %.2f of genuine, %.2f of manipulated%n",
			quality, detector, rates.count(false), rates.count(true), rates.people(),
			text(rates, ErrorRates::area), text(rates, ErrorRates::equalErrorRate),
			rates.falseAlarms(0.5), 1 - rates.misses(0.5));
	}

	private static String text(final ErrorRates rates,
		final ToDoubleFunction<ErrorRates> statistic)
	{
		final Interval i = rates.interval(statistic, SEED);
		return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", i.value(), i.low(),
			i.high());
	}
}
