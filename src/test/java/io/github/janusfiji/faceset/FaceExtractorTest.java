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
package io.github.janusfiji.faceset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.Scenario;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The extraction of a drawn clip, from its tracks to the face set. */
class FaceExtractorTest {

	@TempDir
	Path folder;

	@Test
	void theWholeExtractionOfAScenario() throws IOException {
		final var clip = new Scenario(30, Scenario.actor(1, 0, 30, 20, 100), Scenario
			.actor(2, 0, 30, 200, 80));
		final var extractor = new FaceExtractor(clip.tracker());
		final Path out = folder.resolve("l.tif");
		try (var set = extractor.extract(clip, out, new FaceExtractor.Options(96, 0,
			3), Progress.NONE))
		{
			assertEquals(20, set.faces().size());
			assertEquals(27, set.faces().get(19).frame());
			assertEquals(30, set.source().frames());
			for (int i = 0; i < 20; i++) {
				final Face f = set.faces().get(i);
				assertArrayEquals(FaceAligner.crop(clip.frame(f.frame()), f.transform(),
					96), set.crop(i));
			}
		}
		for (final var wrong : List.of(new FaceExtractor.Options(32, 1, 1),
			new FaceExtractor.Options(96, -1, 1), new FaceExtractor.Options(96, 1, 0),
			new FaceExtractor.Options(96, 7, 1)))
			assertThrows(InputException.class, () -> extractor.extract(clip, out,
				wrong, Progress.NONE));
		assertThrows(InputException.class, () -> extractor.extract(clip, folder
			.resolve("l.png"), FaceExtractor.Options.DEFAULT, Progress.NONE));
		final var empty = new Scenario(20);
		final var exc = assertThrows(InputException.class, () -> new FaceExtractor(
			empty.tracker()).extract(empty, folder.resolve("m.tif"),
				FaceExtractor.Options.DEFAULT, Progress.NONE));
		assertTrue(exc.getMessage().contains("No face was found in scenario (20 fr"));
		assertFalse(Files.exists(folder.resolve("m.tif")));
	}
}
