package io.github.janusfiji.frames;

import java.io.IOException;

/**
 * Writes frames in order to a video, stack or folder. Nothing appears under the
 * output's name before {@link #commit()}: until then the data are in a
 * temporary place beside it, which {@link #close()} removes.
 */
public interface FrameWriter extends AutoCloseable {

	/**
	 * @param frame the next frame, of the writer's size; its pixels are copied or
	 *          encoded before this returns
	 * @throws IOException if it cannot be written, for example because the disk
	 *           is full; the message is one sentence for the user
	 */
	void write(Frame frame) throws IOException;

	/**
	 * Finishes the output and moves it to its name.
	 *
	 * @throws IOException if it cannot be finished; nothing is left behind then
	 */
	void commit() throws IOException;

	/** Releases everything; discards the output unless it was committed. */
	@Override
	void close();
}
