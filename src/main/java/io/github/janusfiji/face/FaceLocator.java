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
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Locates a face where it is thought to be and judges whether it is one. All
 * bounds on the landmark model's score are here.
 */
final class FaceLocator {

	/** Mean score below which a whole track shows no face. */
	static final double NEW = 0.5;

	/**
	 * Score that most looks at a new face must reach; 95 % of the pictures of
	 * {@code udacity_ytf68}'s held-out people reach 0.99.
	 */
	private static final double NEW_SURE = 0.9;

	/** The same where the detector doubts; 90 % reach it. */
	private static final double NEW_DOUBTFUL = 0.997;

	/** Score of a detection below which the detector doubts. */
	private static final double DOUBT = 0.5;

	/** How far looks at a new face may differ, in boxes. */
	private static final double NEW_APART = 0.06;

	/**
	 * The same in a photograph of its own, where the detector does not doubt, and
	 * how many looks must agree.
	 */
	private static final double ALONE_SURE = 0.5, ALONE_APART = 0.09;
	private static final int ALONE_AGREED = 2;

	/** Boxes from which a new face is looked at again, as the placements. */
	private static final double[][] LOOKS = { { -0.1, -0.05, 1 }, { 0.1, 0.05,
		1 }, { 0, 0, 0.9 }, { 0, 0, 1.12 } };

	/**
	 * Score below which a followed face was lost. One of five hundred places
	 * beside a face reaches it.
	 */
	static final double KEPT = 0.05;

	/**
	 * Score below which there is no face even between two moments at which the
	 * face was seen at about that place.
	 */
	static final double BETWEEN = 0.02;

	/** Score that leaves no doubt; no other placement of a box is tried. */
	static final double SURE = 0.8;

	/** Largest move of the face between box and landmarks, in boxes. */
	private static final double FAR = 0.4;

	/** Largest growth and its inverse, between box and landmarks. */
	private static final double GROWTH = 1.4;

	/** Other placements of a box: shift right and down in boxes, then scale. */
	private static final double[][] PLACEMENTS = { { 0, 0, 0.85 }, { 0, 0,
		1.15 }, { -0.15, 0, 1 }, { 0.15, 0, 1 }, { 0, -0.12, 1 }, { 0, 0.12, 1 }, {
			-0.15, 0, 0.85 }, { 0.15, 0, 0.85 } };

	/** Steps per pixel to which boxes are rounded. */
	private static final double GRID = 64;

	private final LandmarkModel model;

	/** @param model locates landmarks */
	FaceLocator(final LandmarkModel model) {
		this.model = model;
	}

	/**
	 * A located face.
	 *
	 * @param sighting where it is
	 * @param template its template
	 */
	record Found(Track.Sighting sighting, FaceTemplate template) {}

	/**
	 * @param frame the picture
	 * @param box where a detector framed a face
	 * @param least score that is enough
	 * @return the face there, from the placement of the box that fits best
	 */
	Optional<Found> find(final Frame frame, final Box box, final double least) {
		LandmarkModel.Fit best = plausible(frame, box);
		for (final double[] p : PLACEMENTS) {
			if (best != null && best.score() >= SURE) break;
			final var fit = plausible(frame, moved(box, p));
			if (fit != null && (best == null || fit.score() > best.score()))
				best = fit;
		}
		return best == null || best.score() < least ? Optional.empty() : Optional
			.of(found(frame, best));
	}

	/**
	 * Finds a face where none was known. What looks like a face by chance does so
	 * from one box; a face is located in about the same place from boxes that lie
	 * a little off, too. One look of four may fail. Where a face was lost a moment
	 * ago, the looks need not score, as turned faces score from the best box only.
	 *
	 * @param frame the picture
	 * @param detection where a detector framed a face
	 * @param expected whether a face was lost a moment ago
	 * @return the face there
	 */
	Optional<Found> begin(final Frame frame, final Detection detection,
		final boolean expected)
	{
		final double sure = expected ? 0 : detection.score() < DOUBT ? NEW_DOUBTFUL
			: NEW_SURE;
		return find(frame, detection.box(), expected ? NEW_SURE : NEW).filter(
			found -> agreed(frame, found.sighting().landmarks(),
				sure) >= LOOKS.length - 1);
	}

