package io.github.janusfiji.frames;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A moving picture read lazily: a video file, a folder of images, a TIFF stack
 * or an open image. Holds a bounded window of frames in memory, however long
 * the source is.
 * <p>
 * Frames may be fetched in any order with {@link #frame(int)}; in-order reading
 * with {@link #cursor()} decodes ahead and is several times faster. Every
 * method may be called from any thread.
 * </p>
 */
public interface FrameSequence extends AutoCloseable {

	/** @return the source's name for people, such as {@code clip.mp4} */
	String name();

	/** @return where the source is stored, if it is a file or folder */
	Optional<Path> path();

	/** @return width of every frame after rotation is applied, px */
	int width();

	/** @return height of every frame after rotation is applied, px */
	int height();

	/**
	 * @return number of frames; for containers that do not store it, the best
	 *         estimate until the end was once reached, exact from then on
	 */
	int count();

	/** @return average frame rate, frames/s; 25 for sources without one */
	double frameRate();

	/**
	 * @param index frame, from 0 to {@link #count()} − 1
	 * @return that frame, decoded exactly
	 * @throws IOException if the source cannot be read there
	 * @throws IndexOutOfBoundsException if there is no such frame
	 */
	Frame frame(int index) throws IOException;

	/**
	 * @return a reader of all frames in order, to be closed after use
	 * @throws IOException if the source cannot be read
	 */
	FrameCursor cursor() throws IOException;

	/**
	 * @param index frame, from 0
	 * @return the name of the file that holds this frame, if each frame has its
	 *         own
	 */
	default Optional<String> frameFile(final int index) {
		return Optional.empty();
	}

	@Override
	void close();
}
