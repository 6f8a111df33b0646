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
package io.github.janusfiji.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Predicts how evenly an archive is dealt out, from the processor time that clips
 * took which were done: draws as many clips as wished, with replacement, from manifests, deals
 * them into shares, and adds up the seconds of each share.
 *
 * <pre>
 * java … io.github.janusfiji.archive.SharesSimulation folder-of-results [clips, 2000] [seconds to begin, 3]
 * </pre>
 */
public final class SharesSimulation {

	private static final int CLIPS = 2000, ROUNDS = 20, MOST = 256;
	private static final double BEGINNING = 3;

	private SharesSimulation() {}

	private record Task(ArchiveClip clip, double seconds) {}

	/**
	 * @param args a folder of results; how many clips the archive has; what a worker
	 *          takes to begin, s
	 */
	public static void main(final String[] args) throws IOException {
		final int clips = args.length > 1 ? Integer.parseInt(args[1]) : CLIPS;
		final double begin = args.length > 2 ? Double.parseDouble(args[2])
			: BEGINNING;
		final List<Entry> done = Manifest.read(Path.of(args[0])).entries().stream()
			.filter(e -> e.state() == Entry.State.DONE).toList();
		System.out.printf(Locale.ROOT, "%d measured clips, %.1f to %.1f s%n", done
			.size(), done.stream().mapToDouble(Entry::processor).min().orElseThrow(), done
				.stream().mapToDouble(Entry::processor).max().orElseThrow());
		System.out.println(
			"workers,efficiency,skew,efficiency by turns,efficiency of a queue");
		for (int n = 1; n <= MOST; n *= 2) {
			final double[] sum = new double[4];
			final var random = new SplittableRandom(1);
			for (int r = 0; r < ROUNDS; r++) add(sum, draw(done, clips, random), n,
				begin);
			System.out.printf(Locale.ROOT, "%d,%.3f,%.3f,%.3f,%.3f%n", n, sum[0] /
				ROUNDS, sum[1] / ROUNDS, sum[2] / ROUNDS, sum[3] / ROUNDS);
		}
	}

	private static List<Task> draw(final List<Entry> done, final int clips,
		final SplittableRandom random)
	{
		final var tasks = new ArrayList<Task>();
		for (int i = 0; i < clips; i++) {
			final Entry e = done.get(random.nextInt(done.size()));
			final String name = String.format("%06d", i);
			tasks.add(new Task(new ArchiveClip(name, Path.of(name), e.bytes()), e
				.processor()));
		}
		return tasks;
	}

	private static void add(final double[] sum, final List<Task> tasks,
		final int n, final double begin)
	{
		final double all = tasks.stream().mapToDouble(Task::seconds).sum();
		final double[] dealt = new double[n], turns = new double[n];
		final var clips = tasks.stream().map(Task::clip).toList();
		for (int i = 0; i < n; i++) for (final ArchiveClip clip : new Shard(i + 1, n)
			.share(clips)) dealt[i] += tasks.get(Integer.parseInt(clip.name()))
				.seconds();
		for (int i = 0; i < tasks.size(); i++) turns[i % n] += tasks.get(i)
			.seconds();
		final double longest = Arrays.stream(dealt).max().orElseThrow();
		sum[0] += all / n / (longest + begin);
		sum[1] += longest / (all / n);
		sum[2] += all / n / (Arrays.stream(turns).max().orElseThrow() + begin);
		sum[3] += all / n / (queue(tasks, n) + begin);
	}

	/** @return when the last ends of workers that take the next clip each, s */
	private static double queue(final List<Task> tasks, final int n) {
		final var free = new PriorityQueue<Double>();
		for (int i = 0; i < n; i++) free.add(0.0);
		double end = 0;
		for (final Task task : tasks) {
			final double ready = free.remove() + task.seconds();
			end = Math.max(end, ready);
			free.add(ready);
		}
		return end;
	}
}
