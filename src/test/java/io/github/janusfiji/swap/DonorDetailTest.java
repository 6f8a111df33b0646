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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DonorDetailTest {

	@TempDir
	Path folder;

	@Test
	void aModelLendsItsPicturesAndAnOlderOneSwapsAsBefore() throws IOException {
		final Path file = SampleModel.write(folder);
		try (var model = FaceModel.open(file)) {
			assertTrue(model.gallery(Side.B).isPresent());
		}
		final List<SwapStep> donor = swapped(file, "donor"), match = swapped(file,
			"match");
		final Path older = withoutGallery(file);
		final List<SwapStep> fallback = swapped(older, "donor");
		for (int i = 0; i < match.size(); i++) {
			assertArrayEquals(match.get(i).result().argb(), fallback.get(i).result()
				.argb());
			assertFalse(Arrays.equals(match.get(i).result().argb(), donor.get(i)
				.result().argb()));
		}
	}

	private List<SwapStep> swapped(final Path file, final String detail)
		throws IOException
	{
		final var steps = new ArrayList<SwapStep>();
		try (var clip = Frames.open(folder.resolve("ada.mkv")); var model = FaceModel
			.open(file))
		{
			new FaceSwapper().swap(clip, model, new FaceSwapper.Options(Side.B, 1,
				"extended", "reinhard", "pyramid", FaceSwapper.Edge.USUAL, 0, detail,
				false), List.of(), steps::add, Progress.NONE);
		}
		return steps;
	}

	/** The same model as an earlier Janus wrote it. */
	private Path withoutGallery(final Path file) throws IOException {
		final Path older = folder.resolve("older.janus");
		try (var from = new ZipFile(file.toFile()); var to = new ZipOutputStream(
			Files.newOutputStream(older)))
		{
			to.setLevel(0);
			for (final ZipEntry entry : Collections.list(from.entries())) {
				if (entry.getName().startsWith("gallery")) continue;
				byte[] bytes = from.getInputStream(entry).readAllBytes();
				if (entry.getName().equals("model.json")) {
					final JsonObject json = JsonParser.parseString(new String(bytes,
						StandardCharsets.UTF_8)).getAsJsonObject();
					json.getAsJsonObject("sha256").keySet().removeIf(k -> k.startsWith(
						"gallery"));
					bytes = json.toString().getBytes(StandardCharsets.UTF_8);
				}
				to.putNextEntry(new ZipEntry(entry.getName()));
				to.write(bytes);
				to.closeEntry();
			}
		}
		return older;
	}
}
