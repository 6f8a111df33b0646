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
package io.github.janusfiji.geometry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The mean face: 68 points whose jaw has a bounding box of width 1 about the
 * origin. Computed by generalised Procrustes analysis from the
 * {@code udacity_ytf68} landmarks and made symmetric; the test class
 * {@code MeanFaceTable} prints the table.
 */
public final class MeanFace {

	/**
	 * OpenCV's frontal cascade box in the units of the mean face: centre below
	 * the origin and side length. Means over 591 photographs, by the test class
	 * {@code CascadeBoxTable}.
	 */
	private static final double BOX_Y = -0.289, BOX_SIDE = 1.122;

	private static final Landmarks UNIT = read();

	private MeanFace() {}

	/**
	 * @param width of the jaw's bounding box, px
	 * @param x middle of the jaw's bounding box, px
	 * @param y middle of the jaw's bounding box, px
	 * @return the mean face there, upright
	 */
	public static Landmarks at(final double width, final double x, final double y) {
		return UNIT.mapped(new Similarity(width, 0, x, y));
	}

	/**
	 * @param box as the frontal cascade frames a face
	 * @return the mean face in it, upright
	 */
	public static Landmarks in(final Box box) {
		final double width = box.width() / BOX_SIDE;
		final Point c = box.centre();
		return at(width, c.x(), c.y() - BOX_Y * width);
	}

	/**
	 * @param landmarks a face
	 * @return the box in which the frontal cascade would frame it, from the
	 *         similarity of landmarks 17–67 to the mean face
	 */
	public static Box box(final Landmarks landmarks) {
		final Similarity map = Similarity.estimate(UNIT.points().subList(17,
			Landmarks.COUNT), landmarks.points().subList(17, Landmarks.COUNT));
		final Point c = map.apply(new Point(0, BOX_Y));
		final double side = map.scale() * BOX_SIDE;
		return new Box(c.x() - side / 2, c.y() - side / 2, side, side);
	}

	private static Landmarks read() {
		try (var in = new BufferedReader(new InputStreamReader(MeanFace.class
			.getResourceAsStream("mean-face.csv"), StandardCharsets.US_ASCII)))
		{
			return new Landmarks(in.lines().map(MeanFace::point).toList());
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private static Point point(final String line) {
		final List<String> xy = List.of(line.split(","));
		return new Point(Double.parseDouble(xy.get(0)), Double.parseDouble(xy.get(
			1)));
	}
}
