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
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.swap.StageClock.Stage;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Reads a clip in batches and cuts out the faces, one batch ahead of its user
 * on a thread of its own. Holds two batches at most.
 */
final class TargetReader implements AutoCloseable {

	/** What two batches may take, bytes of pixels each. */
	private static final long BATCH_BYTES = 64L << 20;

	/** Most frames in a batch. */
	private static final int MOST = 16;

	private final FrameCursor cursor;
	private final Function<Frame, FrameFaces> cut;
	private final StageClock clock;
	private final int batch;
	private final ExecutorService thread = Threads.pool(
		"Janus swap reader", 1);
	private volatile boolean closed;
	private Future<List<FrameFaces>> ahead;

	/**
	 * @param frames the clip
	 * @param cut finds the faces in a frame; called on the reading thread
	 * @param clock told how long reading takes
	 * @throws IOException if the clip cannot be read
	 */
	TargetReader(final FrameSequence frames,
		final Function<Frame, FrameFaces> cut, final StageClock clock)
		throws IOException
	{
		this.cut = cut;
		this.clock = clock;
		final long bytes = 4L * frames.width() * frames.height();
		batch = (int) Math.max(1, Math.min(MOST, BATCH_BYTES / bytes));
		cursor = frames.cursor();
		ahead = thread.submit(this::read);
	}

	/**
	 * @return the next frames in order; empty after the last
	 * @throws IOException if the source breaks off or cannot be decoded
	 */
	List<FrameFaces> next() throws IOException {
		final List<FrameFaces> ready = Threads.result(ahead);
		if (!ready.isEmpty()) ahead = thread.submit(this::read);
		return ready;
	}

	private List<FrameFaces> read() throws IOException {
		final long start = System.nanoTime();
		final var frames = new ArrayList<FrameFaces>(batch);
		while (frames.size() < batch && !closed) {
			final Frame frame = cursor.next();
			if (frame == null) break;
			frames.add(cut.apply(frame));
		}
		clock.add(Stage.READING, start);
		return frames;
	}

	/** Waits for the frame being read, then closes the clip's cursor. */
	@Override
	public void close() {
		closed = true;
		Threads.end(thread);
		cursor.close();
	}
}
