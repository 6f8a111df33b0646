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
package io.github.janusfiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.natives.OpenCv;
import io.github.janusfiji.nn.Engine;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J, OpenCV and FFmpeg bring libraries of the same names (OpenBLAS, OpenMP).
 * They must work in one JVM whichever is loaded first, so each order runs in a
 * JVM of its own.
 */
class NativesCoexistTest {

	@ParameterizedTest
	@ValueSource(strings = { "nd4j opencv ffmpeg nd4j",
		"ffmpeg opencv nd4j opencv" })
	void loadInEitherOrder(final String order, @TempDir final Path folder)
		throws Exception
	{
		final Path log = folder.resolve("log.txt");
		final Process process = new ProcessBuilder(Path.of(System.getProperty(
			"java.home"), "bin", "java").toString(), "-Xmx512m", "-cp", System
				.getProperty("java.class.path"), NativesCoexistTest.class.getName(),
			folder.toString(), order).redirectErrorStream(true).redirectOutput(log
				.toFile()).start();
		final boolean ended = process.waitFor(5, TimeUnit.MINUTES);
		process.destroyForcibly();
		final String text = Files.readString(log);
		assertTrue(ended, text);
		assertEquals(0, process.exitValue(), text);
		assertTrue(text.contains("all well"), text);
	}

	/**
	 * @param arguments a folder to write to, and what to use in order
	 * @throws Exception if anything fails, which ends the JVM with code 1
	 */
	public static void main(final String... arguments) throws Exception {
		for (final String library : arguments[1].split(" ")) {
			switch (library) {
				case "nd4j" -> convolve();
				case "opencv" -> detect();
				default -> encode(new File(arguments[0], "video.mp4"));
			}
			System.out.println(library + " works");
		}
		System.out.println("all well on " + Engine.device().name());
	}

	private static void convolve() {
		final var x = Nd4j.ones(DataType.FLOAT, 1, 1, 4, 4);
		final var w = Nd4j.ones(DataType.FLOAT, 1, 1, 3, 3);
		final var out = Nd4j.create(DataType.FLOAT, 1, 1, 4, 4);
		Nd4j.exec(DynamicCustomOp.builder("conv2d").addInputs(x, w).addOutputs(out)
			.addIntegerArguments(3, 3, 1, 1, 1, 1, 1, 1, 0, 0, 1).build());
		require(out.sumNumber().intValue() == 100, "convolution");
	}

	private static void detect() throws Exception {
		final File cascade = Loader.cacheResource("/org/bytedeco/opencv/" + Loader
			.getPlatform() + "/share/opencv4/haarcascades/" +
			"haarcascade_frontalface_default.xml");
		OpenCv.load();
		try (var classifier = new CascadeClassifier(cascade.getPath());
				var grey = new Mat(64, 64, opencv_core.CV_8UC1);
				var faces = new RectVector())
		{
			grey.put(opencv_core.RGB(128, 128, 128));
			classifier.detectMultiScale(grey, faces);
			require(faces.size() == 0, "cascade");
		}
	}

	private static void encode(final File file) throws Exception {
		try (var recorder = new FFmpegFrameRecorder(file, 64, 48)) {
			recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
			recorder.setFrameRate(25);
			recorder.start();
			for (int i = 0; i < 5; i++)
				recorder.record(new Frame(64, 48, Frame.DEPTH_UBYTE, 3));
			recorder.stop();
		}
		require(file.length() > 0, "video");
	}

	private static void require(final boolean condition, final String what) {
		if (!condition) throw new IllegalStateException("The " + what + " is wrong");
	}
}
