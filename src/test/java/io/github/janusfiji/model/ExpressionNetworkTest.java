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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A swap by an expression network paints the donor, doing what the source does. */
class ExpressionNetworkTest {

	private static final int STEPS = 500;

	@TempDir
	static Path folder;

	private static Path trained;

	@BeforeAll
	static void train() throws IOException {
		trained = folder.resolve("pair.janus");
		run(trained, STEPS, 1);
	}

	private static TrainingSummary run(final Path file,
		final int iterations, final long seed) throws IOException
	{
		return new FaceModelTrainer().train(MarkedHeads.ANNA, MarkedHeads.BERT,
			MarkedHeads.PRESET, file, new TrainingOptions("tinyface", iterations, 0, 8, seed,
				"cpu", Tuning.RECOMMENDED.withoutBase()), TrainingListener.NONE, Progress.NONE);
	}

	/** The window of a drawn head that a network of the test sees. */
	private record Window(float[] rgb, Landmarks landmarks) {

		static Window of(final MarkedHeads person, final int index) {
			final int size = MarkedHeads.NETWORK.size();
			final double coverage = MarkedHeads.NETWORK.coverage();
			final double k = coverage * person.size() / size;
			final double start = person.size() * (1 - coverage) / 2;
			final int[] crop = person.crop(index);
			final var rgb = new float[3 * size * size];
			for (int i = 0; i < size * size; i++) {
				final int x = (int) (start + k * (i % size + 0.5));
				final int y = (int) (start + k * (i / size + 0.5));
				for (int c = 0; c < 3; c++)
					rgb[c * size * size + i] = (crop[y * person.size() + x] >> 16 - 8 *
						c & 255) / 255f;
			}
			return new Window(rgb, new Landmarks(person.landmarks(index).orElseThrow()
				.points().stream().map(p -> new Point((p.x() + 0.5 - start) / k - 0.5, (p
					.y() + 0.5 - start) / k - 0.5)).toList()));
		}
	}

	private static List<float[]> painted(final Path file,
		final List<Window> windows, final Side as) throws IOException
	{
		final int size = MarkedHeads.NETWORK.size();
		final var batch = ImageBatch.allocate(windows.size(), 3, size, size);
		for (int i = 0; i < windows.size(); i++)
			batch.slot(i).put(0, windows.get(i).rgb);
		try (var model = FaceModel.open(file)) {
			final var out = ImageBatch.of(model.decode(batch.tensor(), windows.stream()
				.map(Window::landmarks).toList(), as));
			final var faces = new ArrayList<float[]>();
			for (int i = 0; i < windows.size(); i++) {
				final var face = new float[3 * size * size];
				out.slot(i).get(face);
				faces.add(face);
			}
			return faces;
		}
	}

	/** Mean of a channel around a landmark. */
	private static double mean(final float[] face, final int channel,
		final Point at, final int reach)
	{
		final int size = MarkedHeads.NETWORK.size();
		double sum = 0;
		for (int dy = -reach; dy <= reach; dy++)
			for (int dx = -reach; dx <= reach; dx++)
				sum += face[(channel * size + (int) Math.round(at.y()) + dy) * size +
					(int) Math.round(at.x()) + dx];
		return sum / Math.pow(2 * reach + 1, 2);
	}

	@Test
	void theSwapHasTheDonorsSkin() throws IOException {
		final var window = Window.of(MarkedHeads.ANNA, 4);
		final float[] face = painted(trained, List.of(window), Side.B).get(0);
		final Point cheek = new Point((window.landmarks.get(31).x() +
			window.landmarks.get(2).x()) / 2, window.landmarks.get(33).y());
		for (int c = 0; c < 3; c++)
			assertEquals((MarkedHeads.BERT.skin() >> 16 - 8 * c & 255) / 255.0, mean(
				face, c, cheek, 1), 0.08);
	}

	@Test
	void theSwapsMouthFollowsTheSources() throws IOException {
		final var windows = new ArrayList<Window>();
		final var open = new ArrayList<Double>();
		for (int i = 0; i < 50; i++) {
			windows.add(Window.of(MarkedHeads.ANNA, i));
			open.add(MarkedHeads.ANNA.mouth(i));
		}
		final var faces = painted(trained, windows, Side.B);
		final double[] red = new double[faces.size()];
		for (int i = 0; i < red.length; i++) {
			final Point lips = windows.get(0).landmarks.get(57);
			red[i] = mean(faces.get(i), 0, new Point(lips.x(), lips.y() + 1), 1) -
				mean(faces.get(i), 1, new Point(lips.x(), lips.y() + 1), 1);
		}
		assertTrue(correlation(open, red) > 0.7, "r = " + correlation(open, red));
	}

