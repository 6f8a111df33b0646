package io.github.janusfiji.swap;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
	private final Function<Frame, SwapFrame> cut;
	private final int batch;
	private final ExecutorService thread = Executors.newSingleThreadExecutor(
		task -> {
			final var t = new Thread(task, "Janus swap reader");
			t.setDaemon(true);
			return t;
		});
	private volatile boolean closed;
	private Future<List<SwapFrame>> ahead;

	/**
	 * @param frames the clip
	 * @param cut finds the target in a frame; called on the reading thread
	 * @throws IOException if the clip cannot be read
	 */
	TargetReader(final FrameSequence frames,
		final Function<Frame, SwapFrame> cut) throws IOException
	{
		this.cut = cut;
		final long bytes = 4L * frames.width() * frames.height();
		batch = (int) Math.max(1, Math.min(MOST, BATCH_BYTES / bytes));
		cursor = frames.cursor();
		ahead = thread.submit(this::read);
	}

	/**
	 * @return the next frames in order; empty after the last
	 * @throws IOException if the source breaks off or cannot be decoded
	 */
	List<SwapFrame> next() throws IOException {
		final List<SwapFrame> ready = Await.result(ahead);
		if (!ready.isEmpty()) ahead = thread.submit(this::read);
		return ready;
	}

	private List<SwapFrame> read() throws IOException {
		final var frames = new ArrayList<SwapFrame>(batch);
		while (frames.size() < batch && !closed) {
			final Frame frame = cursor.next();
			if (frame == null) break;
			frames.add(cut.apply(frame));
		}
		return frames;
	}

	/** Waits for the frame being read, then closes the clip's cursor. */
	@Override
	public void close() {
		closed = true;
		thread.shutdown();
		boolean interrupted = false;
		while (!thread.isTerminated()) {
			try {
				thread.awaitTermination(1, TimeUnit.MINUTES);
			}
			catch (final InterruptedException e) {
				interrupted = true;
			}
		}
		cursor.close();
		if (interrupted) Thread.currentThread().interrupt();
	}
}
