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
package io.github.janusfiji.swap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.Progress;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lids of the drawn man in a blink: what his pictures show is known. */
class ShownLidsTest {

	/** Frames around his first blink. */
	private static final int MIDDLE = 46, REACH = 10;

	@TempDir
	Path folder;

	@Test
	void picturesOfABlinkAreKnownByTheirLids() throws Exception {
		final JsonArray truth;
		try (Reader in = Files.newBufferedReader(Path.of("sample-data",
			"ben.truth.json")))
		{
			truth = JsonParser.parseReader(in).getAsJsonObject().getAsJsonArray(
				"faces");
		}
		final DonorFaces ben;
		try (var clip = Frames.open(Path.of("sample-data", "ben.mp4"));
				var some = new FrameWindow(clip, MIDDLE, REACH);
				var faces = new FaceExtractor().extract(some, folder.resolve("ben.tif"),
					new FaceExtractor.Options(128, 1, 1), Progress.NONE))
		{
			ben = DonorFaces.open(faces.path(), Progress.NONE);
		}
		int closed = 0, open = 0;
		for (final DonorFaces.Shot shot : ben.shots(FacePart.UPPER)) {
			final double lids = truth.get(MIDDLE - REACH + shot.face()).getAsJsonObject().get(
				"openness").getAsDouble();
			for (int eye = 0; eye < 2; eye++) {
				final double seen = ben.habits().eye(shot.face(), eye);
				if (lids < 0.1) assertTrue(seen < 0.35, "closed: " + seen);
				if (lids > 0.85) assertTrue(seen > 0.75, "open: " + seen);
			}
			if (lids < 0.1) closed++;
			if (lids > 0.85) open++;
		}
		assertTrue(closed > 0 && open > 3, closed + " closed, " + open + " open");
	}
}
