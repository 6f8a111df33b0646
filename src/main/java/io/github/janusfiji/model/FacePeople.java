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

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Whose faces a source holds: one person's, or many people's, of whom each has
 * proportions of his or her own.
 */
final class FacePeople {

	private final int count;
	private final int[] person;
	private final List<KnownPerson> people;

	private FacePeople(final int count, final int[] person,
		final List<KnownPerson> people)
	{
		this.count = count;
		this.person = person;
		this.people = people;
	}

	/**
	 * @param source of faces
	 * @param taken how many of them are taken, evenly
	 * @return the people in it
	 * @throws IOException if a face has no landmarks or they cannot be read
	 */
	static FacePeople of(final FaceSource source, final int taken)
		throws IOException
	{
		final int count = source.count();
		final int[] person = new int[taken];
		final List<List<Landmarks>> faces = new ArrayList<>();
		for (int i = 0; i < taken; i++) {
			final int index = (int) ((long) i * count / taken);
			person[i] = source.person(index);
			while (faces.size() <= person[i])
				faces.add(new ArrayList<>());
			faces.get(person[i]).add(unit(source, index));
		}
		return new FacePeople(count, person, faces.stream().map(
			own -> KnownPerson.of(own.isEmpty() ? FaceShape.mean()
				: FaceShape.of(own))).toList());
	}

	/**
	 * @param source of faces
	 * @param index of a face in it
	 * @return its landmarks, shares of the crop
	 * @throws InputException if they are not known
	 */
	static Landmarks unit(final FaceSource source, final int index)
		throws InputException
	{
		return FaceShape.unit(source.landmarks(index).orElseThrow(
			() -> new InputException("The face set of " + source.name() +
				" holds no landmarks, which this preset needs: extract the faces " +
				"again, or choose the preset original.")), source.size());
	}

	/** @return proportions of the first person */
	FaceShape shape() {
		return people.get(0).shape();
	}

	/**
	 * @param source of faces
	 * @param index of a face in it
	 * @param rgb its crop
	 * @param size width and height of the crop, px
	 * @param focus whether errors in eyes and mouth count more
	 * @return the crop with what is known of it
	 * @throws IOException if the face has no landmarks
	 */
	TrainingCrop crop(final FaceSource source, final int index,
		final byte[] rgb, final int size, final boolean focus) throws IOException
	{
		final Landmarks face = unit(source, index);
		final var region = FaceInput.region(rgb, size, face);
		return new TrainingCrop(rgb, size, FaceWeights.inside(source.landmarks(
			index).orElseThrow(), source.size(), size, region, focus),
			new KnownFace(face, region, people.get(source.person(
				index))));
	}

	/**
	 * @param index of a face taken
	 * @param below faces from here on are not to be drawn
	 * @param random decides
	 * @return another face of the same person, if there is one
	 */
	int alike(final int index, final int below, final RandomGenerator random) {
		if (people.size() == 1 && count > 0) return random.nextInt(below);
		int from = index, to = index + 1;
		while (from > 0 && person[from - 1] == person[index])
			from--;
		while (to < below && person[to] == person[index])
			to++;
		if (to - from < 2) return index;
		final int other = from + random.nextInt(to - from - 1);
		return other < index ? other : other + 1;
	}
}
