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
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/**
 * Marked face pictures of many people, as training material of one: a zip of
 * {@code images/*.jpg} and {@code keypoints68.csv} (image, a text, 68 points in
 * iBUG order). People whose name's MD5 falls below 32 of 100 are left out: the
 * same that the landmark model was never trained on.
 */
final class MarkedFaces implements FaceSource, AutoCloseable {

	private static final String TABLE = "keypoints68.csv";
	private static final int SIZE = 192;
	private static final int FIRST_MARK = 2;
	private static final int KEPT_BACK = 32;

	/** A picture of the zip. */
	private record Marked(String image, Landmarks landmarks) {}

	private final Path file;
	private final ZipFile zip;
	private final List<Marked> faces;
	private final int[] persons;
	private final int part;
	private final int parts;

	private MarkedFaces(final Path file, final ZipFile zip,
		final List<Marked> faces, final int part, final int parts)
	{
		this.file = file;
		this.zip = zip;
		this.faces = faces;
		this.part = part;
		persons = new int[faces.size()];
		for (int i = 1; i < persons.length; i++)
			persons[i] = persons[i - 1] + (person(faces.get(i)).equals(person(faces.get(
				i - 1))) ? 0 : 1);
		this.parts = parts;
	}

	/**
	 * @param file the zip
	 * @param part which part of the people, from 0
	 * @param parts number of parts
	 * @return their faces, in an order that mixes people but keeps each person's
	 *         faces together
	 * @throws IOException if the zip is missing or of another kind
	 */
	static MarkedFaces open(final Path file, final int part, final int parts)
		throws IOException
	{
		final ZipFile zip = new ZipFile(file.toFile());
		final var entry = zip.getEntry(TABLE);
		if (entry == null) {
			zip.close();
			throw new InputException(file + " holds no " + TABLE +
				": give a zip of marked faces.");
		}
		final List<Marked> all = new ArrayList<>();
		try (var in = new BufferedReader(new InputStreamReader(zip.getInputStream(
			entry), StandardCharsets.UTF_8)))
		{
			for (String line = in.readLine(); line != null; line = in.readLine())
				if (line.contains(".jpg")) all.add(marked(line.split(",")));
		}
		final List<String> people = new ArrayList<>(all.stream().map(
			MarkedFaces::person).distinct().sorted().toList());
		people.removeIf(MarkedFaces::isKeptBack);
		Collections.shuffle(people, new Random(1));
		final List<Marked> faces = new ArrayList<>();
		for (int i = part; i < people.size(); i += parts) {
			final String name = people.get(i);
			all.stream().filter(face -> person(face).equals(name)).forEach(
				faces::add);
		}
		return new MarkedFaces(file, zip, faces, part, parts);
	}

	private static Marked marked(final String[] cells) {
		final List<Point> points = new ArrayList<>();
		for (int i = 0; i < Landmarks.COUNT; i++)
			points.add(new Point(Double.parseDouble(cells[FIRST_MARK + 2 * i]), Double
				.parseDouble(cells[FIRST_MARK + 2 * i + 1])));
		return new Marked(cells[0], new Landmarks(points));
	}

	private static String person(final Marked face) {
		return face.image.replaceFirst("_\\d+\\.jpg$", "");
	}

	private static boolean isKeptBack(final String person) {
		try {
			final byte[] md5 = MessageDigest.getInstance("MD5").digest(person.getBytes(
				StandardCharsets.UTF_8));
			return new BigInteger(1, md5).mod(BigInteger.valueOf(
				100)).intValue() < KEPT_BACK;
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Java lacks MD5", e);
		}
	}

	@Override
	public String name() {
		return file.getFileName() + ", part " + (part + 1) + " of " + parts;
	}

	@Override
	public int count() {
		return faces.size();
	}

	@Override
	public int size() {
		return SIZE;
	}

	@Override
	public int[] crop(final int index) throws IOException {
		final Marked face = faces.get(index);
		final BufferedImage picture;
		try (var in = zip.getInputStream(zip.getEntry("images/" + face.image))) {
			picture = ImageIO.read(in);
		}
		final int width = picture.getWidth(), height = picture.getHeight();
		return FaceAligner.crop(new Frame(0, 0, width, height, picture.getRGB(0, 0,
			width, height, null, 0, width)), transform(face), SIZE);
	}

	private static Similarity transform(final Marked face) {
		return FaceAligner.align(face.landmarks, SIZE);
	}

	@Override
	public Optional<Landmarks> landmarks(final int index) {
		final Marked face = faces.get(index);
		return Optional.of(face.landmarks.mapped(transform(face)));
	}

	@Override
	public int person(final int index) {
		return persons[index];
	}

	@Override
	public String fingerprint() throws IOException {
		return Sha256.of(file, Progress.NONE) + "-" + part + "/" + parts;
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}
}
