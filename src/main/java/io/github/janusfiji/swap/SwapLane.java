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

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.swap.StageClock.Stage;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * One person on the way through a swap: where the face is, who paints it, and
 * what neighbouring frames say of it.
 */
final class SwapLane {

	private final PersonTrack track;
	private final int person;
	private final int cropSize;
	private final FacePainter painter;
	private final FaceCompositor compositor;
	private final ModelFraming framing;
	private final Optional<FaceAppearance> appearance;
	private final StageClock clock;
	private final ShotCounter shots = new ShotCounter();
	private final PaintingSmoother paintings = new PaintingSmoother();
	private final Outlines outlines = new Outlines();
	private int skipped;

	/**
	 * @param track where the face is
	 * @param person its number
	 * @param cropSize width and height of the crops that the track's transforms
	 *          lead to, px
	 * @param painter paints faces; has begun; called by the thread that asks for
	 *          paintings
	 * @param compositor what of a face is replaced, and with which colours
	 * @param appearance how the person looks, if what is before the face is to
	 *          stay
	 * @param clock told how long the stages take
	 */
	SwapLane(final PersonTrack track, final int person, final int cropSize,
		final FacePainter painter, final FaceCompositor compositor,
		final Optional<FaceAppearance> appearance, final StageClock clock)
	{
		this.appearance = appearance;
		this.track = track;
		this.person = person;
		this.cropSize = cropSize;
		this.painter = painter;
		this.compositor = compositor;
		this.clock = clock;
		framing = painter.framing();
	}

	/**
	 * @param frame the next one in order
	 * @return where the face is in it
	 */
	SwapFrame cut(final Frame frame) {
		final long start = System.nanoTime();
		final Optional<PersonTrack.Placement> face = track.at(frame.index());
		final Optional<Target> target = face.flatMap(f -> Target.of(frame, f,
			cropSize, compositor.settings(), framing)).map(t -> t.inRun(shots.next(t
				.run(), t.crop())));
		return new SwapFrame(frame, face.isPresent(), target, Optional.empty(),
			(System.nanoTime() - start) / 1e6);
	}

	/**
	 * @param batch frames as they were cut, in order
	 * @param workers work on the paintings
	 * @return the same with paintings
	 * @throws IOException if a worker fails with one
	 */
	List<SwapFrame> painted(final List<SwapFrame> batch,
		final ExecutorService workers) throws IOException
	{
		final List<SwapFrame> shown = batch.stream().filter(f -> f.target()
			.isPresent()).toList();
		if (shown.isEmpty()) return batch;
		final long start = System.nanoTime();
		final var faces = painter.paint(shown).iterator();
		final double each = clock.add(Stage.DECODING, start) / shown.size();
		final var work = new ArrayList<Future<SwapFrame>>(batch.size());
		for (final SwapFrame f : batch)
			work.add(f.target().isEmpty() ? CompletableFuture.completedFuture(f)
				: painted(f, faces.next(), each, workers));
		final var done = new ArrayList<SwapFrame>(batch.size());
		for (final Future<SwapFrame> f : work)
			done.add(Threads.result(f));
		return done;
	}

	private Future<SwapFrame> painted(final SwapFrame f, final DecodedFace face,
		final double decoding, final ExecutorService workers)
	{
		return workers.submit(() -> {
			final long start = System.nanoTime();
			final Target target = f.target().orElseThrow();
			final var painting = Painting.of(face, target, compositor.settings(),
				compositor.colour(), appearance.map(a -> a.seen(target.crop(), target
					.landmarks().mapped(target.toWindow()))));
			return f.with(painting, decoding + clock.add(Stage.PAINTING, start));
		});
	}

	/** @param frame the next painted frame in order */
	void add(final SwapFrame frame) {
		paintings.add(frame);
	}

	/**
	 * @param frame the next frame in order; it and the
	 *          {@value PaintingSmoother#REACH} after it were added
	 * @return what is to be put into it, and its numbers
	 */
	PlacedFace placed(final SwapFrame frame) {
		if (frame.found() && frame.target().isEmpty()) skipped++;
		final var placed = new PlacedFace(person, frame, frame.painting().map(
			painting -> paintings.smoothed(frame)));
		placed.painting().ifPresent(painting -> outlines.add(frame.frame().index(),
			painting.mask(frame.target().orElseThrow(), compositor.settings())
				.outline()));
		return placed;
	}

	/** @return what was done so far */
	SwappedPerson report() {
		return new SwappedPerson(person, outlines.size(), skipped, outlines);
	}
}
