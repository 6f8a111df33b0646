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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceSetFallbackTest {

	@TempDir
	Path folder;

	/** Two faces. */
	private Path write(final String name) throws IOException {
		return FaceTargets.write(folder.resolve(name), 0xff00ff00);
	}

	/** One face. */
	private Path other(final String name) throws IOException {
		try (var set = FaceSet.open(write("two" + name))) {
			set.saveAs(folder.resolve(name), i -> i == 0, Progress.NONE).close();
		}
		return folder.resolve(name);
	}

	@Test
	void theStackHelpsOutWhereTheDescriptionBesideItIsOfNoUse()
		throws IOException
	{
		final Path path = write("h.tif");
		final Path json = FaceSetFiles.sidecar(path);
		final String good = Files.readString(json);
		final List<String> bad = List.of("", "[]", good.substring(0, 99), good
			.replace("\"version\":1", "\"version\":2"), good.replaceFirst(
				"\"time\":[^,]*", "\"time\":1e999"), Files.readString(FaceSetFiles.sidecar(
					other("i.tif"))));
		for (final String text : bad) {
			Files.writeString(json, text);
			try (var set = FaceSet.open(path)) {
				assertEquals(2, set.faces().size());
				assertTrue(set.notice().orElseThrow().contains("h.faces.json"), set
					.notice().toString());
				assertTrue(set.notice().orElseThrow().endsWith("inside h.tif was used " +
					"instead."));
			}
		}
		Files.write(json, "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1));
		try (var set = FaceSet.open(path)) {
			assertTrue(set.notice().orElseThrow().contains("UTF-8"));
		}
		Files.writeString(json, good);
		try (var set = FaceSet.open(path)) {
			assertTrue(set.notice().isEmpty());
		}
	}

	@Test
	void aSetIsNeverWrittenOverTheDescriptionOfAnother() throws IOException {
		// Both names share one .faces.json.
		try (var set = FaceSet.open(write("a.tif"))) {
			assertTrue(assertThrows(InputException.class, () -> set.saveAs(folder
				.resolve("a.tiff"), i -> true, Progress.NONE)).getMessage().contains(
					"would be destroyed"));
			final Path link = Files.createLink(folder.resolve("b.tif"), set.path());
			assertTrue(set.isAt(link));
		}
	}
}
