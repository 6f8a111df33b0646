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
package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.MeanFace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * A clip of textured squares that stand for faces, with a detector and a
 * landmark model that know where they are.
 */
public final class Scenario implements FrameSequence {

	/**
	 * A square in some frames, moving evenly.
	 *
	 * @param texture which person
	 * @param from first frame
	 * @param to frame after the last
	 * @param x left edge in its first frame
	 * @param y top edge
	 * @param side px
	 * @param speed px per frame to the right
	 * @param score of the landmark model
	 */
	public record Actor(int texture, int from, int to, double x, double y, double side,
		double speed, double score)
	{

		Box at(final int frame) {
			return new Box(x + speed * (frame - from), y, side, side);
		}

		boolean isIn(final int frame) {
			return frame >= from && frame < to;
		}
	}

	public static final int WIDTH = 320, HEIGHT = 240;

	final List<Actor> actors;
	final int count;
	public boolean folder;
	/** Frames in which the detector finds nothing. */
	IntPredicate blind = i -> false;
	/** Frames in which the landmark model gives {@link #dimScore}. */
	IntPredicate dim = i -> false;
	double dimScore;
	/** Calls of the detector, which come from a thread of the tracker's own. */
	volatile int searches, closed;

	public Scenario(final int count, final Actor... actors) {
		this.count = count;
		this.actors = List.of(actors);
	}

	public static Actor actor(final int texture, final int from, final int to,
		final double x, final double side)
	{
		return new Actor(texture, from, to, x, 60, side, 0, 0.9);
	}

	public FaceTracker tracker() {
		return FaceTracker.create(() -> new FaceDetector() {

			@Override
			public List<Detection> detect(final Frame frame) {
				searches++;
				if (blind.test(frame.index())) return List.of();
				return actors.stream().filter(a -> a.isIn(frame.index())).map(
					a -> new Detection(a.at(frame.index()), 0.8, List.of())).toList();
			}

			@Override
			public void close() {
				closed++;
			}
		}, this::locate);
	}

	private LandmarkModel.Fit locate(final Frame frame, final Box box) {
		return actors.stream().filter(a -> a.isIn(frame.index()) && a.at(frame
			.index()).overlap(box) > 0.2).max(Comparator.comparingDouble(a -> a.at(
				frame.index()).overlap(box))).map(a -> new LandmarkModel.Fit(MeanFace
					.in(a.at(frame.index())), dim.test(frame.index()) ? dimScore : a
						.score())).orElse(new LandmarkModel.Fit(
						MeanFace.in(box), 0.001));
	}

	@Override
	public String name() {
		return "scenario";
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
	public int count() {
		return count;
	}

	@Override
	public double frameRate() {
		return 25;
	}

	@Override
	public Optional<String> frameFile(final int index) {
		return folder ? Optional.of("picture" + index + ".png") : Optional.empty();
	}

	@Override
	public Frame frame(final int index) {
		final int[] argb = new int[WIDTH * HEIGHT];
		// pictures of a folder differ all over
		Arrays.fill(argb, folder && index % 2 == 1 ? 0xffe0e0e0 : 0xff303030);
		actors.stream().filter(a -> a.isIn(index)).forEach(a -> paint(a, index,
			argb));
		return new Frame(index, index / 25.0, WIDTH, HEIGHT, argb);
	}

	/** Eight by eight random fields, the same in every frame. */
	private static void paint(final Actor actor, final int index,
		final int[] argb)
	{
		final Box box = actor.at(index);
		final int[] fields = new Random(actor.texture()).ints(64, 0, 256).toArray();
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				final double u = (x - box.x()) / box.width(), v = (y - box.y()) / box
					.height();
				if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
				argb[y * WIDTH + x] = 0xff000000 | fields[(int) (v * 8) * 8 +
					(int) (u * 8)] * 0x010101;
			}
		}
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

	/** @return frames in which a person was found */
	public static List<Integer> frames(final FaceTracks tracks, final int person) {
		return new ArrayList<>(tracks.of(person).stream().map(Face::frame)
			.toList());
	}
}
