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

import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;

/**
 * Whole extraction (decode, detect, track, landmarks, align, write) beside
 * OpenCV's cascade called from Python, on the same frames, in turns. Prints
 * medians; the last line is ours ÷ peer, of the clip that is worst. Started by
 * {@code src/test/bench/extract}.
 */
public final class ExtractBench {

	private static final List<String> CLIPS = List.of("franck.mp4",
		"liveportrait_d6.mp4");

	/** The same cascade file for both. */
	private static final String CASCADE = "/org/bytedeco/opencv/" + Loader
		.getPlatform() +
		"/share/opencv4/haarcascades/haarcascade_frontalface_default.xml";

	private ExtractBench() {}

	/**
	 * @param args the data folder; rounds
	 * @throws IOException if a clip cannot be read or the peer does not run
	 */
	public static void main(final String[] args) throws IOException {
		final int rounds = Integer.parseInt(args[1]);
		double worst = Double.MAX_VALUE;
		final Path folder = Files.createTempDirectory("extract");
		try {
			for (final String name : CLIPS) {
				final Path clip = Path.of(args[0], "video", name);
				final var ours = new ArrayList<Double>();
				final var peer = new ArrayList<Double>();
				for (int i = 0; i < rounds; i++) {
					ours.add(ours(clip, folder));
					peer.add(peer(clip));
					System.out.printf(Locale.ROOT,
						"%s: ours %.1f frames/s, peer %.1f frames/s%n", name, ours.get(i),
						peer.get(i));
				}
				final double ratio = median(ours) / median(peer);
				System.out.printf(Locale.ROOT,
					"%s: medians %.1f and %.1f frames/s, ours ÷ peer %.2f%n", name,
					median(ours), median(peer), ratio);
				worst = Math.min(worst, ratio);
			}
		}
		finally {
			clear(folder);
			Files.delete(folder);
		}
		System.out.printf(Locale.ROOT, "%.2f%n", worst);
	}

	private static double ours(final Path clip, final Path folder)
		throws IOException
	{
		final long cpu = cpu();
		final long begin = System.nanoTime();
		final int count;
		try (FrameSequence frames = Frames.open(clip);
				FaceSet set = new FaceExtractor().extract(frames, folder.resolve(
					"faces.tif"), FaceExtractor.Options.DEFAULT, Progress.NONE))
		{
			count = set.source().frames();
		}
		final double seconds = (System.nanoTime() - begin) / 1e9;
		System.out.printf(Locale.ROOT, "  processor time %.1f ms/frame%n", (cpu() -
			cpu) / 1e6 / count);
		clear(folder);
		return count / seconds;
	}

	private static double peer(final Path clip) throws IOException {
		final Process python = new ProcessBuilder("/usr/bin/python3",
			"src/test/bench/cascade_peer.py", clip.toString(), Loader.cacheResource(
				CASCADE).getPath()).redirectError(ProcessBuilder.Redirect.INHERIT)
					.start();
		try (var out = new BufferedReader(new InputStreamReader(python
			.getInputStream())))
		{
			final String line = out.readLine();
			if (line == null) throw new IOException("The peer failed.");
			return Double.parseDouble(line.split(" ")[0]);
		}
	}

	/** @return processor time of this process so far, ns */
	private static long cpu() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private static double median(final List<Double> values) {
		final var sorted = new ArrayList<>(values);
		Collections.sort(sorted);
		return sorted.get(sorted.size() / 2);
	}

	private static void clear(final Path folder) throws IOException {
		try (var files = Files.newDirectoryStream(folder)) {
			for (final Path file : files)
				Files.delete(file);
		}
	}
}
