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

import java.util.List;

/**
 * The 68 landmarks of a face in iBUG order (Sagonas et al., "300 Faces
 * in-the-Wild Challenge", 2013). "Right" is the person's right, which is left
 * in the image.
 *
 * @param points 68 points, px in the source frame
 */
public record Landmarks(List<Point> points) {

	/** Number of landmarks. */
	public static final int COUNT = 68;

	/** Checks the count and takes a copy. */
	public Landmarks {
		points = List.copyOf(points);
		if (points.size() != COUNT) throw new IllegalArgumentException(
			"A face has " + COUNT + " landmarks, not " + points.size());
	}

	/**
	 * @param index from 0 to 67
	 * @return that landmark
	 */
	public Point get(final int index) {
		return points.get(index);
	}

	/** @return points 0–16, from the person's right ear over the chin */
	public List<Point> jaw() {
		return points.subList(0, 17);
	}

	/** @return points 17–21 */
	public List<Point> rightBrow() {
		return points.subList(17, 22);
	}

	/** @return points 22–26 */
	public List<Point> leftBrow() {
		return points.subList(22, 27);
	}

	/** @return points 27–35 */
	public List<Point> nose() {
		return points.subList(27, 36);
	}

	/** @return points 36–41: outer corner, upper lid, inner corner, lower lid */
	public List<Point> rightEye() {
		return points.subList(36, 42);
	}

	/** @return points 42–47: inner corner, upper lid, outer corner, lower lid */
	public List<Point> leftEye() {
		return points.subList(42, 48);
	}

	/** @return points 48–67: outer lips, then inner lips */
	public List<Point> mouth() {
		return points.subList(48, 68);
	}

	/** @return distance between the outer eye corners 36 and 45, px */
	public double interOcularDistance() {
		return get(36).distance(get(45));
	}

	/**
	 * @param map similarity from the frame to another image
	 * @return the same landmarks there
	 */
	public Landmarks mapped(final Similarity map) {
		return new Landmarks(points.stream().map(map::apply).toList());
	}
}
