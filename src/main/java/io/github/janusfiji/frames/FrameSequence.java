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
package io.github.janusfiji.frames;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

	/**
	 * @return what the frames have to do with each other. Only of
	 *         {@link FrameKind#PICTURES} frames may differ in size and have no
	 *         time; nothing may be followed or smoothed from one to the next
	 * @throws java.io.UncheckedIOException if they had to be looked at and cannot
	 *           be read
	 */
	default FrameKind kind() {
		return FrameKind.AUTOMATIC;
	}

	/** @return whether the frames are known to be unrelated photographs */
	default boolean isPictures() {
		return kind() == FrameKind.PICTURES;
	}

	/** @return whether every frame is as large as the sequence */
	default boolean hasOneSize() {
		return true;
	}

	/** @return width of the widest frame after rotation is applied, px */
	int width();

	/** @return height of the highest frame after rotation is applied, px */
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

	/**
	 * @param index frame, from 0
	 * @return what to call it among slices: its file's name, or its time
	 */
	default String label(final int index) {
		return frameFile(index).orElseGet(() -> String.format(Locale.ROOT,
			"%.3f s", index / frameRate()));
	}

	/**
	 * @param index frame, from 0
	 * @return its presentation time, s, by the source's own time stamps, without
	 *         decoding it
	 * @throws IOException if the source cannot be read
	 */
	default double timeOf(final int index) throws IOException {
		return index / frameRate();
	}

	/**
	 * @return keys and texts of the source's own metadata, whatever their case;
	 *         empty if it has none. A view of other frames passes theirs on
	 * @throws IOException if the source cannot be read
	 */
	default SortedMap<String, String> metadata() throws IOException {
		return new TreeMap<>();
	}

	/**
	 * @return why nothing may be seen in the frames, in words that follow a
	 *         sentence's end; empty if they look as usual
	 */
	default String hint() {
		return "";
	}

	/**
	 * @return the files and folders that the frames are or were read from, none of
	 *         which may be written by what is made of them
	 */
	default List<Path> files() {
		return path().stream().toList();
	}

	/**
	 * @return what an image says of its pixels beside their colours; empty for
	 *         sources that are no image
	 */
	default Optional<ImageScale> scale() {
		return Optional.empty();
	}

	@Override
	void close();
}
