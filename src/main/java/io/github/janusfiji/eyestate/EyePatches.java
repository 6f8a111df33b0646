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
package io.github.janusfiji.eyestate;

import io.github.janusfiji.pixels.Luma;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/**
 * Pictures of single eyes of which it is known whether they are open, split by
 * person: a name's MD5 modulo 100 decides on which side everything of that
 * person is.
 *
 * @param train to learn from: below 72
 * @param tune to choose by: from 72 to 79
 * @param measure to measure with: 80 and more, a fifth
 */
public record EyePatches(List<Patch> train, List<Patch> tune,
	List<Patch> measure)
{

	private static final int TUNE_FROM = 72, MEASURE_FROM = 80;

	/**
	 * @param name where it is from
	 * @param grey {@link EyePicture#SIZE}² grey values with margin, row by row;
	 *          the outer corner of the eye on the left
	 * @param open the state
	 */
	public record Patch(String name, float[] grey, boolean open) {

		/** @return the name of the person, as far as the file's name tells it */
		public String person() {
			return subject(name.substring(name.indexOf('/') + 1));
		}

		/** @return what both eyes of a photograph share: its name without the side */
		public String photograph() {
			return name.replaceFirst("(Left|Right)Eyes/", "/").replaceFirst(
				"_[LR]\\.(jpg|png)$", "");
		}

		/** @return the picture without margin, as the networks see it */
		public float[] view() {
			return EyeAugmenter.plain(grey);
		}
	}

	/**
	 * Reads the patches of Closed Eyes in the Wild (Song et al. 2014), or others
	 * that are named in the same way.
	 *
	 * @param zip folders {@code closedLeftEyes}, {@code closedRightEyes},
	 *          {@code openLeftEyes}, {@code openRightEyes} of 24×24 JPEG or PNG
	 *          files
	 * @return the patches, split by person
	 * @throws IOException if the file cannot be read or holds no such pictures
	 */
	public static EyePatches read(final Path zip) throws IOException {
		final var patches = new EyePatches(new ArrayList<>(), new ArrayList<>(),
			new ArrayList<>());
		Inputs.requireFile(zip);
		try (var file = new ZipFile(zip.toFile())) {
			final var entries = file.stream().filter(e -> e.getName().matches(
				"(open|closed)(Left|Right)Eyes/.*\\.(jpg|png)")).sorted(Comparator
					.comparing(e -> e.getName())).toList();
			for (final var entry : entries) {
				final String folder = entry.getName().substring(0, entry.getName()
					.indexOf('/'));
				final String name = entry.getName().substring(folder.length() + 1);
				final float[] grey = decode(zip, bytes(file, entry), entry
					.getName(), folder.contains("Left"));
				patches.side(subject(name)).add(new Patch(entry.getName(), grey, folder
					.startsWith("open")));
			}
		}
		catch (final InputException e) {
			throw e;
		}
		catch (final IOException | IllegalArgumentException e) {
			throw new InputException(zip + " is no zip file of eye patches, or is " +
				"damaged; give one with folders openLeftEyes, closedLeftEyes and so on.",
				e);
		}
		if (patches.train.isEmpty()) throw new InputException(zip +
			" holds no eye patches in folders openLeftEyes, closedLeftEyes and so" +
			" on; give a zip file that does.");
		return patches;
	}

	/** A picture of 24×24 px, bytes. */
	private static final int LARGEST = 1 << 20;

	private List<Patch> side(final String subject) {
		final int bucket = bucket(subject);
		return bucket < TUNE_FROM ? train : bucket < MEASURE_FROM ? tune : measure;
	}

	private static byte[] bytes(final ZipFile zip, final ZipEntry entry)
		throws IOException
	{
		try (var in = zip.getInputStream(entry)) {
			final byte[] bytes = in.readNBytes(LARGEST + 1);
			if (bytes.length > LARGEST) throw new InputException(entry.getName() +
				" in " + zip.getName() + " is too large for a picture of " +
				EyePicture.SIZE + "×" + EyePicture.SIZE + " px; take it out.");
			return bytes;
		}
	}

	/** Only the header is believed until the size is known to be right. */
	private static BufferedImage picture(final byte[] file) throws IOException {
		try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(
			file)))
		{
			final var readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) return null;
			final var reader = readers.next();
			try {
				reader.setInput(in, true, true);
				return reader.getWidth(0) == EyePicture.SIZE && reader.getHeight(
					0) == EyePicture.SIZE ? reader.read(0) : null;
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static float[] decode(final Path zip, final byte[] file,
		final String name, final boolean mirror) throws IOException
	{
		final BufferedImage image;
		try {
			image = picture(file);
		}
		catch (final IOException | RuntimeException e) {
			throw new InputException("The picture " + name + " in " + zip
				.getFileName() + " is damaged; take it out, or get the file again.", e);
		}
		final int n = EyePicture.SIZE;
		if (image == null || image.getWidth() != n || image.getHeight() != n) {
			throw new InputException(name + " in " + zip.getFileName() +
				" is not a picture of " + n + "×" + n + " px; give a zip file of eye patches of that size.");
		}
		final float[] grey = new float[n * n];
		for (int i = 0; i < grey.length; i++)
			grey[i] = Luma.of(image.getRGB(i % n, i / n));
		return mirror ? EyePicture.mirrored(grey) : grey;
	}

	/** {@code closed_eye_0001} or {@code Aaron_Guiel}. */
	private static String subject(final String name) {
		return name.startsWith("closed_eye_") ? name.substring(0, name.indexOf('.'))
			: name.replaceFirst("_\\d+_[LR]\\.(jpg|png)$", "");
	}

	private static int bucket(final String subject) {
		try {
			final byte[] digest = MessageDigest.getInstance("MD5").digest(subject
				.getBytes(StandardCharsets.UTF_8));
			return new BigInteger(1, digest).mod(BigInteger.valueOf(100)).intValue();
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has MD5", e);
		}
	}
}
