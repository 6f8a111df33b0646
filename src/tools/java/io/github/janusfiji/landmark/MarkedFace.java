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

import io.github.janusfiji.geometry.Shapes;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/**
 * A picture with marks, for training or for measuring.
 *
 * @param name file name
 * @param argb pixels
 * @param image the same in grey
 * @param marks x0, y0, x1, y1, …, px
 */
record MarkedFace(String name, int[] argb, GreyImage image, float[] marks) {

	/**
	 * People whose fold is below this are never trained on. The supplier left out
	 * folds 0–13; the rest of the fifth is ours.
	 */
	static final int FIRST_TRAINING_FOLD = 32;

	/**
	 * How far to the right of the face the marks of udacity_ytf68 lie, as a share
	 * of the distance between the outer eye corners. A model that is trained on
	 * these pictures and on their mirror images alike cannot follow such a shift:
	 * this is the median of what it was off on the people of folds 32–44 while it
	 * was trained on those of the others.
	 */
	private static final double TOO_FAR_RIGHT = 0.022;

	/**
	 * Reads udacity_ytf68 and moves the marks of every face back to the left by
	 * {@value #TOO_FAR_RIGHT} of its inter-ocular distance.
	 *
	 * @param zip the file
	 * @return all its faces
	 * @throws IOException if the zip is not as described
	 */
	static List<MarkedFace> readDense(final Path zip) throws IOException {
		final List<MarkedFace> faces = read(zip, "keypoints68.csv", 2);
		for (final MarkedFace face : faces) {
			final float shift = (float) (TOO_FAR_RIGHT * Shapes.interOcular(face
				.marks()));
			for (int i = 0; i < face.marks().length; i += 2)
				face.marks()[i] -= shift;
		}
		return faces;
	}

	/**
	 * Reads a zip of images with one CSV file of marks.
	 *
	 * @param zip the file
	 * @param table the CSV's name; its first column is the file name
	 * @param firstColumn column of the first mark's x
	 * @return all faces in the table
	 * @throws IOException if the zip is not as described
	 */
	static List<MarkedFace> read(final Path zip, final String table,
		final int firstColumn) throws IOException
	{
		final List<MarkedFace> faces = new ArrayList<>();
		try (ZipFile in = new ZipFile(zip.toFile());
				BufferedReader rows = new BufferedReader(new InputStreamReader(in
					.getInputStream(in.getEntry(table)), StandardCharsets.UTF_8)))
		{
			rows.readLine();
			for (String row; (row = rows.readLine()) != null;) {
				final String[] cells = row.split(",");
				final float[] marks = new float[cells.length - firstColumn];
				for (int i = 0; i < marks.length; i++)
					marks[i] = Float.parseFloat(cells[firstColumn + i]);
				try (InputStream file = in.getInputStream(in.getEntry("images/" +
					cells[0])))
				{
					faces.add(of(cells[0], ImageIO.read(file), marks));
				}
			}
		}
		return faces;
	}

	/**
	 * Reads a zip of images, each with a {@code .pts} file beside it.
	 *
	 * @param zip the file
	 * @return all faces
	 * @throws IOException if the zip is not as described
	 */
	static List<MarkedFace> readPts(final Path zip) throws IOException {
		final List<MarkedFace> faces = new ArrayList<>();
		try (ZipFile in = new ZipFile(zip.toFile())) {
			for (final var entry : java.util.Collections.list(in.entries())) {
				if (!entry.getName().endsWith(".pts")) continue;
				final String[] text = new String(in.getInputStream(entry)
					.readAllBytes(), StandardCharsets.UTF_8).split("[{}]")[1].trim()
						.split("\\s+");
				final float[] marks = new float[text.length];
				for (int i = 0; i < marks.length; i++)
					marks[i] = Float.parseFloat(text[i]) - 1; // MATLAB counts from 1
				final String name = entry.getName().replace(".pts", ".png");
				try (InputStream file = in.getInputStream(in.getEntry(name))) {
					faces.add(of(name, ImageIO.read(file), marks));
				}
			}
		}
		return faces;
	}

	private static MarkedFace of(final String name, final BufferedImage image,
		final float[] marks)
	{
		final int w = image.getWidth(), h = image.getHeight();
		final int[] argb = image.getRGB(0, 0, w, h, null, 0, w);
		return new MarkedFace(name, argb, GreyImage.cut(argb, w, h, 0, 0, Math.max(
			w, h), 1), marks);
	}

	/** @return the person's name */
	String person() {
		return name.replaceFirst("_\\d+\\.\\w+$", "");
	}

	/** @return 0 to 99, the same for all pictures of a person */
	int fold() {
		try {
			final byte[] hash = MessageDigest.getInstance("MD5").digest(person()
				.getBytes(StandardCharsets.UTF_8));
			return new BigInteger(1, hash).mod(BigInteger.valueOf(100)).intValue();
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has MD5", e);
		}
	}

	/** @return whether this person is kept for measuring */
	boolean heldOut() {
		return fold() < FIRST_TRAINING_FOLD;
	}
}
