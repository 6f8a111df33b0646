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

import io.github.janusfiji.task.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers the persons of photographs by their faces' textures alone. What is not
 * surely the same person gets another number: two numbers may be one person,
 * but one number is hardly ever two.
 */
final class PicturePersons {

	/**
	 * Likeness that a face must have with one of a person's faces. Of 9500 pairs of
	 * faces of different persons none reached 0.70; 3 in 10 pairs of one person's
	 * pictures, some years apart, exceed it.
	 */
	static final double ALIKE = 0.74;

	/** Mean likeness with all of the person's faces. */
	private static final double ALL = 0.62;

	/** A person so far: faces as indices, and their total area. */
	private static final class Person {

		private final List<Integer> faces = new ArrayList<>();
		private double area;
	}

	private PicturePersons() {}

	/**
	 * @param faces of photographs, in order of the pictures
	 * @param progress asked whether to stop
	 * @return the person's number of each, from 1, by falling total area
	 */
	static int[] number(final List<PictureFaces.Seen> faces,
		final Progress progress)
	{
		final var persons = new ArrayList<Person>();
		final var largest = IntStream.range(0, faces.size()).boxed().sorted(
			Comparator.comparingDouble((Integer i) -> faces.get(i).area())
				.reversed()).toList();
		for (final int i : largest) {
			progress.check();
			Person person = alike(persons, faces, faces.get(i));
			if (person == null) persons.add(person = new Person());
			person.faces.add(i);
			person.area += faces.get(i).area();
		}
		persons.sort(Comparator.comparingDouble((Person p) -> p.area).reversed());
		final int[] numbers = new int[faces.size()];
		for (int p = 0; p < persons.size(); p++)
			for (final int i : persons.get(p).faces)
				numbers[i] = p + 1;
		return numbers;
	}

	/** The person who is most alike and not in the same picture, or null. */
	private static Person alike(final List<Person> persons,
		final List<PictureFaces.Seen> faces, final PictureFaces.Seen face)
	{
		final double[] likeness = persons.parallelStream().mapToDouble(
			p -> likeness(p, faces, face)).toArray();
		int best = -1;
		for (int i = 0; i < likeness.length; i++)
			if (likeness[i] > (best < 0 ? 0 : likeness[best])) best = i;
		return best < 0 ? null : persons.get(best);
	}

	/** The greatest likeness with a face of that person; 0 if it is not theirs. */
	private static double likeness(final Person person,
		final List<PictureFaces.Seen> faces, final PictureFaces.Seen face)
	{
		double most = 0, sum = 0;
		for (final int i : person.faces) {
			final var other = faces.get(i);
			if (other.sighting().frame() == face.sighting().frame()) return 0;
			final double like = other.texture().likeness(face.texture());
			most = Math.max(most, like);
			sum += like;
		}
		return most >= ALIKE && sum / person.faces.size() >= ALL ? most : 0;
	}
}
