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
package io.github.janusfiji.blink;

import io.github.janusfiji.task.InputException;
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
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/**
 * Eye pictures with known state: the patches of Closed Eyes in the Wild (Song
 * et al., "Eyes closeness detection from still images with multi-scale
 * histograms of principal oriented gradients", Pattern Recognition 2014).
 *
 * @param train for fitting
 * @param heldOut of other people, for measuring
 */
record LabelledEyes(List<Eye> train, List<Eye> heldOut) {

	/**
	 * People whose name's MD5 modulo 100 is at least this are held out: about a
	 * fifth.
	 */
	private static final int HELD_OUT_FROM = 80;

	/**
	 * @param name file name
	 * @param grey {@link EyeFeatures#SIZE}² grey values, row by row; left eyes are
	 *          mirrored, so that the outer corner is always on the left
	 * @param open the state
	 */
	record Eye(String name, float[] grey, boolean open) {}

	/**
	 * @param zip folders {@code closedLeftEyes}, {@code closedRightEyes},
	 *          {@code openLeftEyes}, {@code openRightEyes} of 24×24 JPEG files
	 * @return the patches, split by person
	 * @throws IOException if the file cannot be read or holds no such pictures
	 */
	static LabelledEyes read(final Path zip) throws IOException {
		final var train = new ArrayList<Eye>();
		final var heldOut = new ArrayList<Eye>();
		try (var file = new ZipFile(zip.toFile())) {
			final var entries = file.stream().filter(e -> e.getName().matches(
				"(open|closed)(Left|Right)Eyes/.*\\.jpg")).sorted(Comparator.comparing(
					e -> e.getName())).toList();
			for (final var entry : entries) {
				final String folder = entry.getName().substring(0, entry.getName()
					.indexOf('/'));
				final String name = entry.getName().substring(folder.length() + 1);
				final float[] grey = decode(file.getInputStream(entry).readAllBytes(),
					entry.getName(), folder.contains("Left"));
				(isHeldOut(subject(name)) ? heldOut : train).add(new Eye(entry
					.getName(), grey, folder.startsWith("open")));
			}
		}
		if (train.isEmpty() || heldOut.isEmpty()) throw new InputException(zip +
			" holds no eye patches; give the zip file of the CEW eye patches.");
		return new LabelledEyes(List.copyOf(train), List.copyOf(heldOut));
	}

	private static float[] decode(final byte[] jpeg, final String name,
		final boolean mirror) throws IOException
	{
		final BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
		final int n = EyeFeatures.SIZE;
		if (image == null || image.getWidth() != n || image.getHeight() != n) {
			throw new InputException(name + " is not a picture of " + n + "×" + n +
				" px; give the zip file of the CEW eye patches.");
		}
		final float[] grey = new float[n * n];
		for (int y = 0; y < n; y++) {
			for (int x = 0; x < n; x++) {
				grey[y * n + x] = EyeCropper.grey(image.getRGB(mirror ? n - 1 - x : x,
					y));
			}
		}
		return grey;
	}

	/** {@code closed_eye_0001} or {@code Aaron_Guiel}. */
	private static String subject(final String name) {
		return name.startsWith("closed_eye_") ? name.substring(0, name.indexOf('.'))
			: name.replaceFirst("_\\d+_[LR]\\.jpg$", "");
	}

	private static boolean isHeldOut(final String subject) {
		try {
			final byte[] digest = MessageDigest.getInstance("MD5").digest(subject
				.getBytes(StandardCharsets.UTF_8));
			return new BigInteger(1, digest).mod(BigInteger.valueOf(100)).intValue() >= HELD_OUT_FROM;
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has MD5", e);
		}
	}
}
