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
package io.github.janusfiji.bench;

import io.github.janusfiji.blink.Activity;
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.BlinkAnalyzer;
import io.github.janusfiji.blink.BlinkStatistics;
import io.github.janusfiji.blink.DeformationTest;
import io.github.janusfiji.blink.RateEvidence;
import io.github.janusfiji.blink.report.BlinkReport;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What Janus says about the blinks of every clip in a folder: what their number
 * amounts to, and whether anything is called unusual that is not.
 */
public final class BlinkEvidenceTable {

	/** Clips that are longer must not be called unusual without a reason, s. */
	private static final double LONG = 20;

	private BlinkEvidenceTable() {}

	/**
	 * @param args a folder of clips; then, if wanted, a folder for the reports
	 * @throws IOException if something cannot be read or written
	 */
	public static void main(final String[] args) throws IOException {
		final List<Path> clips;
		try (var list = Files.list(Path.of(args[0]))) {
			clips = list.filter(p -> p.toString().endsWith(".mp4")).sorted().toList();
		}
		int unusual = 0, longClips = 0, alarms = 0;
		for (final Path clip : clips) {
			final BlinkAnalysis analysis;
			try (FrameSequence frames = Frames.open(clip)) {
				analysis = new BlinkAnalyzer().analyze(frames, 1, Progress.NONE);
			}
			if (args.length > 1) BlinkReport.write(analysis, Path.of(args[1]));
			final var evidence = BlinkStatistics.of(analysis, Activity.UNKNOWN)
				.evidence();
			print(analysis, evidence);
			if (evidence.seconds() > LONG) {
				longClips++;
				if (evidence.p() < RateEvidence.LEVEL) unusual++;
			}
			if (analysis.evidence().tests().stream().anyMatch(t -> t
				.corrected() < RateEvidence.LEVEL)) alarms++;
		}
		System.out.printf(Locale.ROOT,
			"unusual rates: %d of %d clips over %.0f s; changes during blinks: %d of %d clips%n",
			unusual, longClips, LONG, alarms, clips.size());
	}

	private static void print(final BlinkAnalysis analysis,
		final RateEvidence evidence)
	{
		System.out.printf(Locale.ROOT,
			"%s: %d blinks in %.1f s, p %.3g, %s, log ratio %.2f%n", analysis.name(),
			evidence.blinks(), evidence.seconds(), evidence.p(), evidence.finding(),
			evidence.logRatio());
		for (final DeformationTest test : analysis.evidence().tests()) System.out
			.printf(Locale.ROOT, "  %s: effect %.2f (allowed %.1f), p %.4f, corrected %.4f%n",
				test.measure(), test.effect(), test.allowance(), test.p(), test
					.corrected());
		analysis.events().forEach(e -> System.out.printf(Locale.ROOT,
			"  %s %d-%d-%d, confidence %.2f%n", e.kind(), e.start(), e.peak(), e.end(),
			e.confidence()));
	}
}
