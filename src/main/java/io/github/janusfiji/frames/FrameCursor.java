package io.github.janusfiji.frames;

import java.io.IOException;

/** Reads a {@link FrameSequence} from its first frame to its last. */
public interface FrameCursor extends AutoCloseable {

	/**
	 * @return the next frame, or null after the last
	 * @throws IOException if the source breaks off or cannot be decoded; the
	 *           message is one sentence for the user
	 */
	Frame next() throws IOException;

	@Override
	void close();
}
