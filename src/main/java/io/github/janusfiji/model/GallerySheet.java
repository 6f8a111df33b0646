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

import com.google.gson.Gson;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A {@link FaceGallery} as two entries of a model's file: a JPEG with all
 * pictures side by side, and a JSON text with what is known of the faces.
 * docs/format-model.md describes them.
 */
final class GallerySheet {

	/** Pictures in a row. */
	private static final int COLUMNS = 8;

	/** Of the JPEG, 0 to 1: a picture takes about 25 kB. */
	private static final float QUALITY = 0.92f;

	/** Largest entry that is believed, bytes. */
	static final int MOST_BYTES = 16 << 20;

	/** Faces may be cut off: how far a landmark lies outside, in pictures. */
	private static final double OUTSIDE = 4;

	private static final Gson GSON = new Gson();

	/** Text entry: properties of all faces of a person. */
	private record Text(int size, List<Entry> faces) {}

	/** Properties of one face: 68 positions x, y in turn; yaw, pitch, roll. */
	private record Entry(double[] landmarks, double[] pose, double sharpness,
		boolean shown)
	{}

	private GallerySheet() {}

	/** @return names of a person's two entries: text, pictures */
	static List<String> entries(final Side side) {
		final String name = "gallery_" + side.name().toLowerCase(Locale.ROOT);
		return List.of(name + ".json", name + ".jpg");
	}

	/**
	 * @param people faces of each
	 * @return contents by name of the entry; empty if not enough is known of the
	 *         faces of any
	 * @throws IOException if they cannot be read
	 */
	static Map<String, byte[]> of(final List<FaceSource> people)
		throws IOException
	{
		final var entries = new LinkedHashMap<String, byte[]>();
		for (int i = 0; i < people.size(); i++) {
			final var gallery = FaceGallery.of(people.get(i));
			if (gallery.isEmpty()) return Map.of();
			entries.putAll(write(Side.values()[i], gallery.get()));
		}
		return entries;
	}

	/**
	 * @param side whose
	 * @param gallery that person's
	 * @return contents by name of the entry
	 * @throws IOException if this Java writes no JPEG
	 */
	static Map<String, byte[]> write(final Side side, final FaceGallery gallery)
		throws IOException
	{
		final var faces = new ArrayList<Entry>();
		final var pictures = new ArrayList<int[]>();
		for (final FaceGallery.Item face : gallery.faces()) {
			face.picture().ifPresent(pictures::add);
			final Pose pose = face.pose();
			faces.add(new Entry(face.landmarks().points().stream().flatMapToDouble(
				p -> Arrays.stream(new double[] { p.x(), p.y() })).toArray(),
				new double[] { pose.yaw(), pose.pitch(), pose.roll() }, face
					.sharpness(), face.picture().isPresent()));
		}
		final var entries = new LinkedHashMap<String, byte[]>();
		entries.put(entries(side).get(0), GSON.toJson(new Text(gallery.size(),
			faces)).getBytes(StandardCharsets.UTF_8));
		entries.put(entries(side).get(1), jpeg(pictures, gallery.size()));
		return entries;
	}

