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
package io.github.janusfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.plugin.Duplicator;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.faceset.FaceSelection;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.frames.VideoVirtualStack;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of swaps while a model is trained. */
class SwapWatchTest {

	@TempDir
	Path folder;

	private FaceSet extract(final String name) throws IOException {
		final var image = VideoVirtualStack.open(Path.of("sample-data", name +
			".mp4"));
		final var some = new Duplicator().run(image, 1, 20);
		some.setTitle(name);
		try (var clip = Frames.of(some)) {
			return new FaceExtractor().extract(clip, folder.resolve(name + ".tif"),
				new FaceExtractor.Options(Framing.of(160), FaceSelection.of(1, 1)),
				Progress.NONE);
		}
	}

	private double[] found() throws IOException {
		final double[] found = { Double.NaN, Double.NaN };
		final Path model = folder.resolve("m.janus");
		try (var ada = extract("ada"); var ben = extract("ben")) {
			new FaceModelTrainer().train(ada, ben, model, new TrainingOptions("light64", 1, 0,
				1, 1, "cpu", Tuning.PLAIN.withoutBase()),
				new TrainingListener() {

					@Override
					public void swapped(final int iteration, final double a,
						final double b)
					{
						found[0] = a;
						found[1] = b;
					}
				}, Progress.NONE);
		}
		try (var engine = Engine.preferred()) {
			final var row = ModelFile.read(model, engine, true).history().last()
				.orElseThrow();
			assertEquals(found[0], row.swappedA().found());
			assertEquals(found[1], row.swappedB().found());
		}
		return found;
	}

	@Test
	void noiseIsNoFace() throws IOException {
		for (final double share : found())
			assertEquals(0, share, 0.2);
	}

	@Test
	void onlyGoodReconstructionsOfBadSwapsMislead() {
		final var seen = new SwapJudge.Verdict(1, 3, 0.9, 0.9);
		final var missed = new SwapJudge.Verdict(0.2, 9, 0.1, 0);
		assertTrue(SwapJudge.isMisleading(seen, missed, 0.95));
		assertFalse(SwapJudge.isMisleading(seen, seen, 0.95));
		assertFalse(SwapJudge.isMisleading(missed, missed, 0.5));
		assertFalse(SwapJudge.isMisleading(SwapJudge.Verdict.NONE,
			SwapJudge.Verdict.NONE, 0.95));
	}
}
