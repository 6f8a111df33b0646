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
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Reads a clip a few frames ahead of the tracking, tells where it is cut, and
 * searches whole frames meanwhile on a thread of its own: the first, those
 * after a cut, and one every half second or {@value #MOST} frames. Which frames
 * are searched depends on the pictures alone, so that results do not depend on
 * timing.
 */
final class SearchAhead implements AutoCloseable {

	/** Frames held, if they are small enough. */
	private static final int AHEAD = 8;

	private static final long BYTES = 64L << 20;

	/** Most frames between two searches. */
	private static final int MOST = 15;

	/**
	 * A frame that was read.
	 *
	 * @param frame the picture
	 * @param cut whether it shows another scene than the one before
	 * @param search the faces that a search of the frame finds; null if the frame
	 *          was not searched
	 */
	record Step(Frame frame, boolean cut, Future<List<Detection>> search) {}

	private final FrameCursor cursor;
	private final Supplier<FaceDetector> detectors;
	private final int interval;
	private final SceneChange scene = new SceneChange();
	private final ArrayDeque<Step> ready = new ArrayDeque<>();
	private final ExecutorService thread = Threads.pool(
		"janus-search", 1);
	private FaceDetector detector;
	private final int begin;
	private boolean ended;
	private int since;

	/**
	 * @param cursor read to its end; closed by whoever opened it
	 * @param detectors makes the detector, which is closed with this object
	 * @param rate frame rate, frames/s
	 * @param begin index of the first frame that is read: up to the next cut,
	 *          those frames are searched that are searched if the clip is read from
	 *          its beginning and was not cut before
	 */
	SearchAhead(final FrameCursor cursor, final Supplier<FaceDetector> detectors,
		final double rate, final int begin)
	{
		this.cursor = cursor;
		this.detectors = detectors;
		this.begin = begin;
		interval = (int) Math.max(1, Math.min(MOST, Math.round(rate / 2)));
	}

	/** @return the next frame of the clip; null after the last */
	Step next() throws IOException {
		while (!ended && ready.size() < room()) {
			final Frame frame = cursor.next();
			if (frame == null) ended = true;
			else ready.add(step(frame));
		}
		return ready.poll();
	}

	/**
	 * @param frame a picture
	 * @param near where a face was lost, px
	 * @return the faces about there
	 * @throws IOException if the search ended with one
	 */
	List<Detection> search(final Frame frame, final Box near)
		throws IOException
	{
		return Threads.result(thread.submit(() -> detector().detect(frame, near)));
	}

	private int room() {
		if (ready.isEmpty()) return 1 + AHEAD;
		final Frame f = ready.peek().frame();
		return (int) Math.max(2, Math.min(1 + AHEAD, BYTES / (4L * f.width() * f
			.height())));
	}

	private Step step(final Frame frame) {
		final boolean cut = scene.isCut(frame);
		final boolean first = frame.index() == begin;
		final boolean due = first || cut || since >= interval;
		since = first ? begin % interval + 1 : due ? 1 : since + 1;
		return new Step(frame, cut, due ? thread.submit(() -> detector().detect(
			frame)) : null);
	}

	/** Made, used and closed on the searching thread. */
	private FaceDetector detector() {
		if (detector == null) detector = detectors.get();
		return detector;
	}

	@Override
	public void close() {
		ready.forEach(step -> {
			if (step.search() != null) step.search().cancel(false);
		});
		final var closing = thread.submit(() -> {
			if (detector != null) detector.close();
		});
		thread.shutdown();
		try {
			closing.get();
		}
		catch (final ExecutionException exc) {
			throw new IllegalStateException(exc.getCause());
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}
}
