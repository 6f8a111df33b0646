package io.github.janusfiji.sample;

import io.github.janusfiji.face.Landmarks;
import io.github.janusfiji.frames.Frame;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
		final ExecutorService pool = Executors.newFixedThreadPool(threads);
		final Queue<Future<Shot>> ahead = new ArrayDeque<>();
		try {
			for (int i = 0; i < performance.frames(); i++) {
				final int index = i;
				ahead.add(pool.submit(() -> shot(index)));
				if (ahead.size() > 2 * threads) screen.show(ahead.remove().get());
			}
			while (!ahead.isEmpty())
				screen.show(ahead.remove().get());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("Rendering was interrupted.", e);
		}
		catch (final ExecutionException e) {
			throw new IllegalStateException(e.getCause());
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
