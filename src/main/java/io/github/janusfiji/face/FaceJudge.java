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
package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judge of painted faces: whether Janus's own detector finds one in that picture
 * alone, without knowing of the frames before, how face-like it is, and how far
 * its features lie from where they should. Used by one thread.
 */
public final class FaceJudge implements AutoCloseable {

	/** Farthest that the face lies from where it should, in box widths. */
	private static final double SAME_PLACE = 0.5;

	/** Width of the soft edge of a pasted face, as a share of its eyes' distance. */
	private static final double SOFT = 0.15;

	/**
	 * What is said of one face.
	 *
	 * @param detection score of the detector, 0 if it found nothing there
	 * @param score how face-like the picture is at the landmarks, 0 to 1, after
	 *          {@link LandmarkModel.Fit#score()}; 0 if nothing was found
	 * @param landmarks mean distance of landmarks 17–67 (without the jaw) from
	 *          where they should be, in percent of the distance between the
	 *          expected outer eye corners; NaN if nothing was found
	 * @param expression of the face; {@link Expression#NONE} if none was found
	 * @param face landmarks, px in the picture; empty if the detector found nothing
	 *          there or the score is below 0.5
	 * @param gaze where its irises stand; empty as the face
	 */
	public record Verdict(double detection, double score, double landmarks,
		Expression expression, Optional<Landmarks> face, Optional<Gaze> gaze)
	{

		/** Largest log-odds told either way, nats: about all that a double can. */
		private static final double MOST = 36;

		private static final Verdict NOTHING = none(0, 0);

		private static Verdict none(final double detection, final double score) {
			return new Verdict(detection, score, Double.NaN, Expression.NONE, Optional
				.empty(), Optional.empty());
		}

		/**
		 * The score on a scale that does not end at 1, where that of every clear face
		 * lies: source and swap can be told apart by it.
		 *
		 * @return ln(score / (1 − score)), nats, −36 to 36: above 10 for a clear face;
		 *         0 if the detector found nothing
		 */
		public double odds() {
			return detection == 0 ? 0 : Math.max(-MOST, Math.min(MOST, Math.log(
				score / (1 - score))));
		}

		/**
		 * @return whether irises are seen: dark discs on what is brighter between the
		 *         lids
		 */
		public boolean hasIrises() {
			return gaze.isPresent() && gaze.get().confidence() >= Gaze.SURE;
		}

		/** @return whether a face was found where it should be */
		public boolean isFound() {
			return face.isPresent();
		}
	}

	private final FaceDetector detector;
	private final FaceLocator locator;

	private FaceJudge(final FaceDetector detector, final LandmarkModel model) {
		this.detector = detector;
		locator = new FaceLocator(model);
	}

	/** @return a judge with the default detector and the embedded model */
	public static FaceJudge create() {
		return create(FaceDetectors.preferred(), LandmarkModels.embedded());
	}

	/**
	 * @param detector finds faces; closed with the judge
	 * @param model finds the landmarks
	 * @return a judge with these
	 */
	public static FaceJudge create(final FaceDetector detector,
		final LandmarkModel model)
	{
		return new FaceJudge(detector, model);
	}

	/**
	 * @param picture in which the face should be
	 * @param expected where its landmarks should be, px in the picture
	 * @return what is there
	 */
	public Verdict judge(final Frame picture, final Landmarks expected) {
		final Box box = MeanFace.box(expected);
		final Optional<Detection> found = detector.detect(picture, box).stream()
			.filter(d -> away(d, box) <= SAME_PLACE * box.width()).min(Comparator
				.comparingDouble(d -> away(d, box)));
		if (found.isEmpty()) return Verdict.NOTHING;
		return locator.find(picture, found.get().box(), 0).map(f -> verdict(found
			.get().score(), f.sighting(), picture, expected)).orElse(
				Verdict.NOTHING);
	}

	private static Verdict verdict(final double detection,
		final Track.Sighting seen, final Frame picture, final Landmarks expected)
	{
		if (seen.score() < FaceLocator.NEW) return Verdict.none(detection, Math.max(
			0, seen.score()));
		final Landmarks face = seen.landmarks();
		return new Verdict(detection, Math.min(1, seen.score()), 100 * apart(face,
			expected), Expression.of(face), Optional.of(face), Optional.of(GazeFinder
				.find(picture, face)));
	}

	/**
	 * @param picture to be searched as a whole
	 * @return landmarks of the largest face, px; empty if there is none
	 */
	public Optional<Landmarks> largest(final Frame picture) {
		return detector.detect(picture).stream().sorted(Comparator.comparingDouble(
			d -> -d.box().width())).flatMap(d -> locator.begin(picture, d, false)
				.stream()).map(f -> f.sighting().landmarks()).findFirst();
	}

	/**
	 * Judges what a network painted, after pasting it into the picture that it is
	 * meant for: inside the outline of the expected face, with a soft edge, without
	 * any change of its colours.
	 *
	 * @param painted {@code size × size} pixels, {@code 0xFFRRGGBB}; kept as they
	 *          are
	 * @param size width and height of the painted picture, px
	 * @param toCanvas similarity from the painted picture to the canvas
	 * @param canvas the picture to paste it into, such as the aligned crop of the
	 *          source, with some room around the face; kept as it is
	 * @param expected landmarks of the source's face, px in the canvas
	 * @return what is there
	 */
	public Verdict judge(final int[] painted, final int size,
		final Similarity toCanvas, final Frame canvas, final Landmarks expected)
	{
		return judge(pasted(new Frame(0, 0, size, size, painted), toCanvas, canvas,
			expected), expected);
	}

	private static double away(final Detection found, final Box box) {
		return found.box().centre().distance(box.centre());
	}

	private static double apart(final Landmarks face, final Landmarks expected) {
		final int first = expected.jaw().size();
		double sum = 0;
		for (int i = first; i < Landmarks.COUNT; i++)
			sum += face.get(i).distance(expected.get(i));
		return sum / (Landmarks.COUNT - first) / expected.interOcularDistance();
	}

	/** @return the canvas with the painted face in it */
	static Frame pasted(final Frame painted, final Similarity toCanvas,
		final Frame canvas, final Landmarks expected)
	{
		final int width = canvas.width(), height = canvas.height();
		final int[] there = FaceAligner.crop(painted, toCanvas, width, height);
		final int[] argb = canvas.argb().clone();
		final var sides = List.of(edges(FaceOutline.of(expected).corners()), edges(
			ConvexPolygon.rectangle(-0.5, -0.5, painted.width() - 0.5, painted
				.height() - 0.5).mapped(toCanvas).corners()));
		final double soft = SOFT * expected.interOcularDistance();
		for (int i = 0; i < argb.length; i++) {
			double inside = soft;
			for (final double[][] edges : sides)
				for (final double[] e : edges)
					inside = Math.min(inside, e[0] * (i % width) + e[1] * (i / width) +
						e[2]);
			if (inside > 0) argb[i] = mixed(argb[i], there[i], inside / soft);
		}
		return new Frame(canvas.index(), canvas.time(), width, height, argb);
	}

	private static double[][] edges(final List<Point> corners) {
		return new ConvexPolygon(corners).edges();
	}

	private static int mixed(final int under, final int over,
		final double share)
	{
		int mix = 0xff000000;
		for (int shift = 0; shift < 24; shift += 8) {
			final int a = under >> shift & 255, b = over >> shift & 255;
			mix |= (int) Math.round(a + share * (b - a)) << shift;
		}
		return mix;
	}

	@Override
	public void close() {
		detector.close();
	}
}
