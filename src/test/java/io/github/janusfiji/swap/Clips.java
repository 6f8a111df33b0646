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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.FrameWriter;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Made-up clips, faces and painters with known properties. */
final class Clips {

	static final int CROP = 256;

	private Clips() {}

	/** A smooth coloured picture that differs from frame to frame. */
	static Frame frame(final int index, final int width, final int height) {
		final var argb = new int[width * height];
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++) {
				final double a = Math.sin((x + 2 * index) / 13.0) + Math.cos(y / 17.0);
				final double b = Math.sin((x + y) / 23.0 + index * 0.1);
				argb[i] = 0xff000000 | level(140 + 35 * a) << 16 | level(110 + 30 * b +
					10 * a) << 8 | level(90 + 25 * b);
			}
		return new Frame(index, index / 25.0, width, height, argb);
	}

	private static int level(final double v) {
		return (int) Math.max(0, Math.min(255, Math.round(v)));
	}

	/** A mean face: its crop would be {@code size} px, turned by an angle. */
	static Landmarks landmarks(final double x, final double y,
		final double size, final double radians)
	{
		final double k = size / CROP, c = k * Math.cos(radians), s = k * Math.sin(
			radians), middle = (CROP - 1) / 2.0;
		return FaceAligner.meanFace(CROP).mapped(new Similarity(c, s, x - c *
			middle + s * middle, y - s * middle - c * middle));
	}

	static Face face(final int frame, final int person,
		final Landmarks landmarks)
	{
		final double w = landmarks.interOcularDistance() * 1.8;
		final Point nose = landmarks.get(30);
		return new Face(frame, frame / 25.0, person, 1, 100, new Box(nose.x() - w /
			2, nose.y() - w / 2, w, w), landmarks, FaceAligner.align(landmarks, CROP),
			new Pose(0, 0, 0), Optional.empty());
	}

	/** One slowly moving face in the frames that are asked for. */
	static FaceTracks tracks(final int frames, final double size,
		final IntPredicate shown)
	{
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < frames; i++)
			if (shown.test(i)) faces.add(face(i, 1, landmarks(100 + 0.7 * i, 80 +
				0.3 * i, size, 0.1)));
		return new FaceTracks(frames, faces);
	}

	/** A clip that is made up frame by frame and may break off when read. */
	record Clip(int count, int width, int height, int brokenAt) implements
		FrameSequence
	{

		Clip(final int count, final int width, final int height) {
			this(count, width, height, -1);
		}

		@Override
		public String name() {
			return "made-up.mp4";
		}

		@Override
		public Optional<Path> path() {
			return Optional.empty();
		}

		@Override
		public double frameRate() {
			return 25;
		}

		@Override
		public Frame frame(final int index) {
			return Clips.frame(index, width, height);
		}

		@Override
		public FrameCursor cursor() {
			return new FrameCursor() {

				private int next;

				@Override
				public Frame next() throws IOException {
					if (next == brokenAt) throw new IOException("cut off");
					return next < count ? frame(next++) : null;
				}

				@Override
				public void close() {}
			};
		}

		@Override
		public void close() {}
	}

	/** Keeps what is written. */
	static final class Sink implements FrameWriter {

		final List<Frame> frames = new ArrayList<>();
		boolean committed;

		@Override
		public void write(final Frame frame) {
			frames.add(frame);
		}

		@Override
		public void commit() {
			committed = true;
		}

		@Override
		public void close() {}
	}

	/** A painter that changes every face in the same way. */
	static FaceDecoder decoder(final ModelFraming framing,
		final UnaryOperator<FloatRgb> paint)
	{
		return new FaceDecoder() {

			@Override
			public ModelFraming framing() {
				return framing;
			}

			@Override
			public List<DecodedFace> decode(final List<Crop> faces) {
				return faces.stream().map(Crop::picture).map(paint).map(DecodedFace::new).toList();
			}
		};
	}

	/** Peak signal-to-noise ratio of 8-bit pixels where a weight is above 0, dB. */
	static double psnr(final Frame a, final Frame b, final float[] weights) {
		double squares = 0;
		long n = 0;
		for (int i = 0; i < weights.length; i++) {
			if (weights[i] <= 0) continue;
			for (int shift = 0; shift < 24; shift += 8, n++) {
				final int d = (a.argb()[i] >> shift & 255) - (b.argb()[i] >> shift &
					255);
				squares += d * d;
			}
		}
		return 10 * Math.log10(255.0 * 255 * n / squares);
	}
}
