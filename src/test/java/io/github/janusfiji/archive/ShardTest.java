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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an archive is dealt out to workers. */
class ShardTest {

	private static List<ArchiveClip> clips(final int count, final Random random) {
		final var clips = new ArrayList<ArchiveClip>();
		for (int i = 0; i < count; i++) {
			final String name = String.format("c%05d.mp4", i);
			clips.add(new ArchiveClip(name, Path.of(name), random.nextInt(10) == 0 ? 0
				: (long) Math.exp(10 + 8 * random.nextDouble())));
		}
		return clips;
	}

	@Test
	void everyClipIsInOneShareAndTheSharesAreEven() {
		final var random = new Random(1);
		for (int round = 0; round < 200; round++) {
			final var clips = clips(1 + random.nextInt(120), random);
			final int n = 1 + random.nextInt(12);
			final var all = new ArrayList<ArchiveClip>();
			long most = 0, least = Long.MAX_VALUE, longest = 0;
			for (int i = 1; i <= n; i++) {
				final var share = new Shard(i, n).share(clips);
				final var shuffled = new ArrayList<>(clips);
				Collections.shuffle(shuffled, random);
				final var again = new ArrayList<>(new Shard(i, n).share(shuffled));
				again.sort((a, b) -> a.name().compareTo(b.name()));
				assertEquals(share, again);
				all.addAll(share);
				final long load = share.stream().mapToLong(c -> c.bytes() + 65536)
					.sum();
				most = Math.max(most, load);
				least = Math.min(least, load);
			}
			for (final var clip : clips) longest = Math.max(longest, clip.bytes());
			all.sort((a, b) -> a.name().compareTo(b.name()));
			assertEquals(clips, all);
			assertTrue(most - least <= longest + 65536, most + " and " + least);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "0/3", "4/3", "1", "1/0", "a/b", "-1/3", "1/2/3",
		"1,5/3" })
	void whatIsNoShareIsRefused(final String text) {
		final String said = assertThrows(InputException.class, () -> Shard.parse(
			text)).getMessage();
		assertTrue(said.contains("such as 2/7"), said);
	}

	@Test
	void blanksDoNotMatter() throws InputException {
		assertEquals(new Shard(2, 7), Shard.parse(" 2 / 7 "));
		assertEquals("shard-2-of-7.jsonl", new Shard(2, 7).manifest());
	}
}
