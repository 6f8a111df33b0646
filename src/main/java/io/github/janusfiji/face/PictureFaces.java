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
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.pixels.GreyResampler;
import io.github.janusfiji.pixels.Sharpness;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Finds the faces of photographs, each by itself: every picture is searched
 * thoroughly, and nothing is followed or smoothed from one to the next. Pictures
 * are searched side by side; the result does not depend on how many at once.
 */
final class PictureFaces {

	/** Overlap from which two findings are one face. */
	private static final double SAME = 0.3;

	/** Pictures in work at a time, for each processor. */
	private static final int AHEAD = 2;

	/**
	 * A face of a photograph.
	 *
	 * @param sighting where it is; its time is 0
	 * @param sharpness as of {@link Sharpness#sharpness}, grey levels²
	 * @param texture by which it is known again
	 */
	record Seen(Track.Sighting sighting, double sharpness,
		FaceTexture texture)
	{

		/** @return area of the face's box, px² */
		double area() {
			final Box box = MeanFace.box(sighting.landmarks());
			return box.width() * box.height();
		}
	}

	private final Supplier<FaceDetector> detectors;
	private final FaceLocator locator;
	private final int size;

	/**
	 * @param detectors makes a detector for each thread
	 * @param locator locates faces
	 * @param size width and height of the crops in which sharpness is measured, px
	 */
	PictureFaces(final Supplier<FaceDetector> detectors,
		final FaceLocator locator, final int size)
	{
		this.detectors = detectors;
		this.locator = locator;
		this.size = size;
	}

	/**
	 * @param frames the photographs
	 * @param progress told each of them
	 * @return their faces, in order
	 * @throws IOException if one cannot be read
	 */
	List<Seen> find(final FrameSequence frames, final Progress progress)
		throws IOException
	{
		final int threads = Runtime.getRuntime().availableProcessors();
		final var free = new ConcurrentLinkedQueue<FaceDetector>();
		final ExecutorService pool = Threads.pool("janus-pictures", threads);
		final var pending = new ArrayDeque<Future<List<Seen>>>();
		final var all = new ArrayList<Seen>();
		int done = 0;
		try (var cursor = frames.cursor()) {
			for (Frame f = cursor.next(); f != null; f = cursor.next()) {
				final Frame picture = f;
				pending.add(pool.submit(() -> find(picture, free)));
				while (pending.size() > AHEAD * threads) {
					progress.check();
					all.addAll(Threads.result(pending.remove()));
					progress.done(++done);
				}
			}
			while (!pending.isEmpty()) {
				progress.check();
				all.addAll(Threads.result(pending.remove()));
				progress.done(++done);
			}
			return all;
		}
		finally {
			close(pool, free);
		}
	}

	/** Natively allocated detectors may be freed only when no thread uses them. */
	private static void close(final ExecutorService pool,
		final Collection<FaceDetector> detectors)
	{
		pool.shutdownNow();
		Threads.end(pool);
		detectors.forEach(FaceDetector::close);
	}

	private List<Seen> find(final Frame picture,
		final ConcurrentLinkedQueue<FaceDetector> free)
	{
		final FaceDetector used = free.poll();
		final FaceDetector detector = used == null ? detectors.get() : used;
		try {
			return find(picture, detector.detectAll(picture));
		}
		finally {
			free.add(detector);
		}
	}

	private List<Seen> find(final Frame picture,
		final List<Detection> detections)
	{
		final var seen = new ArrayList<Track.Sighting>();
		for (final Detection d : detections) {
			if (isAmong(seen, d.box())) continue;
			locator.alone(picture, d).map(FaceLocator.Found::sighting).filter(
				s -> !isAmong(seen, MeanFace.box(s.landmarks()))).ifPresent(seen::add);
		}
		return seen.stream().map(s -> new Seen(s, sharpness(picture, s),
			FaceTexture.of(picture, s.landmarks()))).sorted(Comparator
				.comparingDouble(Seen::area).reversed()).toList();
	}

	private double sharpness(final Frame picture, final Track.Sighting seen) {
		final var map = FaceAligner.align(seen.landmarks(), size);
		return Sharpness.of(GreyResampler.resample(picture.argb(), picture.width(), map.inverse(), size),
			size);
	}

	private static boolean isAmong(final List<Track.Sighting> seen,
		final Box box)
	{
		return seen.stream().anyMatch(s -> MeanFace.box(s.landmarks()).overlap(
			box) >= SAME);
	}
}
