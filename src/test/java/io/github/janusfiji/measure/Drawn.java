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
package io.github.janusfiji.measure;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Clips that are drawn by a formula, with a face whose place is known.
 *
 * @param count number of frames
 * @param pixel colour by frame, x and y
 */
record Drawn(int count, Drawn.Pixel pixel) implements FrameSequence {

	static final int WIDTH = 240, HEIGHT = 200;

	interface Pixel {

		int at(int frame, int x, int y);
	}

	/** A mean face in the middle whose crop would be as large as the frame. */
	static Landmarks landmarks() {
		return FaceAligner.meanFace(256).mapped(new Similarity(0.7, 0, 30, 10));
	}

	static FaceTracks tracks(final int count,
		final UnaryOperator<Landmarks> moved, final Pose pose)
	{
		final Landmarks face = moved.apply(landmarks());
		final Point nose = landmarks().get(30);
		return new FaceTracks(count, IntStream.range(0, count).mapToObj(
			i -> new Face(i, i / 25.0, 1, 1, 100, new Box(nose.x() - 50, nose.y() -
				50, 100, 100), face, FaceAligner.align(face, FlickerMeter.CROP), pose,
				Optional.empty())).toList());
	}

	static FaceTracks tracks(final int count) {
		return tracks(count, l -> l, new Pose(0, 0, 0));
	}

	static int grey(final double level) {
		final int v = (int) Math.max(0, Math.min(255, Math.round(level)));
		return 0xff000000 | v * 0x010101;
	}

	@Override
	public String name() {
		return "drawn.mkv";
	}

	@Override
	public Optional<Path> path() {
		return Optional.empty();
	}

	@Override
	public int width() {
		return WIDTH;
	}

	@Override
	public int height() {
		return HEIGHT;
	}

	@Override
	public double frameRate() {
		return 25;
	}

	@Override
	public Frame frame(final int index) {
		final var argb = new int[WIDTH * HEIGHT];
		for (int i = 0; i < argb.length; i++)
			argb[i] = pixel.at(index, i % WIDTH, i / WIDTH);
		return new Frame(index, index / 25.0, WIDTH, HEIGHT, argb);
	}

	@Override
	public FrameCursor cursor() {
		return new FrameCursor() {

			private int next;

			@Override
			public Frame next() {
				return next < count ? frame(next++) : null;
			}

			@Override
			public void close() {}
		};
	}

	@Override
	public void close() {}
}
