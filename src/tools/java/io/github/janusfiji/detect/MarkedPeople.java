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
package io.github.janusfiji.detect;

import io.github.janusfiji.detect.ClipList.Entry;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.swap.PictureSwapper;
import io.github.janusfiji.swap.SelfBlender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/** Marked pictures of many people, and swaps between them, for detectors. */
final class MarkedPeople {

	static final int FOLDS = 2;

	/** People whose hash is below are kept back, as everywhere in Janus. */
	private static final int KEPT_BACK = 32;

	/** Pictures of others of which the one with the likest shape is put in. */
	private static final int CANDIDATES = 40;

	/** How far to the right the marks lie; see {@code landmark.MarkedFace}. */
	private static final double TOO_FAR_RIGHT = 0.022;

	private static final int CROP = 256;
	private static final long SEED = 1;

	/** A picture of the zip and where the face is in it. */
	private record Marked(String image, Landmarks landmarks, Landmarks aligned) {

		String person() {
			return image.replaceFirst("_[0-9]+\\.jpg$", "");
		}

		int fold() {
			return 1 + hash(person()).mod(BigInteger.valueOf(FOLDS)).intValue();
		}
	}

	private MarkedPeople() {}

	/**
	 * @param file zip of {@code images/*.jpg} and {@code keypoints68.csv}
	 * @param most pictures of each person
	 * @param keptBack whether the people who are never learnt from are asked for,
	 *          or all others
	 * @param folds takes the fold of each person
	 * @return two clips of each person: the pictures, and swaps into them with
	 *         faces of people of the same fold
	 * @throws IOException if the zip cannot be read
	 */
	static List<LoadedClip> clips(final Path file, final int most,
		final boolean keptBack, final Map<String, Integer> folds)
		throws IOException
	{
		try (var zip = new ZipFile(file.toFile())) {
			final Map<String, List<Marked>> persons = marks(zip).stream().filter(
				m -> hash(m.person()).mod(BigInteger.valueOf(100))
					.intValue() < KEPT_BACK == keptBack).collect(Collectors.groupingBy(
						Marked::person, TreeMap::new, Collectors.toList()));
			final Map<Integer, List<Marked>> pools = persons.values().stream().flatMap(
				List::stream).collect(Collectors.groupingBy(Marked::fold));
			persons.forEach((name, own) -> folds.put(name, own.get(0).fold()));
			return new ArrayList<>(persons.values().parallelStream().flatMap(
				own -> person(file, zip, own, pools.get(own.get(0).fold()), most)
					.stream()).toList());
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static List<LoadedClip> person(final Path file, final ZipFile zip,
		final List<Marked> own, final List<Marked> pool, final int most)
	{
		final String name = own.get(0).person();
		final var random = new SplittableRandom(hash(name).longValue() + SEED);
		final var faces = new ArrayList<FacePicture>();
		final var swapped = new ArrayList<FacePicture>();
		final var blended = new ArrayList<FacePicture>();
		final int count = Math.min(most, own.size());
		for (int i = 0; i < count; i++) {
			final Marked marked = own.get(i * own.size() / count);
			final Frame frame = frame(zip, marked.image);
			final Marked donor = donor(marked, pool, random);
			final int index = i;
			faces.add(FacePicture.of(frame, marked.landmarks, i, i));
			PictureSwapper.swap(frame, marked.landmarks, frame(zip, donor.image),
				donor.landmarks, random).ifPresent(s -> swapped.add(FacePicture.of(s,
					marked.landmarks, index, index)));
			SelfBlender.blend(frame, marked.landmarks, random).ifPresent(
				b -> blended.add(FacePicture.of(b, marked.landmarks, index, index)));
		}
		return swapped.isEmpty() ? List.of() : List.of(new LoadedClip(new Entry(file,
			false, name, "", "genuine", "picture"), faces, blended, false, 0),
			new LoadedClip(new Entry(file, true, name, "", "graphics", "picture"), swapped,
				List.of(), false, 0));
	}

	/** Whose face lies most like that one, of a few at random (Li et al. 2020). */
	private static Marked donor(final Marked to, final List<Marked> pool,
		final SplittableRandom random)
	{
		return random.ints(CANDIDATES, 0, pool.size()).mapToObj(pool::get).filter(
			m -> !m.person().equals(to.person())).min(Comparator.comparingDouble(
				m -> unlike(m.aligned, to.aligned))).orElseThrow();
	}

	private static double unlike(final Landmarks a, final Landmarks b) {
		double sum = 0;
		for (int i = 0; i < Landmarks.COUNT; i++)
			sum += Math.pow(a.get(i).distance(b.get(i)), 2);
		return sum;
	}

	private static Frame frame(final ZipFile zip, final String name) {
		try (var in = zip.getInputStream(zip.getEntry("images/" + name))) {
			final var image = ImageIO.read(in);
			final int w = image.getWidth(), h = image.getHeight();
			final int[] argb = image.getRGB(0, 0, w, h, null, 0, w);
			for (int i = 0; i < argb.length; i++)
				argb[i] |= 0xff000000;
			return new Frame(0, 0, w, h, argb);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static List<Marked> marks(final ZipFile zip) throws IOException {
		final var marks = new ArrayList<Marked>();
		final ZipEntry table = zip.getEntry("keypoints68.csv");
		try (var lines = new BufferedReader(new InputStreamReader(zip.getInputStream(
			table), StandardCharsets.UTF_8)))
		{
			lines.readLine();
			for (String line = lines.readLine(); line != null; line = lines
				.readLine())
			{
				final String[] cells = line.split(",");
				final var points = new ArrayList<Point>();
				for (int k = cells.length - 2 * Landmarks.COUNT; k < cells.length; k += 2)
					points.add(new Point(Double.parseDouble(cells[k]), Double.parseDouble(
						cells[k + 1])));
				final double shift = TOO_FAR_RIGHT * new Landmarks(points)
					.interOcularDistance();
				final var face = new Landmarks(points.stream().map(p -> new Point(p
					.x() - shift, p.y())).toList());
				marks.add(new Marked(cells[0], face, face.mapped(FaceAligner.align(face,
					CROP))));
			}
		}
		return marks;
	}

	private static BigInteger hash(final String person) {
		try {
			return new BigInteger(1, MessageDigest.getInstance("MD5").digest(person
				.getBytes(StandardCharsets.UTF_8)));
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
