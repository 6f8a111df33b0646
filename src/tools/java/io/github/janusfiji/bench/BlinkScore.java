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

import io.github.janusfiji.blink.Blink;
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.BlinkAnalyzer;
import io.github.janusfiji.blink.report.BlinkReport;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares the blinks that Janus finds with those that a person marked: hits,
 * misses and false alarms of each clip, then precision, recall and F1 of all.
 */
public final class BlinkScore {

	/** Frames by which a found peak may miss a marked one. */
	private static final int TOLERANCE = 3;

	private BlinkScore() {}

	/** A blink marked by hand. */
	public record Marked(int start, int peak, int end, String confidence) {}

	/**
	 * @param hits marked blinks that were found
	 * @param missed marked blinks that were not
	 * @param extra found ones that nobody marked
	 */
	public record Result(int hits, List<Marked> missed, List<Blink> extra) {}

	/**
	 * @param args the data folder; then, if wanted, a folder for the reports
	 * @throws IOException if something cannot be read or written
	 */
	public static void main(final String[] args) throws IOException {
		final Path videos = Path.of(args[0], "video");
		int hits = 0, misses = 0, extras = 0;
		for (final var clip : marked(videos.resolve("blinks.csv")).entrySet()) {
			final long begin = System.nanoTime();
			final BlinkAnalysis found;
			try (FrameSequence frames = Frames.open(videos.resolve(clip
				.getKey())))
			{
				found = new BlinkAnalyzer().analyze(frames, 1, Progress.NONE);
			}
			final double seconds = (System.nanoTime() - begin) / 1e9;
			final Result result = compare(found.blinks(), clip.getValue(), lastMarked(
				clip.getKey()));
			System.out.printf(Locale.ROOT,
				"%s: %d of %d found, eyes in %d of %d frames, %.0f frames/s%n", clip
					.getKey(), result.hits(), clip.getValue().size(), found.eyes().size(),
				found.frames(), found.frames() / seconds);
			result.missed().forEach(m -> System.out.println("  missed " + m));
			result.extra().forEach(b -> System.out.println("  extra " + b));
			if (args.length > 1) BlinkReport.write(found, Path.of(args[1]));
			hits += result.hits();
			misses += result.missed().size();
			extras += result.extra().size();
		}
		final double recall = hits / (double) (hits + misses);
		final double precision = hits / (double) (hits + extras);
		System.out.printf(Locale.ROOT, "recall %.3f, precision %.3f, F1 %.3f%n",
			recall, precision, 2 * recall * precision / (recall + precision));
	}

	/** Only the first 2401 frames of franck.mp4 have been looked at by hand. */
	public static int lastMarked(final String clip) {
		return clip.equals("franck.mp4") ? 2400 : Integer.MAX_VALUE;
	}

	/** @return the marked blinks of each clip */
	public static Map<String, List<Marked>> marked(final Path csv)
		throws IOException
	{
		final var clips = new LinkedHashMap<String, List<Marked>>();
		for (final String line : Files.readAllLines(csv)) {
			final String[] cells = line.split(",");
			if (cells[0].equals("clip")) continue;
			clips.computeIfAbsent(cells[0], k -> new ArrayList<>()).add(new Marked(
				Integer.parseInt(cells[2]), Integer.parseInt(cells[3]), Integer.parseInt(
					cells[4]), cells[5]));
		}
		return clips;
	}

	/**
	 * @param found what the program found
	 * @param marked what a person found
	 * @param last frame after which nothing was marked by hand
	 * @return each found blink matches at most one marked one
	 */
	public static Result compare(final List<Blink> found,
		final List<Marked> marked, final int last)
	{
		final var extra = new ArrayList<>(found);
		extra.removeIf(b -> b.peak() > last);
		final var missed = new ArrayList<Marked>();
		for (final Marked m : marked) {
			final var match = extra.stream().filter(b -> b.start() <= m.end() && b
				.end() >= m.start() || Math.abs(b.peak() - m.peak()) <= TOLERANCE)
				.findFirst();
			match.ifPresentOrElse(extra::remove, () -> missed.add(m));
		}
		return new Result(marked.size() - missed.size(), missed, extra);
	}
}
