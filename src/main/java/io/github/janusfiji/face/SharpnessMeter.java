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
import io.github.janusfiji.pixels.GreyResampler;
import io.github.janusfiji.pixels.Sharpness;
import io.github.janusfiji.task.Threads;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/**
 * Measures the sharpness of faces beside the tracking, on a thread of its own.
 * Holds at most a few frames at a time.
 */
final class SharpnessMeter implements AutoCloseable {

	private static final int PENDING = 8;

	/** Crop size that suffices to rank the faces of a clip, px. */
	static final int ENOUGH = 128;

	private final int size;
	private final Semaphore room = new Semaphore(PENDING);
	private final ExecutorService thread = Threads.pool(
		"janus-sharpness", 1);
	private final Map<Track.Sighting, CompletableFuture<Double>> results =
		new IdentityHashMap<>();

	/** @param size width and height of the crops, px */
	SharpnessMeter(final int size) {
		this.size = Math.min(size, ENOUGH);
	}

	/** Measures later; waits only while many are pending. */
	void measure(final Frame frame, final Track.Sighting seen) {
		room.acquireUninterruptibly();
		results.put(seen, CompletableFuture.supplyAsync(() -> {
			try {
				final var map = FaceAligner.align(seen.landmarks(), size);
				return Sharpness.of(GreyResampler.resample(frame.argb(), frame.width(), map.inverse(), size),
					size);
			}
			finally {
				room.release();
			}
		}, thread));
	}

	/**
	 * @param seen a sighting that was measured
	 * @return variance of the Laplacian inside its crop, grey levels²
	 * @throws CompletionException if measuring failed
	 */
	double of(final Track.Sighting seen) {
		return results.get(seen).join();
	}

	@Override
	public void close() {
		thread.shutdownNow();
	}
}
