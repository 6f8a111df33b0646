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
package io.github.janusfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.measure.TinyNetwork;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.Progress;
import java.awt.Color;
import java.awt.Polygon;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/** A clip in which a face was painted over is measured and compared by commands. */
class SwapExaminationTest {

	private static final int FRAMES = 5;

	@TempDir
	static Path folder;

	private static Context context;

	@BeforeAll
	static void paint() throws Exception {
		context = new Context();
		context.service(LogService.class).setLevel(LogLevel.NONE);
		final Path source = folder.resolve("source.tif");
		try (var ada = Frames.open(Path.of("sample-data", "ada.mp4"));
				var writer = Frames.writer(source, ada, Map.of()))
		{
			for (int i = 0; i < FRAMES; i++)
				writer.write(ada.frame(i));
			writer.commit();
		}
		try (var clip = Frames.open(source); var writer = Frames.writer(folder
			.resolve("swapped.tif"), clip, SyntheticMark.of(SyntheticMark.COMPOSITE,
				"Painted over.")))
		{
			paint(clip, writer::write);
			writer.commit();
		}
	}

	private interface Sink {

		void write(Frame frame) throws IOException;
	}

	/** Fills the middle of each face with one colour. */
	private static void paint(final FrameSequence clip, final Sink sink)
		throws IOException
	{
		final var tracks = FaceTracker.create().track(clip, 256, Progress.NONE);
		for (int i = 0; i < FRAMES; i++) {
			final var processor = clip.frame(i).processor();
			processor.setColor(new Color(150, 110, 90));
			final var nose = new Polygon();
			FaceOutline.around(tracks.at(i, 1).orElseThrow().landmarks().nose())
				.corners().forEach(p -> nose.addPoint((int) p.x(), (int) p.y()));
			processor.fillPolygon(nose);
			sink.write(new Frame(i, i / clip.frameRate(), clip.width(), clip.height(),
				(int[]) processor.getPixels()));
		}
	}

	@AfterAll
	static void end() {
		context.dispose();
	}

	private static File file(final String name) {
		return folder.resolve(name).toFile();
	}

	private static CommandModule run(final Class<? extends Command> command,
		final Object... inputs) throws Exception
	{
		return context.service(CommandService.class).run(command, true, inputs)
			.get();
	}

	@Test
	void aSwapIsMeasuredAndReported() throws Exception {
		final var module = run(MeasureSwap.class, "source", file("source.tif"),
			"swapped", file("swapped.tif"), "output", file("report"));
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertEquals(FRAMES, module.getOutput("framesin"));
		assertEquals(FRAMES, module.getOutput("framesout"));
		assertEquals(0L, module.getOutput("differing"));
		assertEquals(Double.POSITIVE_INFINITY, module.getOutput("psnr"));
		assertEquals(1.0, module.getOutput("ssim"));
		assertEquals(0.0, (double) module.getOutput("duration"), 1e-6);
		assertEquals(Double.NaN, module.getOutput("soundoffset"));
		assertTrue((double) module.getOutput("landmarks") < 15);
		final String table = Files.readString(folder.resolve(
			"report/swapped.measure.csv"));
		assertEquals(FRAMES + 1, table.lines().count());
		assertTrue(table.lines().skip(1).allMatch(line -> line.contains(
			",inf,1.0000,0,")), table);
		final String summary = Files.readString(folder.resolve(
			"report/swapped.measure.json"));
		assertTrue(summary.contains("\"identical\": true"), summary);
		assertTrue(summary.contains("\"psnr\": null"), summary);
		assertTrue(Files.size(folder.resolve("report/swapped.measure.png")) > 1000);
		assertTrue(Files.size(folder.resolve(
			"report/swapped.measure.viewer.png")) > 1000);
		assertTrue(summary.contains("\"agreement\": {"), summary);
		final String header = table.lines().findFirst().orElseThrow();
		assertTrue(header.contains(",identityb,found,detection,"), header);
		assertTrue(table.lines().allMatch(line -> line.split(",",
			-1).length == header.split(",").length), table);
		assertEquals(10, Files.readString(folder.resolve(
			"report/swapped.measure.agreement.csv")).lines().count());
		assertTrue((double) module.getOutput("scoresource") > 5);
		assertEquals(Double.NaN, module.getOutput("sharpness"));
		assertEquals(Double.NaN, module.getOutput("nearer"));
	}

