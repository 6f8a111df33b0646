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

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes one 8-bit RGB PNG file per frame (ISO/IEC 15948). */
final class PngSink implements FrameSink {

	private final Path folder;
	private final double frameRate;
	private final boolean keepTimes;
	private final boolean pictures;
	private final Map<String, String> metadata;
	private long written;

	/**
	 * @param keepTimes whether frames carry their own times, or follow each other
	 *          at the frame rate
	 * @param pictures whether they are photographs, which have no times
	 */
	PngSink(final Path folder, final double frameRate, final boolean keepTimes,
		final boolean pictures, final Map<String, String> metadata)
	{
		this.pictures = pictures;
		this.folder = folder;
		this.frameRate = frameRate;
		this.keepTimes = keepTimes;
		this.metadata = metadata;
	}

	@Override
	public double write(final Frame frame) throws IOException {
		final var file = folder.resolve(String.format(Locale.ROOT,
			"frame_%06d.png", written));
		final double time = keepTimes ? frame.time() : written / frameRate;
		final var texts = new LinkedHashMap<String, String>();
		texts.put(PngText.SOFTWARE, PngText.JANUS);
		if (!pictures) {
			texts.put(PngText.TIME, Double.toString(time));
			texts.put(PngText.FRAME_RATE, Double.toString(frameRate));
		}
		metadata.forEach((key, text) -> {
			if (!key.equalsIgnoreCase(PngText.SOFTWARE)) texts.put(key, text);
		});
		try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
			PngEncoder.write(frame, texts, out);
		}
		written++;
		return time;
	}

	@Override
	public void finish() {
		// Every file is complete by itself.
	}

	@Override
	public void close() {
		// No file stays open between frames.
	}
}
