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
package io.github.janusfiji.blink;

import io.github.janusfiji.bench.BlinkScore;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures which share of marked blinks is found at lower frame rates: the eyes
 * are read once, then frames are dropped and blinks are looked for in those that
 * are left. The network that reads eyes over time sees only what is left, too; what
 * is left at all rates of a clip is read together.
 *
 * <pre>
 * java … io.github.janusfiji.blink.BlinkFrameRates data/video [clip …]
 * </pre>
 */
public final class BlinkFrameRates {

	private static final double[] RATES = { 25, 20, 15, 12.5, 10, 9, 8, 7, 6, 5,
		4, 3, 2, 1 };

	/** Moments at which the frames that are kept may begin. */
	private static final int PHASES = 4;

	private final EyeStateModel model = EyeStateModel.embedded();
	private final int[] marked = new int[RATES.length];
	private final int[] found = new int[RATES.length];
	private final int[] extra = new int[RATES.length];
	private double seconds;

	private BlinkFrameRates() {}

	/**
	 * @param args folder of the clips and of {@code blinks.csv}; clips, if not all
	 * @throws IOException if something cannot be read
	 */
	public static void main(final String[] args) throws IOException {
		final Path videos = Path.of(args[0]);
		final var wanted = List.of(args).subList(1, args.length);
		final var rates = new BlinkFrameRates();
		for (final var clip : BlinkScore.marked(videos.resolve("blinks.csv"))
			.entrySet()) if (wanted.isEmpty() || wanted.contains(clip.getKey()))
				rates.add(videos.resolve(clip.getKey()), clip.getValue());
		rates.print();
	}

	private void add(final Path clip, final List<BlinkScore.Marked> blinks)
		throws IOException
	{
		final EyeMeasures all;
		try (FrameSequence frames = Frames.open(clip)) {
			all = EyeReader.read(frames, BlinkAnalyzer.faces(frames, Progress.NONE),
				model, Progress.NONE);
		}
		final int last = BlinkScore.lastMarked(clip.getFileName().toString());
		int n = all.frame().length;
		while (n > 0 && all.frame()[n - 1] > last) n--;
		seconds += all.time()[n - 1] - all.time()[0];
		final var some = new ArrayList<EyeMeasures>();
		for (final double rate : RATES) for (int p = 0; p < PHASES; p++) some.add(
			thinned(all, n, rate, p / (PHASES * rate)));
		final var series = OpennessSeries.of(some, BlinkAnalyzer.BEST, model);
		for (int i = 0; i < series.size(); i++) score(i / PHASES, series.get(i), all,
			blinks);
		System.out.println(clip.getFileName() + " read");
	}

	/** The frames shown at regular moments, as a camera of that rate had seen. */
	private static EyeMeasures thinned(final EyeMeasures all, final int n,
		final double rate, final double phase)
	{
		final var kept = new ArrayList<Integer>();
		final var number = new ArrayList<Integer>();
		for (int i = 0; i < n; i++) {
			final int tick = (int) Math.floor((all.time()[i] - phase) * rate + 1e-6);
			if (tick < 0 || !number.isEmpty() && number.get(number.size() -
				1) == tick) continue;
			// A tick whose first frame lacks the face has no picture.
			if (all.time()[i] - phase - tick / rate > 0.5 / rate) continue;
			kept.add(i);
			number.add(tick);
		}
		final var some = new EyeMeasures(kept.size());
		for (int k = 0; k < kept.size(); k++) {
			final int i = kept.get(k);
			some.frame()[k] = number.get(k);
			some.time()[k] = all.time()[i];
			some.rightRatio()[k] = all.rightRatio()[i];
			some.leftRatio()[k] = all.leftRatio()[i];
			some.rightFeatures()[k] = all.rightFeatures()[i];
			some.leftFeatures()[k] = all.leftFeatures()[i];
		}
		return some;
	}

	private void score(final int r, final OpennessSeries some,
		final EyeMeasures all, final List<BlinkScore.Marked> blinks)
	{
		final var left = new ArrayList<>(BlinkDetector.detect(some));
		final double step = 1 / RATES[r];
		for (final var m : blinks) {
			marked[r]++;
			final double from = time(all, m.start()), to = time(all, m.end());
			final var match = left.stream().filter(b -> b.onset() <= to + step && b
				.offset() >= from - step).findFirst();
			match.ifPresent(b -> {
				found[r]++;
				left.remove(b);
			});
		}
		extra[r] += left.size();
	}

	private static double time(final EyeMeasures all, final int frame) {
		final int i = java.util.Arrays.binarySearch(all.frame(), frame);
		return all.time()[Math.min(all.time().length - 1, i < 0 ? -1 - i : i)];
	}

	private void print() {
		System.out.println("| frames/s | found of marked | extra per minute |");
		for (int r = 0; r < RATES.length; r++) System.out.printf(Locale.ROOT,
			"| %s | %d of %d, %.2f | %.1f |%n", RATES[r], found[r], marked[r], found[r] /
				(double) marked[r], extra[r] * 60 / (PHASES * seconds));
	}
}