	@Test
	void identityIsMeasuredByTheUsersNetwork() throws Exception {
		final var faces = run(ExtractFaces.class, "input", file("source.tif"),
			"output", file("faces.tif"));
		assertFalse(faces.isCanceled(), faces.getCancelReason());
		final var network = TinyNetwork.write(folder.resolve("means.onnx"))
			.toFile();
		final var module = run(MeasureSwap.class, "source", file("source.tif"),
			"swapped", file("swapped.tif"), "embedding", network, "range", "levels",
			"facesa", file("faces.tif"));
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertTrue((double) module.getOutput("identitya") > 0.99);
		assertEquals(Double.NaN, module.getOutput("identityb"));
	}

	@Test
	void theSwapIsLaidBesideItsDonor() throws Exception {
		final var faces = run(ExtractFaces.class, "input", file("source.tif"),
			"output", file("donor.tif"));
		assertFalse(faces.isCanceled(), faces.getCancelReason());
		final var network = TinyNetwork.write(folder.resolve("donor.onnx"))
			.toFile();
		for (final String donor : new String[] { "donor.tif", "source.tif" }) {
			final var module = run(MeasureSwap.class, "source", file("source.tif"),
				"swapped", file("source.tif"), "embedding", network, "range", "levels",
				"donor", file(donor));
			assertFalse(module.isCanceled(), module.getCancelReason());
			assertEquals(100.0, module.getOutput("found"));
			assertEquals(1.0, (double) module.getOutput("sharpness"), 0.15, donor);
			assertEquals(0.0, (double) module.getOutput("todonor"), 0.1);
			assertEquals(0.0, (double) module.getOutput("tosource"), 0.1);
		}
	}

	@Test
	void viewsAreWrittenAsAMarkedHyperstack() throws Exception {
		final var module = run(CompareMedia.class, "first", file("source.tif"),
			"second", file("swapped.tif"), "zoom", 64, "output", file("views.tif"));
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertEquals(FRAMES, module.getOutput("frames"));
		final ImagePlus views = IJ.openImage(file("views.tif").getPath());
		assertEquals(4, views.getNSlices());
		assertEquals(FRAMES, views.getNFrames());
		assertEquals(128, views.getWidth());
		assertEquals("true", Frames.metadata(folder.resolve("views.tif")).get(
			"synthetic"));
		// the second slice shows the paint on the nose and nothing at the border
		final var difference = views.getStack().getProcessor(2);
		int painted = 0;
		for (int y = 16; y < 48; y++)
			for (int x = 16; x < 48; x++)
				if (difference.get(x, y) != 0xff000000) painted++;
		assertTrue(painted > 0);
		assertEquals(0xff000000, difference.get(2, 2));
	}

	@Test
	void theParameterThatIsMissingIsNamed() throws Exception {
		assertTrue(run(MeasureSwap.class, "source", file("source.tif"))
			.getCancelReason().contains("give 'swapped' a video"));
		assertTrue(run(CompareMedia.class, "first", file("source.tif"), "output",
			file("views.tif")).getCancelReason().contains("give 'second' a video"));
		assertTrue(run(MeasureSwap.class, "source", file("source.tif"), "swapped",
			file("swapped.tif"), "facesb", file("faces.tif")).getCancelReason()
				.contains("Give 'embedding' an ONNX network"));
	}

	@Test
	void whatCannotBeDoneIsSaidInASentence() throws Exception {
		final Path small = folder.resolve("small");
		Files.createDirectories(small);
		Frames.writePicture(small.resolve("a.png"), new Frame(0, 0, 8, 8,
			new int[64]), Map.of());
		for (final var module : new CommandModule[] { run(MeasureSwap.class), run(
			MeasureSwap.class, "source", file("source.tif")), run(MeasureSwap.class,
				"source", file("source.tif"), "swapped", small.toFile()), run(
					CompareMedia.class), run(CompareMedia.class, "first", file(
						"source.tif"), "second", file("swapped.tif")), run(
							CompareMedia.class, "first", file("source.tif"), "second", file(
								"swapped.tif"), "output", file("views.mp4")) })
		{
			assertTrue(module.isCanceled());
			assertTrue(module.getCancelReason().endsWith("."), module
				.getCancelReason());
		}
		assertFalse(Files.exists(folder.resolve("views.mp4")));
	}
}
