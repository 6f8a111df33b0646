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

import io.github.janusfiji.assess.DetectionReport;
import io.github.janusfiji.detect.ClipList.Entry;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.swap.SelfBlender;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Output;
import io.github.janusfiji.task.Progress;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/**
 * Trains the detector that comes with Janus: on marked pictures of genuine faces
 * alone, each beside itself blended with itself.
 *
 * <pre>
 * java … io.github.janusfiji.detect.TrainEmbeddedDetector faces.zip embedded.detector report people pictures steps detectors
 * </pre>
 */
public final class TrainEmbeddedDetector {

	private static final int ARGUMENTS = 7;

	/** People whose hash is below are kept back, as everywhere in Janus. */
	private static final int KEPT_BACK = 32;

	private static final long SEED = 1;

	private TrainEmbeddedDetector() {}

	/**
	 * @param args zip of {@code images/*.jpg} and {@code keypoints68.csv}, file to
	 *          write, folder for the report, most people, most pictures of each,
	 *          steps of networks, names of detectors
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length < ARGUMENTS) throw new InputException("Give a zip of " +
			"marked faces, a .detector file to write, a folder for the report, " +
			"people, pictures of each, steps and detectors.");
		final Path zip = Path.of(args[0]);
		final var settings = new DetectorSettings(zip, args[6], Integer
			.parseInt(args[4]), 2, false, Integer.parseInt(args[5]), false,
			SEED);
		final var clips = load(zip, Integer.parseInt(args[3]), settings.faces());
		final var folds = new TreeMap<String, Integer>();
		for (final LoadedClip clip : clips)
			folds.putIfAbsent(clip.entry().subject(), 1 + folds.size() % 2);
		final var list = new ClipList(clips.stream().filter(c -> !c.stand()).map(
			LoadedClip::entry).toList(), folds);
		final var made = new LinkedHashMap<String, String>();
		made.put("seed", String.valueOf(SEED));
		made.put("steps", args[5]);
		made.put("people", String.valueOf(folds.size()));
		made.put("manipulatedclips", "0");
		made.put("faces", String.valueOf(clips.stream().filter(c -> !c.stand())
			.mapToInt(c -> c.faces().size()).sum()));
		made.put("methods", "genuine selfblended");
		made.put("list", Sha256.of(zip, Progress.NONE));
		final var bytes = new ByteArrayOutputStream();
		final Evaluation evaluation = DetectorTraining.learn(list, clips, Detectors
			.named(args[6], false), settings, made, bytes, Progress.NONE);
		try (var output = Output.file(Path.of(args[1]), List.of(zip))) {
			output.write(bytes.toByteArray());
			output.commit();
		}
		DetectionReport.write(evaluation, Path.of(args[2]), zip);
	}

	private static List<LoadedClip> load(final Path file, final int people,
		final int pictures) throws IOException
	{
		final var random = new SplittableRandom(SEED);
		final var clips = new ArrayList<LoadedClip>();
		try (var zip = new ZipFile(file.toFile())) {
			final var marks = marks(zip);
			final Map<String, List<String>> persons = new TreeMap<>(Comparator
				.comparing(TrainEmbeddedDetector::hash));
			marks.keySet().stream().sorted().forEach(name -> persons.computeIfAbsent(
				name.replaceFirst("_[0-9]+\\.jpg$", ""), key -> new ArrayList<>()).add(
					name));
			persons.keySet().removeIf(p -> hash(p).mod(BigInteger.valueOf(100))
				.intValue() < KEPT_BACK);
			for (final var person : persons.entrySet()) {
				if (clips.size() >= 2 * people) break;
				final List<String> own = person.getValue();
				final var faces = new ArrayList<FacePicture>();
				final var blended = new ArrayList<FacePicture>();
				for (int i = 0; i < Math.min(pictures, own.size()); i++) {
					final String name = own.get(i * own.size() / Math.min(pictures, own
						.size()));
					final Frame frame = frame(zip, name);
					faces.add(FacePicture.of(frame, marks.get(name), i, i));
					final int index = i;
					SelfBlender.blend(frame, marks.get(name), random).ifPresent(
						b -> blended.add(FacePicture.of(b, marks.get(name), index, index)));
				}
				if (blended.isEmpty()) continue;
				clips.add(new LoadedClip(new Entry(file, false, person.getKey(), "",
					"genuine", ""), faces, blended, false, 0));
				clips.add(new LoadedClip(new Entry(file, true, person.getKey(), "",
					"selfblended", ""), blended, List.of(), true, 0));
			}
		}
		return clips;
	}

	private static Frame frame(final ZipFile zip, final String name)
		throws IOException
	{
		try (var in = zip.getInputStream(zip.getEntry("images/" + name))) {
			final var image = ImageIO.read(in);
			final int w = image.getWidth(), h = image.getHeight();
			final int[] argb = image.getRGB(0, 0, w, h, null, 0, w);
			for (int i = 0; i < argb.length; i++)
				argb[i] |= 0xff000000;
			return new Frame(0, 0, w, h, argb);
		}
	}

	private static Map<String, Landmarks> marks(final ZipFile zip)
		throws IOException
	{
		final var marks = new LinkedHashMap<String, Landmarks>();
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
				marks.put(cells[0], new Landmarks(points));
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
