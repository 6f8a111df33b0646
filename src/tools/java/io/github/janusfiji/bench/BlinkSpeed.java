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
package io.github.janusfiji.bench;

import io.github.janusfiji.blink.BlinkAnalyzer;
import io.github.janusfiji.eyestate.EyeMethod;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/**
 * How many frames per second the eyes are read in: with faces already found, for
 * each method, and from the video alone. Also tells the memory outside of the
 * Java heap after each pass, which must not grow.
 */
public final class BlinkSpeed {

	private BlinkSpeed() {}

	/**
	 * @param args a clip, and how often to read its eyes
	 * @throws IOException if it cannot be read
	 */
	public static void main(final String[] args) throws IOException {
		final EyeStateModel model = EyeStateModel.embedded();
		try (FrameSequence frames = Frames.open(Path.of(args[0]))) {
			final long begin = System.nanoTime();
			final FaceTracks tracks = FaceTracker.create().track(frames, 256,
				Progress.NONE);
			final double faces = (System.nanoTime() - begin) / 1e9;
			for (final EyeMethod method : EyeMethod.values()) {
				double eyes = 0;
				for (int i = 0; i < Integer.parseInt(args[1]); i++) {
					final long start = System.nanoTime();
					final int count = new BlinkAnalyzer(method, model).analyze(frames,
						tracks, 1, Progress.NONE).eyes().size();
					eyes = (System.nanoTime() - start) / 1e9;
					System.out.printf(Locale.ROOT,
						"%s, faces known: %.0f frames/s; %d MiB outside of the heap%n", method
							.label(), count / eyes, Pointer.physicalBytes() >> 20);
				}
				System.out.printf(Locale.ROOT, "%s, from the video: %.0f frames/s%n",
					method.label(), frames.count() / (faces + eyes));
			}
		}
	}
}
