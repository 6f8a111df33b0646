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
package io.github.janusfiji.model;

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns windows cut out of frames into what a trained network reads, and what it
 * paints into what is shown. A network of pictures alone gets them as they are.
 */
class WindowReader {

	private final Blueprint blueprint;

	private WindowReader(final Blueprint blueprint) {
		this.blueprint = blueprint;
	}

	/**
	 * @param model a trained one
	 * @return its reader
	 */
	static WindowReader of(final ModelDescription model) {
		if (model.blueprint() instanceof FastArchitecture f) return new OfOne(f);
		return model.blueprint() instanceof ExpressionArchitecture e
			? new OfExpressions(e, model.people().stream().map(
				ModelDescription.Person::shape).toList()) : new WindowReader(model
				.blueprint());
	}

	/** @return landmarks of a mean face in the window, px */
	final Landmarks meanFace() {
		final int size = blueprint.size();
		final double crop = size / blueprint.coverage();
		final double border = (crop - size) / 2;
		final int fine = 1 << 10;
		return new Landmarks(FaceAligner.meanFace(fine).points().stream().map(
			p -> new Point((p.x() + 0.5) * crop / fine - border - 0.5, (p.y() + 0.5) *
				crop / fine - border - 0.5)).toList());
	}

	/**
	 * A replacement.
	 *
	 * @param replaced whose face is there
	 * @param as whose face is painted
	 */
	record Swap(Side replaced, Side as) {}

	/**
	 * @param faces aligned landmarks of one person, shares of the crop
	 * @param as whose face will be painted
	 * @return who of the others is most like the person
	 */
	Side nearest(final List<Landmarks> faces, final Side as) {
		return as.other();
	}

	/**
	 * @param window 3×H×W, 0 to 1
	 * @param face landmarks, px in the window
	 * @param swap whose faces they are
	 * @param to overwritten in one place
	 * @param slot which
	 */
	void read(final FloatBuffer window, final Landmarks face, final Swap swap,
		final NetworkInput to, final int slot)
	{
		to.pictures().slot(slot).put(window);
	}

	/**
	 * @param painted 3×H×W, 0 to 1; overwritten with what to show
	 * @param swap whose faces they are
	 */
	void finish(final FloatBuffer painted, final Swap swap) {}

	/** Interleaves the window's planes; values are overwritten, too. */
	private static void toBytes(final FloatBuffer window, final float[] values,
		final byte[] rgb)
	{
		window.get(0, values);
		final int plane = values.length / 3;
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < plane; i++)
				rgb[3 * i + c] = (byte) Math.max(0, Math.min(255, Math.round(255 *
					values[c * plane + i])));
	}

	/**
	 * Of a network for one target, which knows nothing of whose face it sees. Not
	 * thread-safe.
	 */
	private static final class OfOne extends WindowReader {

		private final int size;
		private final double coverage;
		private final FaceInput inputs;
		private final RowTable map = new RowTable((v, x, y) -> {
			for (int i = 0; i < x.length; i++)
				x[i] = (i + 0.5f) / x.length;
			Arrays.fill(y, (float) v);
		});
		private final float[] values;
		private final byte[] rgb;

		OfOne(final FastArchitecture architecture) {
			super(architecture);
			size = architecture.size();
			coverage = architecture.coverage();
			inputs = new FaceInput(size);
			values = new float[3 * size * size];
			rgb = new byte[values.length];
		}

		@Override
		void read(final FloatBuffer window, final Landmarks face, final Swap swap,
			final NetworkInput to, final int slot)
		{
			toBytes(window, values, rgb);
			final var region = FaceInput.region(rgb, size, FaceShape.unit(face, size))
				.scaled(coverage);
			inputs.fill(rgb, size, region, 0, map, null, to.pictures().slot(slot));
		}
	}

	/** Of a network that sees the face alone. Not thread-safe. */
	private static final class OfExpressions extends WindowReader {

		private final ExpressionArchitecture architecture;
		private final FaceInput inputs;
		private final List<KnownPerson> people;
		private final Map<Swap, Proportions> proportions = new HashMap<>();
		private final List<RowTable> maps;
		private final float[] values;
		private final byte[] rgb;

		OfExpressions(final ExpressionArchitecture architecture,
			final List<FaceShape> shapes)
		{
			super(architecture);
			this.architecture = architecture;
			inputs = new FaceInput(architecture.inputSize());
			people = shapes.stream().map(KnownPerson::of).toList();
			final var still = new GridWarp(architecture.coverage(), 0, null);
			maps = people.stream().map(person -> person.moved(still::inputRow)).map(
				map -> new RowTable((v, x, y) -> {
					map.row(v, x, y);
					toWindow(x);
					toWindow(y);
				})).toList();
			values = new float[3 * architecture.size() * architecture.size()];
			rgb = new byte[values.length];
		}

		@Override
		Side nearest(final List<Landmarks> faces, final Side as) {
			final var shape = FaceShape.of(faces);
			return Side.first(people.size()).stream().filter(side -> side != as).min(
				Comparator.comparingDouble(side -> people.get(side.ordinal()).shape()
					.distance(shape))).orElseThrow();
		}

		@Override
		void read(final FloatBuffer window, final Landmarks face, final Swap swap,
			final NetworkInput to, final int slot)
		{
			final int size = architecture.size();
			toBytes(window, values, rgb);
			final Landmarks unit = FaceShape.unit(face, size);
			final var person = people.get(swap.replaced.ordinal());
			final var region = FaceInput.region(rgb, size, unit).scaled(architecture
				.coverage());
			inputs.fill(rgb, size, region, 0, maps.get(swap.replaced.ordinal()), null,
				to.pictures().slot(slot));
			to.cues().slot(slot).put(0, FaceCues.of(unit, person.shape(), false));
		}

		/** From shares of the crop to shares of the window in its middle. */
		private void toWindow(final float[] positions) {
			final float coverage = (float) architecture.coverage();
			for (int i = 0; i < positions.length; i++)
				positions[i] = 0.5f + (positions[i] - 0.5f) / coverage;
		}

		@Override
		void finish(final FloatBuffer painted, final Swap swap) {
			proportions.computeIfAbsent(swap, s -> new Proportions(people.get(s.as
				.ordinal()).shape(), people.get(s.replaced.ordinal()).shape(),
				architecture.size(), architecture.coverage())).move(painted);
		}
	}
}