	/**
	 * Finds a face in a photograph that stands alone. Of looks from boxes a little
	 * off, enough must see it in the same place; its landmarks are their mean,
	 * which is nearer to marks made by hand than any one of them.
	 *
	 * @param frame the picture
	 * @param detection where a detector framed a face
	 * @return the face there
	 */
	Optional<Found> alone(final Frame frame, final Detection detection) {
		final boolean doubt = detection.score() < DOUBT;
		final double sure = doubt ? NEW_DOUBTFUL : ALONE_SURE;
		return find(frame, detection.box(), NEW).flatMap(found -> {
			final Landmarks face = found.sighting().landmarks();
			final Box framed = MeanFace.box(face);
			final var agreeing = new ArrayList<>(List.of(face));
			for (final double[] look : LOOKS) {
				final var fit = model.locate(frame, moved(framed, look));
				if (fit.score() >= sure && apart(fit.landmarks(), face) <= ALONE_APART *
					framed.width()) agreeing.add(fit.landmarks());
			}
			return agreeing.size() <= (doubt ? LOOKS.length - 1 : ALONE_AGREED)
				? Optional.empty() : Optional.of(found(frame, new LandmarkModel.Fit(
					mean(agreeing), found.sighting().score())));
		});
	}

	private static Landmarks mean(final List<Landmarks> faces) {
		final var points = new ArrayList<Point>(Landmarks.COUNT);
		for (int i = 0; i < Landmarks.COUNT; i++) {
			final int p = i;
			points.add(Point.mean(faces.stream().map(f -> f.get(p)).toList()));
		}
		return new Landmarks(points);
	}

	private int agreed(final Frame frame, final Landmarks face,
		final double sure)
	{
		final Box framed = MeanFace.box(face);
		int agreed = 0;
		for (final double[] look : LOOKS) {
			final var fit = model.locate(frame, moved(framed, look));
			if (fit.score() >= sure && apart(fit.landmarks(), face) <= NEW_APART *
				framed.width()) agreed++;
		}
		return agreed;
	}

	/** Mean distance of all landmarks but the jaw's. */
	private static double apart(final Landmarks a, final Landmarks b) {
		double sum = 0;
		for (int i = 17; i < Landmarks.COUNT; i++)
			sum += a.get(i).distance(b.get(i));
		return sum / (Landmarks.COUNT - 17);
	}

	/**
	 * Boxes are rounded, so that a face that is followed from slightly different
	 * places is soon followed to equal ones: two trackers that began at different
	 * frames then agree to the last bit.
	 *
	 * @param frame the picture
	 * @param boxes where the face may be, the likeliest first
	 * @param template its template from before
	 * @param alike least correlation with that template
	 * @return the same face there
	 */
	Optional<Found> again(final Frame frame, final List<Box> boxes,
		final FaceTemplate template, final double alike)
	{
		for (final Box box : boxes) {
			final var fit = plausible(frame, box.onGrid(GRID));
			if (fit == null || fit.score() < KEPT) continue;
			final var found = found(frame, fit);
			if (found.template().correlation(template) >= alike) return Optional.of(found);
		}
		return Optional.empty();
	}

	/**
	 * @param frame the picture
	 * @param box where the face must be, if it can be seen
	 * @param off how far from there it may be, in boxes
	 * @return the face there
	 */
	Optional<Track.Sighting> between(final Frame frame, final Box box,
		final double off)
	{
		LandmarkModel.Fit best = null;
		for (final Box b : around(box)) {
			final var fit = plausible(frame, b);
			if (fit == null || MeanFace.box(fit.landmarks()).centre().distance(box
				.centre()) > off * box.width()) continue;
			if (best == null || fit.score() > best.score()) best = fit;
		}
		return best == null || best.score() < BETWEEN ? Optional.empty() : Optional
			.of(sighting(frame, best));
	}

	/**
	 * @param box a box
	 * @return it in other placements
	 */
	static List<Box> around(final Box box) {
		final var boxes = new ArrayList<Box>();
		for (final double[] p : PLACEMENTS)
			boxes.add(moved(box, p));
		return boxes;
	}

	private LandmarkModel.Fit plausible(final Frame frame, final Box box) {
		final var fit = model.locate(frame, box);
		final Box now = MeanFace.box(fit.landmarks());
		final double growth = now.width() / box.width();
		return growth > GROWTH || growth < 1 / GROWTH || now.centre().distance(box
			.centre()) > FAR * box.width() ? null : fit;
	}

	private static Found found(final Frame frame, final LandmarkModel.Fit fit) {
		return new Found(sighting(frame, fit), FaceTemplate.of(frame, fit.landmarks()));
	}

	private static Track.Sighting sighting(final Frame frame,
		final LandmarkModel.Fit fit)
	{
		return new Track.Sighting(frame.index(), frame.time(), fit.landmarks(), fit
			.score());
	}

	private static Box moved(final Box box, final double[] placement) {
		final double side = placement[2] * box.width();
		final Point c = box.centre();
		return new Box(c.x() + placement[0] * box.width() - side / 2, c.y() +
			placement[1] * box.width() - side / 2, side, side);
	}
}
