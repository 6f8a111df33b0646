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
package io.github.janusfiji.compare;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.List;

/** Where things of two clips appear in the picture that shows both. */
final class Registration {

	/** Crop that faces are tracked for, px. */
	static final int CROP = 256;

	static final Similarity IDENTITY = new Similarity(1, 0, 0, 0);

	/** Landmarks that belong to the firm and expressive parts, not the jaw. */
	private static final int INNER = 17;

	private final int width, height;
	private final List<Face> first, second;
	private final boolean faces, zoom;
	private final double scale;
	private final Similarity fitted;

	private Registration(final FrameSequence a, final FrameSequence b,
		final List<Face> first, final List<Face> second,
		final ComparisonOptions options)
	{
		this.first = first;
		this.second = second;
		faces = options.register().equals("faces");
		zoom = options.zoom() > 0;
		width = zoom ? options.zoom() : a.width();
		height = zoom ? options.zoom() : a.height();
		scale = zoom ? options.zoom() * median(first) / CROP : 1;
		fitted = fitted(a, b);
	}

	/**
	 * @param a a clip
	 * @param b another
	 * @param first faces of the first; unused without zoom and registration
	 * @param second faces of the second; unused without registration
	 * @param options how to register
	 * @return where things are
	 */
	static Registration of(final FrameSequence a, final FrameSequence b,
		final FaceTracks first, final FaceTracks second,
		final ComparisonOptions options)
	{
		return new Registration(a, b, first.of(options.person()), second.of(options
			.person()), options);
	}

	/** @return width of the picture, px */
	int width() {
		return width;
	}

	/** @return height of the picture, px */
	int height() {
		return height;
	}

	/**
	 * @param frame index in the first clip
	 * @return from that frame to the picture
	 */
	Similarity first(final int frame) {
		if (!zoom) return IDENTITY;
		final double middle = (CROP - 1) / 2.0;
		final Point p = nearest(first, frame).transform().inverse().apply(new Point(
			middle, middle));
		final double centre = (width - 1) / 2.0;
		return new Similarity(scale, 0, centre - scale * p.x(), centre - scale * p
			.y());
	}

	/**
	 * @param frame index in the first clip
	 * @param other index in the second clip
	 * @return from the second clip's frame to the picture
	 */
	Similarity second(final int frame, final int other) {
		return (faces ? Similarity.estimate(inner(nearest(second, other)), inner(
			nearest(first, frame))) : fitted).then(first(frame));
	}

	/** The second clip made as large as fits, in the middle. */
	private static Similarity fitted(final FrameSequence a,
		final FrameSequence b)
	{
		if (a.width() == b.width() && a.height() == b.height()) return IDENTITY;
		final double s = Math.min((double) a.width() / b.width(), (double) a
			.height() / b.height());
		return new Similarity(s, 0, (a.width() - 1 - s * (b.width() - 1)) / 2, (a
			.height() - 1 - s * (b.height() - 1)) / 2);
	}

	private static List<Point> inner(final Face face) {
		return face.landmarks().points().subList(INNER, Landmarks.COUNT);
	}

	private static double median(final List<Face> faces) {
		final double[] scales = faces.stream().mapToDouble(f -> f.transform()
			.scale()).sorted().toArray();
		return scales[scales.length / 2];
	}

	/** The face of that frame, or of the nearest one with a face. */
	private static Face nearest(final List<Face> faces, final int frame) {
		int low = 0, high = faces.size() - 1;
		while (low < high) {
			final int middle = low + high >>> 1;
			if (faces.get(middle).frame() < frame) low = middle + 1;
			else high = middle;
		}
		final Face after = faces.get(low), before = faces.get(Math.max(0, low - 1));
		return Math.abs(frame - before.frame()) < Math.abs(after.frame() - frame)
			? before : after;
	}
}
