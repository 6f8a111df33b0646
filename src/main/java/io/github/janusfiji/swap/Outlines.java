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
package io.github.janusfiji.swap;

import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Point;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Outlines by frame index, kept as bare numbers: some 200 bytes each, so that a
 * clip of 100,000 frames fits in 20 MB. Unmodifiable from outside.
 */
final class Outlines extends AbstractMap<Integer, List<Point>> {

	private int[] frames = new int[64];
	private final List<float[]> outlines = new ArrayList<>();

	/**
	 * @param frame index, higher than all before
	 * @param outline px in the frame
	 */
	void add(final int frame, final ConvexPolygon outline) {
		final int n = outlines.size();
		if (n == frames.length) frames = Arrays.copyOf(frames, 2 * n);
		frames[n] = frame;
		final var xy = new float[2 * outline.corners().size()];
		for (int i = 0; i < xy.length; i += 2) {
			xy[i] = (float) outline.corners().get(i / 2).x();
			xy[i + 1] = (float) outline.corners().get(i / 2).y();
		}
		outlines.add(xy);
	}

	@Override
	public int size() {
		return outlines.size();
	}

	@Override
	public boolean containsKey(final Object key) {
		return get(key) != null;
	}

	@Override
	public List<Point> get(final Object key) {
		if (!(key instanceof Integer frame)) return null;
		final int i = Arrays.binarySearch(frames, 0, size(), frame);
		return i < 0 ? null : points(outlines.get(i));
	}

	@Override
	public Set<Map.Entry<Integer, List<Point>>> entrySet() {
		return new AbstractSet<>() {

			@Override
			public int size() {
				return outlines.size();
			}

			@Override
			public Iterator<Map.Entry<Integer, List<Point>>> iterator() {
				final Iterator<float[]> each = outlines.iterator();
				return new Iterator<>() {

					private int i;

					@Override
					public boolean hasNext() {
						return each.hasNext();
					}

					@Override
					public Map.Entry<Integer, List<Point>> next() {
						return Map.entry(frames[i++], points(each.next()));
					}
				};
			}
		};
	}

	private static List<Point> points(final float[] xy) {
		return new AbstractList<>() {

			@Override
			public Point get(final int i) {
				return new Point(xy[2 * i], xy[2 * i + 1]);
			}

			@Override
			public int size() {
				return xy.length / 2;
			}
		};
	}
}
