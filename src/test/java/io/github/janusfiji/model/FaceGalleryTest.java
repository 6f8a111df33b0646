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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceGalleryTest {

	@TempDir
	Path folder;

	/** Heads of whom as much is known as of a face set's. */
	private record Known(MarkedHeads heads) implements FaceSource {

		@Override
		public String name() {
			return heads.name();
		}

		@Override
		public int count() {
			return heads.count();
		}

		@Override
		public int size() {
			return heads.size();
		}

		@Override
		public int[] crop(final int index) {
			return heads.crop(index);
		}

		@Override
		public Optional<Landmarks> landmarks(final int index) {
			return heads.landmarks(index);
		}

		@Override
		public Optional<Face> face(final int index) {
			final Landmarks face = heads.landmarks(index).orElseThrow();
			return Optional.of(new Face(index, index, 1, 1, index % 7 == 6 ? 10 : 100,
				new Box(0, 0, 96, 96), face, new Similarity(1, 0, 0, 0), Pose.of(face),
				Optional.empty()));
		}

		@Override
		public String fingerprint() {
			return heads.fingerprint();
		}
	}

	private static FaceGallery gallery() throws IOException {
		return FaceGallery.of(new Known(MarkedHeads.ANNA)).orElseThrow();
	}

	private static int shown(final FaceGallery gallery) {
		return (int) gallery.faces().stream().filter(f -> f.picture().isPresent())
			.count();
	}

	@Test
	void sharpFacesOfAllExpressionsAreShown() throws IOException {
		final FaceGallery gallery = gallery();
		assertEquals(96, gallery.size());
		assertEquals(60, gallery.faces().size());
		assertEquals(52, shown(gallery));
		assertTrue(gallery.faces().stream().allMatch(f -> f.sharpness() > 50 || f
			.picture().isEmpty()));
		assertTrue(FaceGallery.of(MarkedHeads.ANNA).isEmpty());
	}

	@Test
	void aGalleryIsReadAsItWasWritten() throws IOException {
		final FaceGallery gallery = gallery();
		final var entries = GallerySheet.write(Side.B, gallery);
		assertEquals(List.of("gallery_b.json", "gallery_b.jpg"), List.copyOf(entries
			.keySet()));
		assertEquals(Optional.empty(), GallerySheet.read(Side.A, entries));
		final FaceGallery read = GallerySheet.read(Side.B, entries).orElseThrow();
		assertEquals(gallery.size(), read.size());
		assertEquals(gallery.faces().size(), read.faces().size());
		for (int i = 0; i < read.faces().size(); i++) {
			final var was = gallery.faces().get(i);
			final var is = read.faces().get(i);
			assertEquals(was.landmarks(), is.landmarks());
			assertEquals(was.pose(), is.pose());
			assertEquals(was.sharpness(), is.sharpness());
			assertEquals(was.picture().isPresent(), is.picture().isPresent());
			if (was.picture().isPresent()) assertTrue(difference(was.picture().get(),
				is.picture().get()) < 4);
		}
	}

	/** Mean difference of green, levels. */
	private static double difference(final int[] a, final int[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += Math.abs((a[i] >> 8 & 255) - (b[i] >> 8 & 255));
		return sum / a.length;
	}

	@Test
	void impossibleEntriesAreRefused() throws IOException {
		final Map<String, byte[]> whole = GallerySheet.write(Side.A, gallery());
		final String text = new String(whole.get("gallery_a.json"),
			StandardCharsets.UTF_8);
		for (final String wrong : List.of("", "null", "[]", "{", text.replaceFirst(
			"96", "100000"), text.replaceFirst("96", "0"), text.replace("true",
				"false"), text.replaceFirst("\\[[-0-9.]+,", "[1e300,"), text
					.replaceFirst("\\[[-0-9.]+,", "[NaN,"), text.replaceFirst(
						"\\[[-0-9.]+,", "["), text.replace("\"sharpness\":",
							"\"sharpness\":-"), "{\"size\":96,\"faces\":[null]}"))
			refused(whole, "gallery_a.json", wrong.getBytes(StandardCharsets.UTF_8));
		refused(whole, "gallery_a.jpg", new byte[] { 1, 2, 3 });
		refused(whole, "gallery_a.jpg", null);
		final var other = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg",
			other);
		assertTrue(refused(whole, "gallery_a.jpg", other.toByteArray()).contains(
			"another size"));
	}

	private static String refused(final Map<String, byte[]> whole,
		final String entry, final byte[] content)
	{
		final var damaged = new HashMap<>(whole);
		damaged.put(entry, content);
		final String why = assertThrows(IOException.class, () -> GallerySheet.read(
			Side.A, damaged)).getMessage();
		assertTrue(why.startsWith("its gallery_a"), why);
		return why;
	}

	private static void train(final Path model, final int steps)
		throws IOException
	{
		new FaceModelTrainer().train(new Known(MarkedHeads.ANNA), new Known(
			MarkedHeads.BERT), MarkedHeads.PRESET, model, new TrainingOptions("tinyface",
				steps, 0, 4, 5, "cpu"), TrainingListener.NONE, Progress.NONE);
	}

	@Test
	void aModelKeepsItsGalleryWhenItIsContinued() throws IOException {
		final Path file = folder.resolve("m.janus");
		train(file, 2);
		final var before = galleries(file);
		train(file, 4);
		final var after = galleries(file);
		assertEquals(52, before.get(0).size() - 8);
		for (int i = 0; i < before.size(); i++)
			assertEquals(before.get(i).size(), after.get(i).size());
	}

	private static List<List<FaceGallery.Item>> galleries(final Path file)
		throws IOException
	{
		try (var model = FaceModel.open(file)) {
			return List.of(model.gallery(Side.A).orElseThrow().faces(), model.gallery(
				Side.B).orElseThrow().faces());
		}
	}

	@Test
	void aModelOfFacesHardlyKnownHasNoneAndADamagedOneIsRefused()
		throws IOException
	{
		final Path plain = folder.resolve("plain.janus");
		new FaceModelTrainer().train(MarkedHeads.ANNA, MarkedHeads.BERT,
			MarkedHeads.PRESET, plain, new TrainingOptions("tinyface", 1, 0, 4, 5, "cpu"),
			TrainingListener.NONE, Progress.NONE);
		try (var model = FaceModel.open(plain)) {
			assertTrue(model.gallery(Side.A).isEmpty());
		}
		final Path file = folder.resolve("m.janus");
		train(file, 1);
		final byte[] bytes = Files.readAllBytes(file);
		final int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(
			"gallery_a.jpg");
		assertFalse(at < 0);
		bytes[at + 500] ^= 1;
		Files.write(file, bytes);
		assertTrue(assertThrows(InputException.class, () -> FaceModel.open(file))
			.getMessage().contains("cannot be read"));
	}
}
