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
package io.github.janusfiji.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.io.FileSaver;
import io.github.janusfiji.blink.training.BlinkTargets;
import io.github.janusfiji.eyestate.EyePatches;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.faceset.FaceTargets;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.fuzz.Fuzz.Target;
import io.github.janusfiji.host.HostTargets;
import io.github.janusfiji.model.ModelTargets;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged inputs for every reader that is written in Java. The build tries a few
 * thousand; {@code -Djanus.fuzz.minutes=60} goes on for an hour with other
 * damages each time and prints how many there were.
 */
class FuzzTest {

	/** Inputs for readers of text, and for readers of files, in the build. */
	private static final int TEXTS = 20_000, FILES = 400;

	@TempDir
	static Path folder;

	@TestFactory
	List<DynamicTest> everyReaderReadsOrRefuses() throws IOException {
		final var targets = targets(folder);
		final long minutes = Long.getLong("janus.fuzz.minutes", 0);
		final long nanos = minutes * 60_000_000_000L / targets.size();
		return targets.stream().map(target -> DynamicTest.dynamicTest(target.name(),
			() -> {
				final long seed = minutes == 0 ? 1 : System.nanoTime();
				final long done = new Fuzz(target, Path.of("target", "fuzz")).run(
					isText(target) ? TEXTS : FILES, nanos, seed);
				if (minutes > 0) System.out.println(target.name() + ": " + done +
					" inputs");
				assertTrue(done > 0);
			})).toList();
	}

	/** Texts take microseconds, files milliseconds. */
	private static boolean isText(final Target target) {
		return target.name().startsWith("options") || target.name().startsWith(
			"filter") || target.name().equals("safetensors") || target.name().equals(
				"loss history");
	}

	private static List<Target> targets(final Path folder) throws IOException {
		final var all = new ArrayList<>(HostTargets.all());
		all.addAll(ModelTargets.all(folder));
		all.addAll(BlinkTargets.all(folder));
		all.addAll(FaceTargets.all(folder));
		all.add(Fuzz.ofFile("TIFF", folder, "t.tif", List.of(tiff(folder, 1), tiff(
			folder, 3)), FuzzTest::frame));
		all.add(Fuzz.ofFile("PNG", folder, "p.png", List.of(png(folder)),
			FuzzTest::frame));
		final Path pictures = Files.createDirectory(folder.resolve("pictures"));
		all.add(Fuzz.ofFile("GIF", pictures, "g.gif", List.of(picture("gif")),
			file -> frame(pictures)));
		all.add(Fuzz.ofFile("JPEG", folder, "j.jpg", List.of(picture("jpg")),
			FuzzTest::frame));
		all.add(Fuzz.ofFile("eye patches", folder, "e.zip", List.of(patches()),
			EyePatches::read));
		all.add(Fuzz.ofFile("blink detector", folder, "d.safetensors", List.of(
			detector()), EyeStateModel::read));
		return all;
	}

	private static void frame(final Path file) throws IOException {
		try (var frames = Frames.open(file)) {
			frames.frame(0);
		}
	}

	private static byte[] tiff(final Path folder, final int slices)
		throws IOException
	{
		final Path file = folder.resolve("seed" + slices + ".tif");
		final var image = IJ.createImage("a", "RGB ramp", 20, 14, slices);
		image.getCalibration().fps = 5;
		new FileSaver(image).saveAsTiff(file.toString());
		return Files.readAllBytes(file);
	}

	private static byte[] png(final Path folder) throws IOException {
		final Path file = folder.resolve("seed.png");
		Frames.writePicture(file, new io.github.janusfiji.frames.Frame(0, 0, 20, 14,
			new int[280]), Map.of("fps", "25", "time", "1.5", "k", "v"));
		return Files.readAllBytes(file);
	}

	private static byte[] picture(final String format) throws IOException {
		final var out = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(20, 14, BufferedImage.TYPE_INT_RGB), format,
			out);
		return out.toByteArray();
	}

	private static byte[] patches() throws IOException {
		final var eye = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(24, 24, BufferedImage.TYPE_BYTE_GRAY), "png",
			eye);
		final var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			for (final String name : List.of("openLeftEyes/Ada_0001_L.png",
				"closedRightEyes/closed_eye_0001.png_face_1_R.png"))
			{
				zip.putNextEntry(new ZipEntry(name));
				zip.write(eye.toByteArray());
				zip.closeEntry();
			}
		}
		return out.toByteArray();
	}

	/** The header of a detector, whose weights are missing. */
	private static byte[] detector() {
		final String meaning =
			"{\\\"closed\\\":0.1,\\\"leastOpen\\\":0.8,\\\"slope\\\":-9.0,\\\"offset\\\":3.5}";
		final String json = "{\"__metadata__\":{\"format\":\"janus-eye-state 1\"," +
			"\"lrcn\":\"" + meaning + "\",\"cnn\":\"" + meaning + "\",\"ear\":\"" +
			meaning + "\"},\"pictures.0_W\":{\"dtype\":\"F32\",\"shape\":[2,2]," +
			"\"data_offsets\":[0,16]}}";
		final byte[] text = json.getBytes(StandardCharsets.UTF_8);
		return java.nio.ByteBuffer.allocate(8 + text.length + 16).order(
			java.nio.ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text).array();
	}
}
