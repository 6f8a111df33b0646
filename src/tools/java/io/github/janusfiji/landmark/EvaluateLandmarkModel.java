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
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Prints how well a 68-landmark model does on faces it was not trained on:
 * {@code EvaluateLandmarkModel <model> <data folder>}.
 */
public final class EvaluateLandmarkModel {

	private static final String[] PARTS = { "all", "jaw", "brows", "nose", "eyes",
		"mouth" };
	private static final int[][] RANGES = { { 0, 68 }, { 0, 17 }, { 17, 27 }, { 27,
		36 }, { 36, 48 }, { 48, 68 } };

	private final LandmarkCascade model;
	private final CascadeClassifier detector;
	private final Path data;

	private EvaluateLandmarkModel(final LandmarkCascade model, final Path data)
		throws IOException
	{
		this.model = model;
		this.data = data;
		detector = BoxFraming.detector("haarcascade_frontalface_default");
	}

	/**
	 * @param args model file, folder of the data
	 * @throws IOException if either cannot be read
	 */
	public static void main(final String... args) throws IOException {
		try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
			final EvaluateLandmarkModel e = new EvaluateLandmarkModel(LandmarkCascade
				.read(in), Path.of(args[1]));
			final List<MarkedFace> faces = MarkedFace.readDense(e.data.resolve(
				"landmarks/udacity_ytf68.zip")).stream().filter(
					MarkedFace::heldOut).toList();
			e.sixtyEight("held-out people, cascade's boxes", faces, true);
			e.sixtyEight("held-out people, boxes 10 % off", faces, false);
			e.sixtyEight("LFPW", MarkedFace.readPts(e.data.resolve(
				"landmarks/lfpw5_ibug68.zip")), true);
			e.fivePoints();
			e.boxesWithoutFace(faces);
			e.speed(faces);
		}
	}

	private void sixtyEight(final String what, final List<MarkedFace> faces,
		final boolean detect)
	{
		final Random random = new Random(1);
		final List<double[]> errors = new ArrayList<>();
		final List<Double> yaws = new ArrayList<>(), scores = new ArrayList<>();
		for (final MarkedFace face : faces) {
			final double[] exact = model.box(face.marks());
			final double[] found = detect ? BoxFraming.around(BoxFraming.detect(
				detector, face.image(), 3), face.marks()) : null;
			final double[] box = found != null ? found : detect ? exact : shaken(exact,
				random);
			final LandmarkCascade.Fit fit = fit(face, box);
			final double[] e = new double[RANGES.length];
			for (int r = 0; r < e.length; r++)
				e[r] = 100 * Shapes.error(fit.shape(), face.marks(), RANGES[r][0],
					RANGES[r][1]);
			errors.add(e);
			scores.add(fit.score());
			yaws.add(asymmetry(face.marks()));
		}
		System.out.printf("%s (%d pictures), %% of the inter-ocular distance:%n",
			what, faces.size());
		for (int r = 0; r < PARTS.length; r++) {
			final int part = r;
			System.out.printf("  %-6s mean %.2f  median %.2f  above 8 %%: %.1f %%%n",
				PARTS[r], mean(errors, part, i -> true), median(errors, part), 100.0 *
					errors.stream().filter(e -> e[part] > 8).count() / errors.size());
		}
		final double[] bounds = { 0, 0.15, 0.35, 9 };
		for (int b = 0; b + 1 < bounds.length; b++) {
			final double lo = bounds[b], hi = bounds[b + 1];
			final Predicate<Integer> turned = i -> yaws.get(i) >= lo && yaws.get(
				i) < hi;
			System.out.printf("  turned %.2f to %.2f: mean %.2f (%d)%n", lo, hi, mean(
				errors, 0, turned), java.util.stream.IntStream.range(0, errors.size())
					.filter(turned::test).count());
		}
		System.out.printf("  score below 0.5: %d%n", scores.stream().filter(
			s -> s < 0.5).count());
	}

	/** 0 if the nose's tip is midway between the jaw's ends, 1 if at one end. */
	private static double asymmetry(final float[] s) {
		final double l = Shapes.distance(s, 30, 1), r = Shapes.distance(s, 30, 15);
		return Math.abs(l - r) / (l + r);
	}

	private static double mean(final List<double[]> errors, final int part,
		final Predicate<Integer> which)
	{
		double sum = 0;
		int count = 0;
		for (int i = 0; i < errors.size(); i++)
			if (which.test(i)) {
				sum += errors.get(i)[part];
				count++;
			}
		return sum / Math.max(1, count);
	}

	private static double median(final List<double[]> errors, final int part) {
		final double[] sorted = errors.stream().mapToDouble(e -> e[part]).sorted()
			.toArray();
		return sorted[sorted.length / 2];
	}

	private static double[] shaken(final double[] box, final Random random) {
		final double size = box[2] * Math.exp(0.1 * random.nextGaussian());
		return new double[] { box[0] + (box[2] - size) / 2 + 0.05 * size * random
			.nextGaussian(), box[1] + (box[2] - size) / 2 + 0.05 * size * random
				.nextGaussian(), size };
	}

	private LandmarkCascade.Fit fit(final MarkedFace face, final double[] box) {
		return model.fit(face.argb(), face.image().width(), face.image().height(),
			box[0], box[1], box[2]);
	}

	/** Eyes, nose and mouth corners against manual marks of other people. */
	private void fivePoints() throws IOException {
		final var faces = MarkedFace.read(data.resolve("landmarks/lfw5590_5pt.zip"),
			"points5.csv", 1).stream().collect(Collectors.partitioningBy(
				MarkedFace::heldOut));
		final var pairs = fiveFound(faces.get(true));
		final var learned = new LfwPoints(fiveFound(faces.get(false)));
		for (final var points : List.of(new LfwPoints(List.of()), learned)) {
			final double[] errors = pairs.stream().mapToDouble(points::error).sorted()
				.toArray();
			System.out.printf(
				"LFW, 5 manual points, %s: mean %.2f %%, median %.2f %% of the distance between the eyes' centres, above 15 %%: %d (%d of %d found)%n",
				points == learned ? "meaning learned from other people"
					: "the landmarks as they are", 100 * Arrays.stream(errors).average()
						.orElse(Double.NaN), 100 * errors[errors.length / 2], Arrays.stream(
							errors).filter(e -> e > 0.15).count(), errors.length, faces.get(
								true).size());
		}
	}

	private List<LfwPoints.Pair> fiveFound(final List<MarkedFace> faces) {
		final List<LfwPoints.Pair> pairs = new ArrayList<>();
		for (final MarkedFace face : faces) {
			final float[] m = face.marks();
			final double eyes = Math.hypot(m[0] - m[2], m[1] - m[3]);
			final double cx = (m[0] + m[2] + m[4]) / 3, cy = (m[1] + m[3] + m[5]) / 3;
			BoxFraming.detect(detector, face.image(), 2).stream().filter(box -> Math
				.hypot(box[0] + box[2] / 2 - cx, box[1] + box[2] / 2 - cy) <= eyes)
				.findFirst().ifPresent(box -> pairs.add(new LfwPoints.Pair(fit(face, box)
					.shape(), m)));
		}
		return pairs;
	}

	/** Boxes beside the face should score low. */
	private void boxesWithoutFace(final List<MarkedFace> faces) {
		final Random random = new Random(2);
		int count = 0, high = 0;
		for (final MarkedFace face : faces) {
			final int w = face.image().width(), h = face.image().height();
			for (int k = 0; k < 5; k++) {
				final double size = 24 + random.nextDouble() * 60;
				final double[] box = { random.nextDouble() * (w - size), random
					.nextDouble() * (h - size), size };
				final LandmarkCascade.Fit fit = fit(face, box);
				if (Shapes.error(fit.shape(), face.marks(), 0, 68) < 0.35) continue;
				count++;
				if (fit.score() > 0.5) high++;
			}
		}
		System.out.printf("boxes that end beside the face: %d, score above 0.5: %d%n",
			count, high);
	}

	/** Processor time, since other programs may be running. */
	private void speed(final List<MarkedFace> faces) {
		final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
		final double[] ms = new double[5];
		for (int round = 0; round < ms.length; round++) {
			final long start = clock.getCurrentThreadCpuTime();
			for (final MarkedFace face : faces)
				fit(face, model.box(face.marks()));
			ms[round] = (clock.getCurrentThreadCpuTime() - start) / 1e6 / faces
				.size();
		}
		System.out.printf("processor time per face: %.2f ms%n", Arrays.stream(ms)
			.min().getAsDouble());
	}
}