	@Test
	void theSwapBlinksWhenTheSourceDoes() throws IOException {
		final List<Window> shut = new ArrayList<>(), wide = new ArrayList<>();
		for (int i = 0; i < 50; i++)
			(MarkedHeads.BERT.blinks(i) ? shut : wide).add(Window.of(MarkedHeads.BERT,
				i));
		// A pupil is dark, and a lid is not.
		assertTrue(pupil(shut) > pupil(wide) + 0.15, pupil(shut) + " and " +
			pupil(wide));
	}

	/** Mean red in the middle of both eyes. */
	private static double pupil(final List<Window> windows)
		throws IOException
	{
		double sum = 0;
		for (final float[] face : painted(trained, windows, Side.A))
			for (final var eye : List.of(windows.get(0).landmarks.rightEye(),
				windows.get(0).landmarks.leftEye()))
				sum += mean(face, 0, Point.mean(eye), 0);
		return sum / 2 / windows.size();
	}

	private static double correlation(final List<Double> x, final double[] y) {
		double mx = 0, my = 0;
		for (int i = 0; i < y.length; i++) {
			mx += x.get(i) / y.length;
			my += y[i] / y.length;
		}
		double xy = 0, xx = 0, yy = 0;
		for (int i = 0; i < y.length; i++) {
			xy += (x.get(i) - mx) * (y[i] - my);
			xx += (x.get(i) - mx) * (x.get(i) - mx);
			yy += (y[i] - my) * (y[i] - my);
		}
		return xy / Math.sqrt(xx * yy);
	}

	@Test
	void theEncoderSeesNeitherBackgroundNorSkin() {
		final var sampler = new ExpressionSampler(MarkedHeads.NETWORK);
		final var other = new MarkedHeads("anna", 60, MarkedHeads.BERT.skin(),
			0xff00ff00);
		final float[][] seen = new float[2][];
		try {
			for (int i = 0; i < 2; i++) {
				final var faces = TrainingFaces.read(i == 0 ? MarkedHeads.ANNA : other,
					MarkedHeads.NETWORK, true, Progress.NONE);
				final var input = NetworkInput.allocate(MarkedHeads.NETWORK, 1);
				sampler.plain(faces.trainedCrop(0), new FaceSampler.Places(input
					.pictures().slot(0), null, null, input.cues().slot(0), null));
				seen[i] = new float[3 * 32 * 32];
				input.pictures().slot(0).get(seen[i]);
			}
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
		// Corners are grey, and the cheeks of both skins alike.
		for (int c = 0; c < 3; c++)
			assertEquals(0.5, seen[0][c * 32 * 32], 1e-6);
		double difference = 0;
		for (int i = 0; i < seen[0].length; i++)
			difference += Math.abs(seen[0][i] - seen[1][i]) / seen[0].length;
		assertTrue(difference < 0.05, "they differ by " + difference);
	}

	@Test
	void oneSeedGivesOneModel() throws IOException {
		final var window = List.of(Window.of(MarkedHeads.ANNA, 1));
		final var faces = new ArrayList<float[]>();
		for (final String name : List.of("once.janus", "again.janus")) {
			run(folder.resolve(name), 12, 5);
			faces.add(painted(folder.resolve(name), window, Side.B).get(0));
		}
		assertArrayEquals(faces.get(0), faces.get(1));
	}

	@Test
	void theModelTellsThePeoplesProportions() throws IOException {
		try (var engine = Engine.preferred()) {
			final var model = ModelFile.read(trained, engine, false)
				.description();
			assertNotNull(model.a().shape());
			assertEquals(model, ModelDescription.parse(model.toJson()));
		}
	}

	@Test
	void aModelOfTheEarlierNetworkIsNotContinued() throws IOException {
		final Path old = folder.resolve("old.janus");
		final var earlier = new Preset(new Architecture("tinyface", 16, 0.75, List
			.of(new Architecture.Stage(8, 5), new Architecture.Stage(16, 3)), 16, 8, 4,
			List.of(), List.of(8), 3, true, 0.1,
			io.github.janusfiji.nn.Initialiser.HE, false, 0, 2e-3),
			Schedule.CONSTANT, 0);
		new FaceModelTrainer().train(MarkedHeads.ANNA, MarkedHeads.BERT, earlier,
			old, new TrainingOptions("tinyface", 2, 0, 2, 1, "cpu"), TrainingListener.NONE,
			Progress.NONE);
		final byte[] before = Files.readAllBytes(old);
		assertTrue(assertThrows(InputException.class, () -> run(old, 4, 1))
			.getMessage().contains("begun by an earlier Janus"));
		assertArrayEquals(before, Files.readAllBytes(old));
	}
}
