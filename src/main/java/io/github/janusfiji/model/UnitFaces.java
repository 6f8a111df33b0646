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

import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.stream.IntStream;

/**
 * Faces of a set for a {@link ModelUnits} to paint, read a few at a time. Of more
 * than are wanted, as many are taken evenly. Not thread-safe.
 */
public final class UnitFaces {

	private final FaceSource source;
	private final ModelUnits model;
	private final FacePeople people;
	private final int count;

	private UnitFaces(final FaceSource source, final ModelUnits model,
		final int count) throws IOException
	{
		this.source = source;
		this.model = model;
		this.count = count;
		people = model.blueprint().cues() == 0 ? null : FacePeople.of(source, count);
	}

	/**
	 * @param faces of one person, who need not be in the model
	 * @param model to paint them
	 * @param most number of faces taken at most
	 * @return the faces
	 * @throws IOException if they cannot be read; the message is one sentence for
	 *           the user
	 */
	public static UnitFaces of(final FaceSet faces, final ModelUnits model,
		final int most) throws IOException
	{
		return of(new FaceSetSource(faces), model, most);
	}

	/**
	 * @param source of faces
	 * @param model to paint them
	 * @param most number of faces taken at most
	 * @return the faces
	 * @throws IOException if they cannot be read
	 */
	static UnitFaces of(final FaceSource source, final ModelUnits model,
		final int most) throws IOException
	{
		return new UnitFaces(source, model, Math.min(source.count(), most));
	}

	/** @return number of faces taken */
	public int count() {
		return count;
	}

	/**
	 * @param from index of the first face, from 0
	 * @param n how many
	 * @return the faces
	 * @throws IOException if they cannot be read
	 */
	public UnitBatch read(final int from, final int n) throws IOException {
		return read(IntStream.range(from, from + n).toArray());
	}

	/**
	 * @param indices of faces, from 0
	 * @return the faces
	 * @throws IOException if they cannot be read
	 */
	public UnitBatch read(final int... indices) throws IOException {
		final var blueprint = model.blueprint();
		final int n = indices.length, size = blueprint.size();
		final var input = NetworkInput.allocate(blueprint, n);
		final var target = ImageBatch.allocate(n, 3, size, size);
		final var pair = new BatchFeeder.Pair(input, target, null);
		final var landmarks = new ArrayList<Landmarks>(n);
		final var sampler = FaceSamplers.of(blueprint);
		final int crop = Math.min(source.size(), (int) Math.round(size * blueprint
			.cropPixels() / blueprint.coverage()));
		for (int i = 0; i < n; i++) {
			final int index = (int) ((long) indices[i] * source.count() / count);
			final byte[] rgb = TrainingFaces.shrink(source.crop(index), source.size(),
				crop);
			sampler.plain(people == null ? new TrainingCrop(rgb, crop, null)
				: people.crop(source, index, rgb, crop, false), pair.places(i));
			landmarks.add(inWindow(FacePeople.unit(source, index)));
		}
		return new UnitBatch(input, target, landmarks);
	}

	/**
	 * @param landmarks of a face, px in the target
	 * @param as whose decoder paints it
	 * @return where they are in what is painted: an expression network paints a
	 *         person's own proportions
	 */
	public Landmarks painted(final Landmarks landmarks, final Side as) {
		final FaceShape own = model.shape(as);
		if (own == null) return landmarks;
		final double scale = model.size() / model.blueprint().coverage();
		final Landmarks to = own.landmarks(), from = people.shape().landmarks();
		return new Landmarks(IntStream.range(0, Landmarks.COUNT).mapToObj(i -> {
			final Point p = landmarks.get(i);
			return new Point(p.x() + scale * (to.get(i).x() - from.get(i).x()), p.y() +
				scale * (to.get(i).y() - from.get(i).y()));
		}).toList());
	}

	/** From shares of the crop to px of the window in its middle. */
	private Landmarks inWindow(final Landmarks unit) {
		final int size = model.size();
		final double coverage = model.blueprint().coverage();
		return new Landmarks(unit.points().stream().map(p -> new Point(pixel(p.x(),
			coverage, size), pixel(p.y(), coverage, size))).toList());
	}

	private static double pixel(final double share, final double coverage,
		final int size)
	{
		return ((share - 0.5) / coverage + 0.5) * size - 0.5;
	}
}
