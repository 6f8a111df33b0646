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

import io.github.janusfiji.geometry.Affinity;
import io.github.janusfiji.geometry.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where the stages of the cascade look. */
final class Layouts {

	private static final int[] GLOBAL_ANCHORS = { 0, 2, 4, 6, 8, 10, 12, 14, 16,
		17, 19, 21, 22, 24, 26, 27, 29, 30, 31, 33, 35, 36, 37, 38, 39, 40, 41, 42,
		43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 62, 66 };

	private Layouts() {}

	/**
	 * @param mean the mean face in the unit box
	 * @return the whole box and its surroundings on a grid
	 */
	static Stage.Layout grid(final float[] mean) {
		final int patch = 64;
		final Places places = new Places();
		places.grid(-1, 3, 3, patch - 3, patch - 3, 15, 15);
		return places.layout(patch, reference(mean, Shapes.ALL, patch, 40, 0.53),
			Shapes.ALL, Shapes.ALL, false);
	}

	/**
	 * @param mean the mean face in the unit box
	 * @param radius how far around each landmark is looked, px
	 * @return the whole face, around its landmarks
	 */
	static Stage.Layout face(final float[] mean, final float radius) {
		final int patch = 112;
		final Places places = new Places();
		for (final int a : GLOBAL_ANCHORS)
			places.ring(a, radius);
		return places.layout(patch, reference(mean, Shapes.ALL, patch, 72, 0.5),
			Shapes.ALL, Shapes.ALL, false);
	}

	/**
	 * @param mean the mean face in the unit box
	 * @return the line of the jaw
	 */
	static Stage.Layout jaw(final float[] mean) {
		final int patch = 112;
		final int[] moved = IntStream.range(0, 17).toArray();
		final Places places = new Places();
		for (final int a : moved) {
			places.ring(a, 4);
			places.ring(a, 9);
		}
		return places.layout(patch, reference(mean, Shapes.ALL, patch, 72, 0.5),
			Shapes.ALL, moved, false);
	}

	/**
	 * @param mean the mean face in the unit box
	 * @return one eye and its brow
	 */
	static Stage.Layout eye(final float[] mean) {
		final int patch = 64;
		final int[] moved = { 17, 18, 19, 20, 21, 36, 37, 38, 39, 40, 41 };
		final int[] frame = { 17, 18, 19, 20, 21, 27, 28, 36, 37, 38, 39, 40, 41 };
		final Places places = new Places();
		for (final int a : moved)
			places.ring(a, a < 36 ? 4 : 3.5f);
		places.grid(-1, 14, 24, 50, 52, 10, 8);
		final double scale = 26 / Shapes.distance(mean, 36, 39);
		return places.layout(patch, reference(mean, new int[] { 36, 37, 38, 39, 40,
			41 }, patch, scale, 0.58), frame, moved, true);
	}

	/**
	 * @param mean the mean face in the unit box
	 * @return the mouth
	 */
	static Stage.Layout mouth(final float[] mean) {
		final int patch = 64;
		final int[] moved = IntStream.range(48, 68).toArray();
		final int[] frame = IntStream.concat(IntStream.of(31, 33, 35), IntStream
			.range(48, 60)).toArray();
		final Places places = new Places();
		for (final int a : moved)
			places.ring(a, 4.5f);
		final double scale = 38 / Shapes.distance(mean, 48, 54);
		return places.layout(patch, reference(mean, moved, patch, scale, 0.5),
			frame, moved, false);
	}

	/** The mean face with the middle of some of its landmarks in the middle. */
	private static float[] reference(final float[] mean, final int[] middle,
		final int patch, final double scale, final double height)
	{
		double minX = 9, maxX = -9, minY = 9, maxY = -9;
		for (final int i : middle) {
			minX = Math.min(minX, mean[2 * i]);
			maxX = Math.max(maxX, mean[2 * i]);
			minY = Math.min(minY, mean[2 * i + 1]);
			maxY = Math.max(maxY, mean[2 * i + 1]);
		}
		return new Affinity(scale, 0, 0.5 * patch - scale * (minX + maxX) / 2, 0,
			scale, height * patch - scale * (minY + maxY) / 2).apply(mean);
	}

	/** Collects places. */
	private static final class Places {

		private final List<Integer> anchors = new ArrayList<>();
		private final List<Float> offsets = new ArrayList<>();

		void add(final int anchor, final float dx, final float dy) {
			anchors.add(anchor);
			offsets.add(dx);
			offsets.add(dy);
		}

		void ring(final int anchor, final float radius) {
			add(anchor, 0, 0);
			for (int k = 0; k < 8; k++)
				add(anchor, (float) (radius * Math.cos(k * Math.PI / 4)),
					(float) (radius * Math.sin(k * Math.PI / 4)));
		}

		void grid(final int anchor, final float x0, final float y0, final float x1,
			final float y1, final int columns, final int rows)
		{
			for (int y = 0; y < rows; y++)
				for (int x = 0; x < columns; x++)
					add(anchor, x0 + (x1 - x0) * x / (columns - 1), y0 + (y1 - y0) * y /
						(rows - 1));
		}

		Stage.Layout layout(final int patch, final float[] reference,
			final int[] frame, final int[] targets, final boolean paired)
		{
			final float[] o = new float[offsets.size()];
			for (int i = 0; i < o.length; i++)
				o[i] = offsets.get(i);
			return new Stage.Layout(patch, reference, frame, anchors.stream()
				.mapToInt(Integer::intValue).toArray(), o, targets, paired);
		}
	}
}
