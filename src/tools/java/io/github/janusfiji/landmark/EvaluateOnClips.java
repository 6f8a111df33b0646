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
package io.github.janusfiji.landmark;

import io.github.janusfiji.geometry.Shapes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Follows the face through clips and prints how eyes close in marked blinks and
 * how much landmarks tremble; draws a sheet of faces for each clip:
 * {@code EvaluateOnClips <model> <video folder> <folder for sheets> <clip>[:frames]
 * …}.
 */
public final class EvaluateOnClips {

	private static final int TILES = 6;
	private static final int TILE = 260;

	private final LandmarkCascade model;
	private final CascadeClassifier detector;
	private final Path videos, sheets;

	private EvaluateOnClips(final LandmarkCascade model, final Path videos,
		final Path sheets) throws IOException
	{
		this.model = model;
		this.videos = videos;
		this.sheets = sheets;
		detector = BoxFraming.detector("haarcascade_frontalface_default");
	}

	/**
	 * @param args model, folder of the videos, folder for pictures, then clips
	 * @throws IOException if something cannot be read
	 */
	public static void main(final String... args) throws IOException {
		try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
			final EvaluateOnClips e = new EvaluateOnClips(LandmarkCascade.read(in),
				Path.of(args[1]), Files.createDirectories(Path.of(args[2])));
			for (final String clip : Arrays.asList(args).subList(3, args.length)) {
				final String[] parts = clip.split(":");
				e.follow(parts[0], parts.length > 1 ? Integer.parseInt(parts[1])
					: Integer.MAX_VALUE);
			}
		}
	}

	private void follow(final String clip, final int frames)
		throws IOException
	{
		final List<float[]> shapes = new ArrayList<>();
		final List<BufferedImage> tiles = new ArrayList<>();
		final Set<Integer> peaks = new HashSet<>(), inside = new HashSet<>();
		readBlinks(clip, peaks, inside);
		int lost = 0;
		try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(videos.resolve(clip)
			.toFile()); Java2DFrameConverter converter = new Java2DFrameConverter())
		{
			grabber.start();
			double[] box = null;
			for (int i = 0; i < frames; i++) {
				final Frame frame = grabber.grabImage();
				if (frame == null) break;
				final BufferedImage image = converter.convert(frame);
				final int w = image.getWidth(), h = image.getHeight();
				final int[] argb = image.getRGB(0, 0, w, h, null, 0, w);
				LandmarkCascade.Fit fit = box == null ? null : model.fit(argb, w, h,
					box[0], box[1], box[2]);
				if (fit == null || fit.score() < 0.5) fit = search(argb, w, h);
				shapes.add(fit == null ? null : fit.shape());
				box = fit == null ? null : model.box(fit.shape());
				if (fit == null) lost++;
				else if (peaks.contains(i) || i % Math.max(1, Math.min(frames, grabber
					.getLengthInFrames()) / 18) == 0) tiles.add(tile(image, fit, box, i));
			}
		}
		System.out.printf("%s: %d frames, %d without a face, eye opening %s, trembling of the eye corners %.2f px, steps of all points %.2f px%n",
			clip, shapes.size(), lost, openings(shapes, peaks, inside), tremble(
				shapes, new int[] { 36, 39, 42, 45 }), tremble(shapes, Shapes.ALL));
		draw(clip, tiles);
	}

	private LandmarkCascade.Fit search(final int[] argb, final int w,
		final int h)
	{
		final GreyImage grey = GreyImage.cut(argb, w, h, 0, 0, Math.max(w, h), 1);
		LandmarkCascade.Fit best = null;
		for (final double[] box : BoxFraming.detect(detector, grey, 3)) {
			final LandmarkCascade.Fit fit = model.fit(argb, w, h, box[0], box[1],
				box[2]);
			if (fit.score() > 0.5 && (best == null || Shapes.interOcular(fit
				.shape()) > Shapes.interOcular(best.shape()))) best = fit;
		}
		return best;
	}

	private void readBlinks(final String clip, final Set<Integer> peaks,
		final Set<Integer> inside) throws IOException
	{
		final Path table = videos.resolve("blinks.csv");
		if (Files.exists(table)) for (final String row : Files.readAllLines(
			table))
		{
			final String[] c = row.split(",");
			if (!c[0].equals(clip)) continue;
			peaks.add(Integer.valueOf(c[3]));
			for (int i = Integer.parseInt(c[2]) - 3; i <= Integer.parseInt(c[4]) +
				3; i++)
				inside.add(i);
		}
	}

	/** Mean of both eyes' height over width (Soukupová and Čech, CVWW 2016). */
	private static double opening(final float[] s) {
		double sum = 0;
		for (final int e : new int[] { 36, 42 })
			sum += (Shapes.distance(s, e + 1, e + 5) + Shapes.distance(s, e + 2, e +
				4)) / (4 * Shapes.distance(s, e, e + 3));
		return sum;
	}

	private static String openings(final List<float[]> shapes,
		final Set<Integer> peaks, final Set<Integer> inside)
	{
		final List<Double> shut = new ArrayList<>(), open = new ArrayList<>();
		for (int i = 0; i < shapes.size(); i++) {
			if (shapes.get(i) == null) continue;
			if (peaks.contains(i)) {
				double least = 9;
				for (int k = Math.max(0, i - 1); k <= Math.min(shapes.size() - 1, i +
					1); k++)
					if (shapes.get(k) != null) least = Math.min(least, opening(shapes.get(
						k)));
				shut.add(least);
			}
			else if (!inside.contains(i)) open.add(opening(shapes.get(i)));
		}
		open.sort(null);
		shut.sort(null);
		final StringBuilder text = new StringBuilder(open.isEmpty() ? "?" : String
			.format("outside blinks %.3f (5 %%: %.3f, 95 %%: %.3f)", mean(open), open
				.get(open.size() / 20), open.get(open.size() * 19 / 20)));
		if (!shut.isEmpty()) text.append(String.format(
			", at %d peaks %.3f (%.3f to %.3f)", shut.size(), mean(shut), shut.get(0),
			shut.get(shut.size() - 1)));
		return text.toString();
	}

	private static double mean(final List<Double> values) {
		return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
	}

	/** Median distance of a landmark from the mean of the frames beside it. */
	private static double tremble(final List<float[]> shapes,
		final int[] which)
	{
		final List<Double> steps = new ArrayList<>();
		for (int f = 1; f + 1 < shapes.size(); f++) {
			final float[] a = shapes.get(f - 1), b = shapes.get(f), c = shapes.get(f +
				1);
			if (a == null || b == null || c == null) continue;
			for (final int i : which)
				steps.add(Math.hypot(b[2 * i] - (a[2 * i] + c[2 * i]) / 2, b[2 * i +
					1] - (a[2 * i + 1] + c[2 * i + 1]) / 2));
		}
		steps.sort(null);
		return steps.isEmpty() ? Double.NaN : steps.get(steps.size() / 2);
	}

	private static BufferedImage tile(final BufferedImage image,
		final LandmarkCascade.Fit fit, final double[] box, final int index)
	{
		final BufferedImage out = new BufferedImage(TILE, TILE,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = out.createGraphics();
		final double scale = TILE / (1.5 * box[2]);
		final double x0 = box[0] - 0.25 * box[2], y0 = box[1] - 0.15 * box[2];
		g.setRenderingHint(java.awt.RenderingHints.KEY_INTERPOLATION,
			java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		g.drawImage(image, (int) (-x0 * scale), (int) (-y0 * scale), (int) (image
			.getWidth() * scale), (int) (image.getHeight() * scale), null);
		g.setColor(Color.GREEN);
		for (int i = 0; i < Shapes.COUNT; i++)
			g.fillOval((int) ((fit.shape()[2 * i] + 0.5 - x0) * scale) - 1,
				(int) ((fit.shape()[2 * i + 1] + 0.5 - y0) * scale) - 1, 3, 3);
		g.setColor(Color.YELLOW);
		g.drawString(String.format("%d  %.2f  %.2f", index, fit.score(), opening(fit
			.shape())), 4, 12);
		g.dispose();
		return out;
	}

	private void draw(final String clip, final List<BufferedImage> tiles)
		throws IOException
	{
		final int rows = (tiles.size() + TILES - 1) / TILES;
		final BufferedImage sheet = new BufferedImage(TILES * TILE, Math.max(1,
			rows) * TILE, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = sheet.createGraphics();
		for (int i = 0; i < tiles.size(); i++)
			g.drawImage(tiles.get(i), i % TILES * TILE, i / TILES * TILE, null);
		g.dispose();
		ImageIO.write(sheet, "png", sheets.resolve(clip + ".png").toFile());
	}
}
