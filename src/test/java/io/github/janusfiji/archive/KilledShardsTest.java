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
package io.github.janusfiji.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are killed, and what the next ones make of it. */
class KilledShardsTest {

	private static final int CLIPS = 40, BYTES = 6000;

	@Test
	void nothingIsLostAndNothingIsThereTwice(@TempDir final Path folder)
		throws Exception
	{
		final Path clips = Files.createDirectories(folder.resolve("clips"));
		final var random = new Random(5);
		for (int i = 0; i < CLIPS; i++) {
			final var bytes = new byte[BYTES];
			random.nextBytes(bytes);
			Files.write(clips.resolve(i + ".mp4"), bytes);
		}
		final Path killed = folder.resolve("killed"), whole = folder.resolve(
			"whole");
		final String said = KilledShards.kill(KilledShards.line(
			KilledShards.Copier.class.getName(), clips.toString(), killed.toString()),
			killed, 4, 400, 11);
		KilledShards.Copier.main(new String[] { clips.toString(), whole
			.toString() });
		KilledShards.require(whole, killed);
		assertTrue(said.contains(CLIPS + " results in the end"), said);
		final var merged = ShardMerger.merge(killed, folder.resolve("all"),
			Progress.NONE);
		assertEquals(CLIPS, merged.done(), said);
	}
}
