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

import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.swap.Donation;
import io.github.janusfiji.swap.DonorFaces;
import io.github.janusfiji.swap.FaceSwapper;
import io.github.janusfiji.swap.SwapMark;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A whole swap without training: both passes over a clip, reading and writing
 * files included. Prints where the time went.
 * <p>
 * Arguments: clip, face set, output, and anything more to keep what is before
 * the face.
 * </p>
 */
public final class GraphicsSpeed {

	private GraphicsSpeed() {}

	/**
	 * @param args see above
	 * @throws IOException if a file cannot be used
	 */
	public static void main(final String[] args) throws IOException {
		final var options = new FaceSwapper.Options(Side.A, 1, "extended",
			"reinhard", "pyramid", FaceSwapper.Edge.USUAL, 0, "match", args
				.length > 3);
		final var donors = List.of(new Donation(1, DonorFaces.open(Path.of(args[1]),
			Progress.NONE)));
		try (var clip = Frames.open(Path.of(args[0]))) {
			final var mark = SwapMark.of(clip, donors, options, Progress.NONE);
			try (var out = Frames.writer(Path.of(args[2]), clip, mark)) {
				final var report = new FaceSwapper().swap(clip, donors, options,
					step -> out.write(step.result()), Progress.NONE);
				out.commit();
				System.out.println(report.swapped() + " of " + report.frames() +
					" frames; " + report.times().summary(report.frames()));
			}
		}
	}
}
