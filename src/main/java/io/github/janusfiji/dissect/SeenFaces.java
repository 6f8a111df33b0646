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
package io.github.janusfiji.dissect;

import io.github.janusfiji.face.Gaze;
import io.github.janusfiji.face.GazeFinder;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.model.UnitBatch;
import io.github.janusfiji.model.UnitFaces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the parts of a few faces are, irises as the photographs show them.
 *
 * @param batch the faces
 * @param gazes of each
 */
record SeenFaces(UnitBatch batch, List<Gaze> gazes) {

	/** Width and height of the maps at most, px. */
	private static final int GRID = 64;

	/**
	 * @param size width and height of what is painted, px
	 * @return those of the maps of its parts
	 */
	static int grid(final int size) {
		return Math.min(GRID, size);
	}

	/**
	 * @param batch of faces
	 * @return them, with their irises
	 */
	static SeenFaces of(final UnitBatch batch) {
		final int size = batch.target().width();
		return new SeenFaces(batch, IntStream.range(0, batch.count()).parallel()
			.mapToObj(n -> GazeFinder.find(new Frame(n, 0, size, size, batch.target()
				.argb(n)), batch.landmarks().get(n))).toList());
	}

	/**
	 * @param faces that the batch was read from
	 * @param decoder that paints them
	 * @return maps of their parts in what is painted
	 */
	List<PartMap> maps(final UnitFaces faces, final Side decoder) {
		final int size = batch.target().width();
		return IntStream.range(0, batch.count()).mapToObj(n -> {
			final Landmarks is = batch.landmarks().get(n);
			final Landmarks painted = faces.painted(is, decoder);
			final var irises = new ArrayList<PartMap.Iris>();
			add(gazes.get(n).right(), is.rightEye(), painted.rightEye(), irises);
			add(gazes.get(n).left(), is.leftEye(), painted.leftEye(), irises);
			return PartMap.of(painted, irises, size, grid(size));
		}).toList();
	}

	/** An iris moves with its eye. */
	private static void add(final Gaze.Iris iris, final List<Point> eye,
		final List<Point> painted, final List<PartMap.Iris> to)
	{
		if (!iris.isSure()) return;
		final Point from = Point.mean(eye), at = Point.mean(painted);
		to.add(new PartMap.Iris(new Point(iris.centre().x() + at.x() - from.x(), iris
			.centre().y() + at.y() - from.y()), iris.radius() * painted.get(0)
				.distance(painted.get(3))));
	}
}
