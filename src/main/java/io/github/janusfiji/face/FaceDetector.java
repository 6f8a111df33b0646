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
import io.github.janusfiji.geometry.Box;
import java.util.List;
import org.scijava.plugin.SciJavaPlugin;

/**
 * Finds faces in a single picture. An extension point: annotate an
 * implementation with {@code @Plugin(type = FaceDetector.class, name = "…")}.
 * The one with the highest priority is used. Annotated implementations need a
 * public constructor without parameters and load native code no earlier than at
 * the first call of {@link #detect(Frame)}. Each is used by one thread.
 */
public interface FaceDetector extends SciJavaPlugin, AutoCloseable {

	/**
	 * @param frame the picture
	 * @return the faces in it, the surest first
	 */
	List<Detection> detect(Frame frame);

	/**
	 * Looks for a face that was lost. The default searches the whole picture.
	 *
	 * @param frame the picture
	 * @param near where the face was, framed as {@link LandmarkModel#locate}
	 *          expects it, px
	 * @return the faces about there, the surest first
	 */
	default List<Detection> detect(final Frame frame, final Box near) {
		return detect(frame);
	}

	/**
	 * Looks for every face of a photograph that stands alone, for which no
	 * neighbouring frame can make good. May take longer and err more often than
	 * {@link #detect(Frame)}, which is the default.
	 *
	 * @param frame the picture
	 * @return the faces in it, the surest first; a face may be told several times
	 */
	default List<Detection> detectAll(final Frame frame) {
		return detect(frame);
	}

	@Override
	default void close() {}
}