	private static byte[] jpeg(final List<int[]> pictures, final int size)
		throws IOException
	{
		final var sheet = new BufferedImage(Math.min(COLUMNS, pictures.size()) *
			size, rows(pictures.size()) * size, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < pictures.size(); i++)
			sheet.setRGB(i % COLUMNS * size, i / COLUMNS * size, size, size, pictures
				.get(i), 0, size);
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg")
			.next();
		final var bytes = new ByteArrayOutputStream();
		try (var out = new MemoryCacheImageOutputStream(bytes)) {
			final ImageWriteParam fine = writer.getDefaultWriteParam();
			fine.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			fine.setCompressionQuality(QUALITY);
			writer.setOutput(out);
			writer.write(null, new IIOImage(sheet, null, null), fine);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	private static int rows(final int pictures) {
		return (pictures + COLUMNS - 1) / COLUMNS;
	}

	/**
	 * @param side whose
	 * @param entries of a model's file, by name
	 * @return the gallery; nothing if the model has none
	 * @throws IOException if it is damaged; the message can follow "the model"
	 */
	static Optional<FaceGallery> read(final Side side,
		final Map<String, byte[]> entries) throws IOException
	{
		final List<String> names = entries(side);
		if (!entries.containsKey(names.get(0))) return Optional.empty();
		try {
			final Text text = GSON.fromJson(new String(entries.get(names.get(0)),
				StandardCharsets.UTF_8), Text.class);
			check(text, names.get(0));
			final var faces = new ArrayList<FaceGallery.Item>();
			final var pictures = pictures(entries.get(names.get(1)), text, names.get(
				1)).iterator();
			for (final Entry e : text.faces)
				faces.add(new FaceGallery.Item(landmarks(e.landmarks), new Pose(
					e.pose[0], e.pose[1], e.pose[2]), e.sharpness, e.shown ? Optional.of(
						pictures.next()) : Optional.empty()));
			return Optional.of(new FaceGallery(text.size, faces));
		}
		catch (final RuntimeException e) {
			throw new IOException("its " + names.get(0) + " cannot be read", e);
		}
	}

	/** Bounds before any memory is taken. */
	private static void check(final Text text, final String name)
		throws IOException
	{
		final boolean fits = text != null && text.size >= FaceGallery.BLOCK &&
			text.size <= FaceGallery.MOST_SIZE && text.faces != null && text.faces
				.size() <= GalleryChoice.MOST_PICTURES + GalleryChoice.MOST_OTHERS &&
			text.faces.stream().allMatch(e -> isSound(e, text.size));
		final long shown = fits ? text.faces.stream().filter(e -> e.shown)
			.count() : 0;
		if (shown < 1 || shown > GalleryChoice.MOST_PICTURES) throw new IOException(
			"its " + name + " describes faces that cannot be");
	}

	private static boolean isSound(final Entry e, final int size) {
		return e != null && e.landmarks != null && e.pose != null &&
			e.landmarks.length == 2 * Landmarks.COUNT && e.pose.length == 3 &&
			e.sharpness >= 0 && Double.isFinite(e.sharpness) && Arrays.stream(
				e.landmarks).allMatch(v -> Math.abs(v) <= OUTSIDE * size) && Arrays
					.stream(e.pose).allMatch(v -> Math.abs(v) <= 180);
	}

	private static Landmarks landmarks(final double[] numbers) {
		final var points = new ArrayList<Point>(Landmarks.COUNT);
		for (int i = 0; i < Landmarks.COUNT; i++)
			points.add(new Point(numbers[2 * i], numbers[2 * i + 1]));
		return new Landmarks(points);
	}

	private static List<int[]> pictures(final byte[] jpeg, final Text text,
		final String name) throws IOException
	{
		final int count = (int) text.faces.stream().filter(e -> e.shown).count();
		final BufferedImage sheet = sheet(jpeg, Math.min(COLUMNS, count) *
			text.size, rows(count) * text.size, name);
		final var pictures = new ArrayList<int[]>(count);
		for (int i = 0; i < count; i++)
			pictures.add(sheet.getRGB(i % COLUMNS * text.size, i / COLUMNS *
				text.size, text.size, text.size, null, 0, text.size));
		return pictures;
	}

	/** Looks at the size before the picture is unpacked. */
	private static BufferedImage sheet(final byte[] jpeg, final int width,
		final int height, final String name) throws IOException
	{
		final ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg")
			.next();
		try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(
			jpeg)))
		{
			reader.setInput(in, true, true);
			if (reader.getWidth(0) != width || reader.getHeight(0) != height)
				throw new IOException("its " + name + " has another size than its text");
			return reader.read(0);
		}
		catch (final IOException | RuntimeException e) {
			throw new IOException(e.getMessage() != null && e.getMessage().startsWith(
				"its") ? e.getMessage() : "its " + name + " cannot be unpacked", e);
		}
		finally {
			reader.dispose();
		}
	}
}
