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
package io.github.janusfiji.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.natives.OpenCv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed clips and their ground truth. */
class SampleDataTest {

	private static final Path FOLDER = Path.of("sample-data");
	private static final int EVERY = 5;

	private static JsonObject truth(final String clip) throws IOException {
		return JsonParser.parseString(Files.readString(FOLDER.resolve(clip +
			".truth.json"))).getAsJsonObject();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada", "ben", "no-blinks" })
	void theFrontalCascadeFindsTheFaceWhereTheTruthSaysItIs(final String clip)
		throws IOException
	{
		final JsonArray faces = truth(clip).getAsJsonArray("faces");
		OpenCv.load();
		final var cascade = new CascadeClassifier(Loader.cacheResource(
			CascadeClassifier.class, "/org/bytedeco/opencv/" + Loader.getPlatform() +
				"/share/opencv4/haarcascades/haarcascade_frontalface_default.xml")
			.getPath());
		int looked = 0, found = 0;
		try (FrameSequence frames = Frames.open(FOLDER.resolve(clip + ".mp4"));
				FrameCursor cursor = frames.cursor())
		{
			for (Frame f = cursor.next(); f != null; f = cursor.next()) {
				if (f.index() % EVERY != 0) continue;
				looked++;
				if (isFound(cascade, f, faces.get(f.index()).getAsJsonObject())) found++;
			}
		}
		assertEquals((faces.size() + EVERY - 1) / EVERY, looked);
		assertTrue(found >= 0.95 * looked, found + " of " + looked);
	}

	/** Whether a detection holds the tip of the nose in its middle. */
	private static boolean isFound(final CascadeClassifier cascade,
		final Frame frame, final JsonObject truth)
	{
		final JsonArray nose = truth.getAsJsonArray("landmarks").get(30)
			.getAsJsonArray();
		try (Mat grey = grey(frame); RectVector boxes = new RectVector()) {
			cascade.detectMultiScale(grey, boxes, 1.1, 3, 0, new Size(60, 60),
				new Size());
			for (long i = 0; i < boxes.size(); i++) {
				final var b = boxes.get(i);
				final double x = (nose.get(0).getAsDouble() - b.x()) / b.width();
				final double y = (nose.get(1).getAsDouble() - b.y()) / b.height();
				if (Math.abs(x - 0.5) < 0.25 && Math.abs(y - 0.55) < 0.25) return true;
			}
		}
		return false;
	}

	private static Mat grey(final Frame frame) {
		final byte[] bytes = (byte[]) frame.processor().convertToByteProcessor(
			false).getPixels();
		final Mat mat = new Mat(frame.height(), frame.width(),
			org.bytedeco.opencv.global.opencv_core.CV_8UC1);
		mat.data().put(bytes, 0, bytes.length);
		opencv_imgproc.equalizeHist(mat, mat);
		return mat;
	}

	@ParameterizedTest
	@CsvSource({ "ada,300", "ben,300", "no-blinks,200" })
	void everyFrameHas68LandmarksInsideThePicture(final String clip,
		final int count) throws IOException
	{
		final JsonObject truth = truth(clip);
		assertEquals(count, truth.get("frames").getAsInt());
		final JsonArray faces = truth.getAsJsonArray("faces");
		assertEquals(count, faces.size());
		final int w = truth.get("width").getAsInt();
		final int h = truth.get("height").getAsInt();
		for (int i = 0; i < count; i++) {
			final JsonObject face = faces.get(i).getAsJsonObject();
			assertEquals(i, face.get("frame").getAsInt());
			assertEquals(68, face.getAsJsonArray("landmarks").size());
			for (final JsonElement p : face.getAsJsonArray("landmarks")) {
				final double x = p.getAsJsonArray().get(0).getAsDouble();
				final double y = p.getAsJsonArray().get(1).getAsDouble();
				assertTrue(x >= 0 && x < w && y >= 0 && y < h, "frame " + i);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada", "ben" })
	void blinksAreWhereTheEyesAreShut(final String clip) throws IOException {
		final JsonObject truth = truth(clip);
		final List<String> rows = Files.readAllLines(FOLDER.resolve(clip +
			".blinks.csv"));
		assertEquals("blink,start,peak,end", rows.get(0));
		final JsonArray blinks = truth.getAsJsonArray("blinks");
		assertEquals(rows.size() - 1, blinks.size());
		assertTrue(blinks.size() >= 3);
		final JsonArray faces = truth.getAsJsonArray("faces");
		for (int i = 0; i < blinks.size(); i++) {
			final JsonObject b = blinks.get(i).getAsJsonObject();
			final int start = b.get("start").getAsInt(), peak = b.get("peak")
				.getAsInt(), end = b.get("end").getAsInt();
			assertEquals((i + 1) + "," + start + "," + peak + "," + end, rows.get(i +
				1));
			assertTrue(start <= peak && peak <= end);
			assertTrue(openness(faces, peak) < 0.2);
			assertTrue(aspect(faces, peak) < 0.5 * aspect(faces, start - 1));
			assertTrue(openness(faces, start - 1) > 0.8);
			assertTrue(openness(faces, end + 1) > 0.8);
		}
	}

	@Test
	void nobodyBlinksInNoBlinks() throws IOException {
		final JsonObject truth = truth("no-blinks");
		assertEquals(0, truth.getAsJsonArray("blinks").size());
		assertEquals(List.of("blink,start,peak,end"), Files.readAllLines(FOLDER
			.resolve("no-blinks.blinks.csv")));
		final JsonArray faces = truth.getAsJsonArray("faces");
		for (int i = 0; i < faces.size(); i++)
			assertTrue(openness(faces, i) > 0.8, "frame " + i);
	}

	@Test
	void theClipsAreSmallAndMadeByThisGenerator() throws IOException {
		long bytes = 0;
		try (Stream<Path> files = Files.list(FOLDER)) {
			for (final Path f : files.toList())
				bytes += Files.size(f);
		}
		assertTrue(bytes < 8_000_000, bytes + " bytes");
		for (final Clip clip : Clip.all()) {
			final var head = new Head(new HeadModel(clip.scene().who()));
			final int i = clip.performance().frames() / 2;
			head.pose(clip.performance().at(i));
			final var nose = new Measure(clip.scene().camera()).landmarks(head).get(
				30);
			final JsonArray stored = truth(clip.name()).getAsJsonArray("faces").get(i)
				.getAsJsonObject().getAsJsonArray("landmarks").get(30).getAsJsonArray();
			assertEquals(stored.get(0).getAsDouble(), nose.x(), 0.02);
			assertEquals(stored.get(1).getAsDouble(), nose.y(), 0.02);
		}
	}

	private static double openness(final JsonArray faces, final int frame) {
		return faces.get(frame).getAsJsonObject().get("openness").getAsDouble();
	}

	/** Eye aspect ratio (Soukupová and Čech, 2016), the mean of both eyes. */
	private static double aspect(final JsonArray faces, final int frame) {
		final JsonArray l = faces.get(frame).getAsJsonObject().getAsJsonArray(
			"landmarks");
		double sum = 0;
		for (final int e : new int[] { 36, 42 })
			sum += (distance(l, e + 1, e + 5) + distance(l, e + 2, e + 4)) / (4 *
				distance(l, e, e + 3));
		return sum;
	}

	private static double distance(final JsonArray l, final int i,
		final int j)
	{
		final JsonArray a = l.get(i).getAsJsonArray(), b = l.get(j)
			.getAsJsonArray();
		return Math.hypot(a.get(0).getAsDouble() - b.get(0).getAsDouble(), a.get(1)
			.getAsDouble() - b.get(1).getAsDouble());
	}
}
