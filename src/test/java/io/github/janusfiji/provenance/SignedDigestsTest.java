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
package io.github.janusfiji.provenance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.janusfiji.frames.FingerprintReader;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.c2pa.ContentCredentials;
import io.github.janusfiji.provenance.c2pa.TrustAnchors;
import io.github.janusfiji.task.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is signed while a file is written is what a reader of it will find. */
class SignedDigestsTest {

	private static final int FRAMES = 30;

	@TempDir
	Path folder;

	/** H.264, an odd size of it, MPEG-4 (for sizes that H.264 refuses), FFV1. */
	@ParameterizedTest
	@CsvSource({ "64,48,a.mp4", "61,47,b.mp4", "12,10,c.mp4", "64,48,d.mkv" })
	void writersSignWhatReadersSee(final int width, final int height,
		final String name) throws Exception
	{
		final Path file = folder.resolve(name);
		final var mark = SyntheticMark.of(SyntheticMark.RENDERED, "A test.");
		try (var writer = Frames.writer(file, width, height, 30000 / 1001.0, mark)) {
			for (int i = 0; i < FRAMES; i++) {
				final var argb = new int[width * height];
				for (int p = 0; p < argb.length; p++) argb[p] = 0xff000000 | (p * 7 + i *
					5) % 256 << 16 | p * i % 256 << 8 | i * 8;
				writer.write(new Frame(i, i * 1.001 / 30, width, height, argb));
			}
			writer.commit();
		}
		final var store = ContentCredentials.verify(file, TrustAnchors.NONE,
			() -> false).or(() -> beside(file)).orElseThrow().store();
		final var signed = store.active().assertion(FramesAssertion.LABEL).flatMap(
			FramesAssertion::of).orElseThrow().print().pictures();
		final var read = FingerprintReader.read(file, Progress.NONE).pictures();
		assertEquals(FRAMES, read.count());
		assertArrayEquals(read.digests(), signed.digests());
		for (int i = 0; i < FRAMES; i++) assertEquals(read.times()[i], signed
			.times()[i], 500, "µs, frame " + i);
	}

	private static java.util.Optional<ContentCredentials.Found> beside(
		final Path file)
	{
		try {
			final byte[] store = java.nio.file.Files.readAllBytes(Sidecar.of(file)
				.orElseThrow());
			return java.util.Optional.of(ContentCredentials.verify(file, store,
				TrustAnchors.NONE, () -> false));
		}
		catch (final java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
