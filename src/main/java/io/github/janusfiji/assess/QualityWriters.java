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
package io.github.janusfiji.assess;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.FrameWriter;
import io.github.janusfiji.frames.Frames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writers of one clip at several strengths of compression. */
final class QualityWriters implements AutoCloseable {

	private final List<FrameWriter> writers = new ArrayList<>();

	/**
	 * @param layout where each goes
	 * @param name of the clip
	 * @param qualities quantisers of H.264; 0 is lossless
	 * @param clip whose size and rate the outputs have
	 * @param metadata texts that they bear
	 * @throws IOException if one cannot be begun; none is left then
	 */
	QualityWriters(final CollectionLayout layout, final String name,
		final List<Integer> qualities, final FrameSequence clip,
		final Map<String, String> metadata) throws IOException
	{
		boolean ready = false;
		try {
			for (final int quality : qualities)
				writers.add(Frames.writer(layout.place(name, quality), clip.width(),
					clip.height(), clip.frameRate(), quality, metadata));
			ready = true;
		}
		finally {
			if (!ready) close();
		}
	}

	/**
	 * @param frame the next of each output
	 * @throws IOException if it cannot be written
	 */
	void write(final Frame frame) throws IOException {
		for (final FrameWriter writer : writers) writer.write(frame);
	}

	/**
	 * Gives all outputs their names.
	 *
	 * @return how many they are
	 * @throws IOException if one cannot be finished
	 */
	int commit() throws IOException {
		for (final FrameWriter writer : writers) writer.commit();
		return writers.size();
	}

	@Override
	public void close() {
		writers.forEach(FrameWriter::close);
	}
}
