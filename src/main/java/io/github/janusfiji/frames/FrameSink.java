package io.github.janusfiji.frames;

import java.io.IOException;

/** Where frames are encoded to; used by one thread at a time. */
interface FrameSink extends AutoCloseable {

	void write(Frame frame) throws IOException;

	/** Writes what belongs at the end and closes the file. */
	void finish() throws IOException;

	/** Releases everything, finished or not. */
	@Override
	void close() throws IOException;
}
