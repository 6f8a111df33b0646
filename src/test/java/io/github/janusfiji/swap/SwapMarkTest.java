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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that every kind of output says that it is synthetic. */
class SwapMarkTest {

	private static final String MODEL = "ab".repeat(32);

	@TempDir
	private Path folder;

	private Path write(final String name, final Map<String, String> metadata)
		throws IOException
	{
		final Path file = folder.resolve(name);
		try (var writer = Frames.writer(file, 64, 48, 25, metadata)) {
			for (int i = 0; i < 3; i++) {
				final Frame frame = Clips.frame(i, 64, 48);
				writer.write(frame);
			}
			writer.commit();
		}
		return file;
	}

	@ParameterizedTest
	@ValueSource(strings = { "out.mp4", "out.mkv", "out.tif", "out" })
	void everyOutputIsMarked(final String name) throws IOException {
		final Path source = write("source.mkv", Map.of());
		final Map<String, String> mark;
		try (FrameSequence clip = Frames.open(source)) {
			mark = SwapMark.of(clip, MODEL, FaceSwapper.Options.into(Side.B),
				List.of(), Progress.NONE);
		}
		final var kept = Frames.metadata(write(name, mark));
		final String comment = kept.get("comment");
		assertTrue(comment.startsWith("SYNTHETIC: "), comment);
		for (final String fact : new String[] { MODEL, SyntheticMark.COMPOSITE,
			Sha256.of(source, Progress.NONE), "source.mkv", "into=B", "blend=" })
			assertTrue(comment.contains(fact), comment);
		assertEquals(mark.get("title"), kept.get("title"));
	}

	@Test
	void aSourceWithoutAFileHasNoFingerprint() throws IOException {
		final var mark = SwapMark.of(new Clips.Clip(3, 64, 48), MODEL,
			FaceSwapper.Options.into(Side.A), List.of(), Progress.NONE);
		assertEquals("made-up.mp4", mark.get("sourceName"));
		assertTrue(!mark.containsKey("sourceSha256"));
	}

	@Test
	void furtherPersonsAreNamedWithTheirModels() throws IOException {
		final var mark = SwapMark.of(new Clips.Clip(3, 64, 48), MODEL,
			FaceSwapper.Options.into(Side.A), List.of(new SwapMark.Other(2, "B",
				"cd".repeat(32))), Progress.NONE);
		final String comment = mark.get("comment");
		assertTrue(comment.contains("persons 1, 2 were replaced"), comment);
		assertTrue(comment.contains("others=2:B:" + "cd".repeat(32)), comment);
	}
}
