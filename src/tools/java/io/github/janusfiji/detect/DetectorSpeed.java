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
package io.github.janusfiji.detect;

import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures the processor time that the detectors that come with Janus take for a
 * frame whose face is known.
 *
 * <pre>
 * java … io.github.janusfiji.detect.DetectorSpeed clip every
 * </pre>
 */
public final class DetectorSpeed {

	/** Faces first, so that the compiler has seen everything. */
	private static final int WARM = 60;

	private DetectorSpeed() {}

	/**
	 * @param args a clip and the step between frames
	 * @throws IOException if it cannot be read
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length < 2) throw new InputException(
			"Give a clip and the step between frames.");
		try (var whole = Frames.open(Path.of(args[0])); var model = DetectorModel
			.embedded())
		{
			final var frames = new ThinnedFrames(whole, Integer.parseInt(args[1]));
			final var faces = ClipFaces.find(frames, 1, Progress.NONE);
			final long[] time = new long[model.parts().size() + 1];
			final int[] count = new int[1];
			ClipFaces.read(frames, faces, Progress.NONE, (frame, face) -> {
				final boolean counts = count[0]++ >= WARM;
				long start = now();
				final var picture = FacePicture.of(frame, face);
				for (int k = 0; k < time.length; k++) {
					if (k > 0) model.parts().get(k - 1).detector().scores(List.of(
						picture));
					final long end = now();
					if (counts) time[k] += end - start;
					start = end;
				}
			});
			final int n = count[0] - WARM;
			double sum = 0;
			for (int k = 0; k < time.length; k++) {
				final double each = time[k] / 1e6 / n;
				sum += each;
				System.out.printf(Locale.ROOT, "%s %.2f ms%n", k == 0 ? "cutting out"
					: model.names().get(k - 1), each);
			}
			System.out.printf(Locale.ROOT,
				"%d faces of %d×%d px: %.2f ms a frame, %.0f frames/s on one core%n", n,
				frames.width(), frames.height(), sum, 1000 / sum);
		}
	}

	private static long now() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}
}
