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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.model.FaceGallery;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The faces of a person who gives a face without any training: what is usual
 * for the person, and a few sharp pictures that differ as much as possible in
 * pose and expression. Immutable; holds no file open.
 */
public final class DonorFaces {

	/** Most pictures kept. */
	private static final int MOST = 40;

	/** Pictures less sharp than this share of the others' median are left out. */
	private static final double LEAST_SHARPNESS = 0.6;

	/**
	 * One of the pictures.
	 *
	 * @param face index in the habits
	 * @param picture the crop
	 * @param landmarks px in it
	 */
	record Shot(int face, Frame picture, Landmarks landmarks) {}

	private final String sha256;
	private final double jaw;
	private final FaceHabits habits;
	private final Map<FacePart, List<Shot>> shots;

	private DonorFaces(final String sha256, final double jaw,
		final FaceHabits habits, final Map<FacePart, List<Shot>> shots)
	{
		this.sha256 = sha256;
		this.jaw = jaw;
		this.habits = habits;
		this.shots = Map.copyOf(shots);
	}

	/**
	 * @param file a face set's {@code .tif}; of several persons, the one with most
	 *          faces gives the face
	 * @param progress asked whether to stop
	 * @return the person's faces
	 * @throws IOException if the set is missing, damaged or empty; the message is
	 *           one sentence for the user
	 */
	public static DonorFaces open(final Path file, final Progress progress)
		throws IOException
	{
		try (var set = FaceSet.open(file)) {
			final List<Integer> mine = ofOnePerson(set.faces());
			if (mine.isEmpty()) throw new InputException(file.getFileName() +
				" holds no face; extract faces of the person whose face is put in.");
			final FaceHabits habits = FaceHabits.of(mine.stream().map(set.faces()::get)
				.toList());
			final var shots = new EnumMap<FacePart, List<Shot>>(FacePart.class);
			for (final FacePart part : FacePart.values())
				shots.put(part, shots(set, mine, habits, part, progress));
			return new DonorFaces(Sha256.of(file, progress), set.framing()
				.faceShare() * set.size(), ShownLids.seen(habits, all(shots)), shots);
		}
	}

	/**
	 * @param gallery of a trained model
	 * @param sha256 of the model's file, lower-case hexadecimal
	 * @return the person's faces
	 */
	static DonorFaces of(final FaceGallery gallery, final String sha256) {
		final var faces = new ArrayList<Face>();
		for (final FaceGallery.Item item : gallery.faces())
			faces.add(new Face(faces.size(), 0, 1, 1, item.sharpness(), new Box(0, 0,
				gallery.size(), gallery.size()), item.landmarks(), new Similarity(
				1, 0, 0, 0),
				item.pose(), Optional.empty()));
		final FaceHabits habits = FaceHabits.of(faces);
		final int[] shown = IntStream.range(0, faces.size()).filter(i -> gallery
			.faces().get(i).picture().isPresent()).toArray();
		final var shots = new EnumMap<FacePart, List<Shot>>(FacePart.class);
		for (final FacePart part : FacePart.values())
			shots.put(part, different(habits, part, shown).stream().map(
				i -> new Shot(i, new Frame(i, 0, gallery.size(), gallery.size(), gallery
					.faces().get(i).picture().orElseThrow()), faces.get(i).landmarks()))
				.toList());
		return new DonorFaces(sha256, gallery.jaw(), ShownLids.seen(habits, all(
			shots)), shots);
	}

	/** Each face once, though it may show both halves. */
	private static Collection<Shot> all(final Map<FacePart, List<Shot>> shots) {
		return shots.values().stream().flatMap(List::stream).collect(Collectors
			.toMap(Shot::face, s -> s, (a, b) -> a, TreeMap::new)).values();
	}

	private static List<Shot> shots(final FaceSet set, final List<Integer> mine,
		final FaceHabits habits, final FacePart part, final Progress progress)
		throws IOException
	{
		final var shots = new ArrayList<Shot>();
		for (final int i : different(habits, part, IntStream.range(0, mine.size())
			.toArray())) {
			progress.check();
			final Face face = habits.faces().get(i);
			shots.add(new Shot(i, new Frame(face.frame(), face.time(), set.size(), set
				.size(), set.crop(mine.get(i))), face.landmarks().mapped(face
					.transform())));
		}
		return List.copyOf(shots);
	}

	private static List<Integer> ofOnePerson(final List<Face> faces) {
		final Map<Integer, List<Integer>> persons = IntStream.range(0, faces.size())
			.boxed().collect(Collectors.groupingBy(i -> faces.get(i).person()));
		return persons.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(
			Map.Entry::getValue).max((a, b) -> Integer.compare(a.size(), b.size()))
			.orElse(List.of());
	}

	/** Farthest-point sampling (Gonzalez 1985), from the most usual face on. */
	private static List<Integer> different(final FaceHabits habits,
		final FacePart part, final int[] shown)
	{
		final double[] sharpness = habits.faces().stream().mapToDouble(
			Face::sharpness).sorted().toArray();
		final double least = LEAST_SHARPNESS * sharpness[sharpness.length / 2];
		final int[] enough = IntStream.of(shown).filter(i -> habits.faces().get(i)
			.sharpness() >= least).toArray();
		final int[] sharp = enough.length == 0 ? shown : enough;
		final var look = new double[sharp.length][];
		for (int i = 0; i < sharp.length; i++)
			look[i] = part.look(habits, sharp[i]);
		final var far = new double[sharp.length];
		for (int i = 0; i < far.length; i++)
			far[i] = 1e9 - Arrays.stream(look[i]).map(v -> v * v).sum();
		final var kept = new ArrayList<Integer>();
		while (kept.size() < Math.min(MOST, sharp.length)) {
			int best = 0;
			for (int i = 1; i < far.length; i++)
				if (far[i] > far[best]) best = i;
			kept.add(sharp[best]);
			for (int i = 0; i < far.length; i++)
				far[i] = Math.min(far[i], part.misfit(look[i], look[best]));
			far[best] = -1;
		}
		return kept;
	}

	/** @return SHA-256 of the face set's file, lower-case hexadecimal */
	public String sha256() {
		return sha256;
	}

	/** @return width of the mean jaw in the pictures, px */
	double jaw() {
		return jaw;
	}

	/** @return what is usual for the person */
	FaceHabits habits() {
		return habits;
	}

	/**
	 * @param part of a face
	 * @return the pictures that may show it, at least one
	 */
	List<Shot> shots(final FacePart part) {
		return shots.get(part);
	}
}
