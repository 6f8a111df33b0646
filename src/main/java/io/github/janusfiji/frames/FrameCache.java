package io.github.janusfiji.frames;

import java.util.LinkedHashMap;
import java.util.Map;

/** The frames used last, up to a bound. Hands out copies. Not thread-safe. */
final class FrameCache {

	private static final long BYTES = 64L << 20;

	private final int capacity;
	private final Map<Integer, Frame> frames = new LinkedHashMap<>(16, 0.75f,
		true);

	/** @param width and height of the frames, px, which decide how many fit */
	FrameCache(final int width, final int height) {
		capacity = (int) Math.max(2, Math.min(12, BYTES / (4L * width * height)));
	}

	void put(final Frame frame) {
		frames.put(frame.index(), frame);
		final var eldest = frames.keySet().iterator();
		while (frames.size() > capacity) {
			eldest.next();
			eldest.remove();
		}
	}

	/** @return a copy of the frame, or null if it is not here */
	Frame get(final int index) {
		final var frame = frames.get(index);
		return frame == null ? null : copy(frame);
	}

	static Frame copy(final Frame frame) {
		return new Frame(frame.index(), frame.time(), frame.width(), frame.height(),
			frame.argb().clone());
	}

	int capacity() {
		return capacity;
	}

	void clear() {
		frames.clear();
	}
}
