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
package io.github.janusfiji.sample;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Renders a clip's frames on several threads and delivers them in order. */
final class Studio {

	/**
	 * @param frame the picture
	 * @param landmarks what is where in it, px
	 */
	record Shot(Frame frame, Landmarks landmarks) {}

	/** Receives the shots of a clip in order. */
	interface Screen {

		void show(Shot shot) throws IOException;
	}

	private final Scene scene;
	private final Performance performance;
	private final BlockingQueue<Renderer> renderers;
	private final int threads;

	Studio(final Scene scene, final Performance performance,
		final int threads)
	{
		this.scene = scene;
		this.performance = performance;
		this.threads = threads;
		renderers = new ArrayBlockingQueue<>(threads);
		final var model = new HeadModel(scene.who());
		for (int i = 0; i < threads; i++)
			renderers.add(new Renderer(scene, model));
	}

	/**
	 * @param screen given every frame
	 * @throws IOException what the screen throws
	 */
	void shoot(final Screen screen) throws IOException {
		final ExecutorService pool = Threads.pool("janus-studio", threads);
		final Queue<Future<Shot>> ahead = new ArrayDeque<>();
		try {
			for (int i = 0; i < performance.frames(); i++) {
				final int index = i;
				ahead.add(pool.submit(() -> shot(index)));
				if (ahead.size() > 2 * threads) screen.show(
					Threads.result(ahead.remove()));
			}
			while (!ahead.isEmpty())
				screen.show(Threads.result(ahead.remove()));
		}
		finally {
			pool.shutdownNow();
		}
	}

	/**
	 * @param index of the frame, from 0
	 * @return that frame, the same whichever thread asks
	 */
	Shot shot(final int index) throws InterruptedException {
		final Renderer renderer = renderers.take();
		try {
			final Frame frame = renderer.render(index, index / performance
				.frameRate(), performance.at(index));
			return new Shot(frame, new Measure(scene.camera()).landmarks(renderer
				.head()));
		}
		finally {
			renderers.add(renderer);
		}
	}
}
