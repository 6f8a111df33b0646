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
package io.github.janusfiji.provenance;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.watermark.WatermarkReader;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Looks for Janus's watermark in recordings. */
final class WatermarkSearch {

	/** So many frames are laid over each other; more add little. */
	private static final int FRAMES = 48;

	/** The search ends at the first frames that suffice. */
	private static final int LEAST = 4;

	private WatermarkSearch() {}

	/** @return the identifier, 16 hexadecimal digits */
	static Optional<String> in(final Path media, final Progress progress)
		throws IOException
	{
		try (FrameSequence frames = Frames.open(media)) {
			final int count = frames.count(), used = Math.min(FRAMES, count);
			progress.stage("Looking for a watermark", used);
			final var reader = new WatermarkReader();
			for (int i = 0; i < used; i++) {
				progress.check();
				final Frame frame = frames.frame((int) ((long) i * count / used));
				reader.add(frame.argb(), frame.width(), frame.height());
				progress.done(i + 1);
				final boolean due = i + 1 == Math.min(LEAST, used) || i + 1 == used;
				final var found = due ? reader.read() : Optional
					.<WatermarkReader.Reading> empty();
				if (found.isPresent()) return Optional.of(String.format(Locale.ROOT,
					"%016x", found.get().identifier()));
			}
		}
		return Optional.empty();
	}
}
