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
package io.github.janusfiji.swap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.plugin.FileInfoVirtualStack;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what a swap tells of each frame. */
class SwapStepTest {

	private static final int COUNT = 9;

	@TempDir
	private Path folder;

	private static List<SwapStep> steps(final double sharpen)
		throws IOException
	{
		final var steps = new ArrayList<SwapStep>();
		FaceSwapper.swap(new Clips.Clip(COUNT, 240, 180), Clips.tracks(COUNT, 110,
			i -> i < 8), Clips.CROP, List.of(new FaceSwapper.Part(1, Clips.decoder(
				new ModelFraming(64, 0.7), SwapStepTest::striped))),
			new FaceSwapper.Options(Side.A, 1, "hull", "none", "alpha",
				new FaceSwapper.Edge(-2, 5), sharpen), new StageClock(), steps::add,
			Progress.NONE);
		return steps;
	}

	/** A face of other colours and with fine stripes. */
	private static FloatRgb striped(final FloatRgb face) {
		final var out = FloatRgb.black(face.width(), face.height());
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < face.planes()[c].length; i++)
				out.planes()[c][i] = (float) (0.5 * face.planes()[c][i] + 0.3 + 0.1 *
					Math.sin(i % face.width() * 1.2));
		return out;
	}

	@Test
	void theLayersAddUp() throws IOException {
		final SwapStep step = steps(0).get(3);
		final List<Frame> layers = step.layers();
		assertEquals(SwapStep.LAYERS.size(), layers.size());
		int changed = 0;
		for (int i = 0; i < step.source().argb().length; i++) {
			final int weight = layers.get(2).argb()[i] & 255;
			final int a = layers.get(0).argb()[i] >> 8 & 255;
			final int face = layers.get(1).argb()[i] >> 8 & 255;
			final int b = layers.get(3).argb()[i] >> 8 & 255;
			assertEquals(Math.abs(a - b), layers.get(4).argb()[i] >> 8 & 255);
			assertEquals(a + weight / 255.0 * (face - a), b, 1.5);
			if (a != b) changed++;
		}
		assertTrue(changed > 1000, changed + " px changed");
		assertTrue(changed <= step.rows().get(0).maskArea() * 1.02);
	}

	@Test
	void aFrameWithoutTheFaceHasOneRowAndEmptyLayers() throws IOException {
		final SwapStep step = steps(0).get(8);
		assertTrue(!step.rows().get(0).swapped());
		assertEquals(0, step.rows().get(0).maskArea());
		assertArrayEquals(step.source().argb(), step.layers().get(3).argb());
		for (final int c : step.layers().get(4).argb())
			assertEquals(0xff000000, c);
	}

	@Test
	void sharpeningRaisesContrastAndKeepsTheMean() throws IOException {
		final double[] soft = spread(steps(0).get(3)), sharp = spread(steps(2).get(
			3));
		assertTrue(sharp[1] > 1.2 * soft[1], sharp[1] + " of " + soft[1]);
		assertEquals(soft[0], sharp[0], 0.01);
	}

	private static double[] spread(final SwapStep step) {
		final var whole = new Region(0, 0, 240, 180);
		final List<Frame> layers = step.layers();
		final int[] mask = layers.get(2).argb();
		final var weights = new float[whole.area()];
		for (int i = 0; i < weights.length; i++)
			weights[i] = (mask[i] & 255) == 255 ? 1 : 0;
		final var statistics = ColourStatistics.of(FloatRgb.of(layers.get(1)
			.argb(), 240, whole), weights);
		return new double[] { statistics.mean()[0], statistics.deviation(0) };
	}

	@Test
	void aHyperstackKeepsLayersAndTimes() throws IOException {
		final Path file = folder.resolve("layers.tif");
		final var clip = new Clips.Clip(COUNT, 240, 180);
		final List<SwapStep> steps = steps(0);
		try (var writer = Frames.hyperstack(file, clip, 5, Map.of())) {
			for (final SwapStep step : steps)
				for (final Frame layer : step.layers())
					writer.write(layer);
			writer.commit();
		}
		final var image = FileInfoVirtualStack.openVirtual(file.toString());
		assertEquals(5, image.getNSlices());
		assertEquals(COUNT, image.getNFrames());
		final int mask = image.getStackIndex(1, 3, 4);
		assertEquals("0.120000 s", image.getStack().getSliceLabel(mask));
		assertArrayEquals(steps.get(3).layers().get(2).argb(), (int[]) image
			.getStack().getPixels(mask));
	}

	@Test
	void theTableAppearsWhenCommitted() throws IOException {
		final Path file = SwapTable.beside(folder.resolve("a.clip.mp4"));
		assertEquals("a.clip.swap.csv", file.getFileName().toString());
		try (var table = new SwapTable(file, List.of())) {
			table.add(steps(0).get(0).rows().get(0));
			assertTrue(Files.notExists(file));
			table.commit();
		}
		final List<String> lines = Files.readAllLines(file);
		assertEquals(2, lines.size());
		assertTrue(lines.get(1).startsWith("0,0.000000,1,1,0.000,"), lines.get(1));
		try (var files = Files.list(folder)) {
			assertEquals(1, files.count());
		}
	}
}
