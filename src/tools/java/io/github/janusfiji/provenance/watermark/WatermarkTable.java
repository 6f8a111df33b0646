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
package io.github.janusfiji.provenance.watermark;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Measures how the watermark survives compression, scaling and cropping, with the
 * {@code ffmpeg} on the path: {@code WatermarkTable clip.mp4@3.5 …}, where the
 * number says at how many seconds a clip's excerpt begins. With {@code unmarked
 * 10000} in front, so many windows of the same clips are looked at as they are.
 */
public final class WatermarkTable {

	private static final long ID = 0x0123456789abcdefL;
	private static final int FRAMES = 24;

	/** Windows that are taken from one frame, and trials with noise. */
	private static final int EACH = 20, TRIALS = 100_000;

	/** Side of unmarked windows, px. */
	private static final int WINDOW = 240;

	/** Name, ffmpeg's options, and the scale at which the picture ends. */
	private record Attack(String name, String options, double scale) {}

	private static final List<Attack> ATTACKS = List.of(new Attack("CRF 23",
		"-crf 23", 1), new Attack("CRF 28", "-crf 28", 1), new Attack("CRF 34",
			"-crf 34", 1), new Attack("half",
				"-vf scale=trunc(iw/4)*2:trunc(ih/4)*2:flags=bicubic -crf 18", 0.5),
		new Attack("crop 0.71",
			"-vf crop=trunc(iw*0.355)*2:trunc(ih*0.355)*2 -crf 18", 1), new Attack(
				"crop 0.9, half, CRF 28",
				"-vf crop=trunc(iw*0.45)*2:trunc(ih*0.45)*2,scale=trunc(iw/4)*2:trunc(ih/4)*2:flags=bicubic -crf 28",
				0.5));

	private WatermarkTable() {}

	/** @param args clips */
	public static void main(final String[] args) throws Exception {
		if (args[0].equals("unmarked")) {
			unmarked(Integer.parseInt(args[1]), Arrays.asList(args).subList(2,
				args.length));
			return;
		}
		final Path folder = Files.createTempDirectory("janus-marks");
		final var bits = new double[ATTACKS.size()];
		final var read = new int[ATTACKS.size()];
		double least = Double.POSITIVE_INFINITY, mean = 0;
		for (final String clip : args) {
			final Path marked = folder.resolve("marked.mkv");
			final double psnr = mark(file(clip), start(clip), marked);
			least = Math.min(least, psnr);
			mean += psnr / args.length;
			final var line = new StringBuilder(String.format("%s, %.2f dB", file(clip)
				.getFileName(), psnr));
			for (int i = 0; i < ATTACKS.size(); i++) {
				final Attack attack = ATTACKS.get(i);
				final Path attacked = folder.resolve("attacked.mp4");
				ffmpeg(marked, attack.options, attacked);
				final var reader = new WatermarkReader(attack.scale);
				add(reader, attacked);
				final var best = Code.decode(reader.soft());
				final double right = 1 - Long.bitCount(best.identifier() ^ ID) / 64.0;
				final boolean found = reader.read().map(r -> r.identifier() == ID).orElse(
					false);
				bits[i] += right;
				if (found) read[i]++;
				line.append(String.format("; %s: %.3f%s", attack.name, right, found
					? ", read" : ""));
			}
			System.out.println(line);
		}
		System.out.printf("PSNR %.2f dB, least %.2f%n", mean, least);
		for (int i = 0; i < bits.length; i++) System.out.printf(
			"%s: %.3f of the bits, read from %d of %d%n", ATTACKS.get(i).name, bits[i] /
				args.length, read[i], args.length);
	}

	private static Path file(final String clip) {
		return Path.of(clip.replaceFirst("@[0-9.]+$", ""));
	}

	private static double start(final String clip) {
		return clip.contains("@") ? Double.parseDouble(clip.substring(clip
			.lastIndexOf('@') + 1)) : 0;
	}

	/** Windows at random places of random frames. */
	private static void unmarked(final int windows, final List<String> clips)
		throws IOException
	{
		final var random = new Random(1);
		int found = 0, done = 0;
		for (int c = 0; c < clips.size(); c++) try (var frames = Frames.open(file(clips
			.get(c))))
		{
			final int until = (int) ((long) windows * (c + 1) / clips.size());
			final int side = Math.min(WINDOW, Math.min(frames.width(), frames.height()));
			Frame frame = null;
			for (; done < until; done++) {
				if (done % EACH == 0 || frame == null) frame = frames.frame(random.nextInt(
					frames.count()));
				final int left = random.nextInt(frame.width() - side + 1), top = random
					.nextInt(frame.height() - side + 1);
				final var window = new int[side * side];
				for (int y = 0; y < side; y++) System.arraycopy(frame.argb(), (top + y) *
					frame.width() + left, window, y * side, side);
				final var reader = new WatermarkReader(1);
				reader.add(window, side, side);
				if (reader.read().isPresent()) found++;
			}
		}
		System.out.println("a mark in " + found + " of " + done +
			" unmarked windows of " + WINDOW + " px");
		int often = 0;
		for (int i = 0; i < TRIALS; i++) {
			final var soft = new double[Code.LENGTH];
			for (int k = 0; k < soft.length; k++) soft[k] = random.nextGaussian();
			if (Code.decode(soft).agreement() >= WatermarkReader.AGREEMENT) often++;
		}
		System.out.println("noise agrees with a code by " + WatermarkReader.AGREEMENT +
			" in " + often + " of " + TRIALS + " trials");
	}

	private static double mark(final Path clip, final double start,
		final Path marked) throws IOException
	{
		final var watermark = new Watermark(ID);
		double error = 0;
		int count = 0;
		try (var frames = Frames.open(clip); FrameCursor cursor = frames.cursor();
				var writer = Frames.writer(marked, frames.width() & ~1, frames.height() &
					~1, 25, Map.of()))
		{
			final int w = frames.width() & ~1, h = frames.height() & ~1;
			for (Frame f = cursor.next(); f != null && count < FRAMES; f = cursor
				.next())
			{
				if (f.time() < start) continue;
				final var plain = new int[w * h];
				for (int y = 0; y < h; y++) System.arraycopy(f.argb(), y * f.width(), plain,
					y * w, w);
				final int[] out = watermark.embed(plain, w, h);
				for (int i = 0; i < out.length; i++) for (int s = 0; s < 24; s += 8) error +=
					Math.pow((out[i] >> s & 255) - (plain[i] >> s & 255), 2) / (3.0 * w * h);
				writer.write(new Frame(count, count / 25.0, w, h, out));
				count++;
			}
			writer.commit();
		}
		return 10 * Math.log10(255 * 255 * count / error);
	}

	private static void add(final WatermarkReader reader, final Path clip)
		throws IOException
	{
		try (var frames = Frames.open(clip); FrameCursor cursor = frames.cursor()) {
			for (Frame f = cursor.next(); f != null; f = cursor.next())
				reader.add(f.argb(), f.width(), f.height());
		}
	}

	private static void ffmpeg(final Path from, final String options,
		final Path to) throws IOException, InterruptedException
	{
		final var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y",
			"-i", from.toString()));
		command.addAll(Arrays.asList(options.split(" ")));
		command.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt",
			"yuv420p", to.toString()));
		if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0)
			throw new IOException("ffmpeg failed on " + from);
	}
}
