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
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shares joined again. */
class ShardMergerTest {

	@TempDir
	Path folder;

	private Path clips() throws IOException {
		return Trial.clips(folder.resolve("clips"), "one", "two three", "bad",
			"four", "five six, \"seven\"", "eight");
	}

	private Map<String, String> merged(final int shares) throws IOException {
		final Path out = folder.resolve("out" + shares);
		for (int i = shares; i > 0; i--) Trial.run(clips(), out, i + "/" + shares);
		final Path all = folder.resolve("all" + shares);
		ShardMerger.merge(out, all, Progress.NONE);
		return Trial.content(all);
	}

	@Test
	void whatComesOutDoesNotDependOnTheNumberOfShares() throws IOException {
		final var one = merged(1);
		assertEquals(one, merged(3));
		assertEquals(one, merged(7));
		assertEquals(List.of("all.summary.jsonl", "all.words.csv", "archive.csv"),
			List.copyOf(one.keySet()));
		assertEquals("""
			input,word,letters
			00.mp4,"one",3
			01.mp4,"two",3
			01.mp4,"three",5
			03.mp4,"four",4
			04.mp4,"five",4
			04.mp4,"six,",4
			04.mp4,"\""seven\""",7
			05.mp4,"eight",5
			""", one.get("all.words.csv"));
		assertTrue(one.get("all.summary.jsonl").startsWith(
			"{\"clip\":\"00.mp4\",\"report\":{\"letters\":3}}\n"));
	}

	@Test
	void whatIsMissingAndWhatFailedIsSaid() throws IOException {
		final Path out = folder.resolve("out");
		Trial.run(clips(), out, "1/2");
		final var half = ShardMerger.merge(out, folder.resolve("all"),
			Progress.NONE);
		assertEquals(6, half.done() + half.missing().size() + half.failed().size());
		assertTrue(half.missing().size() >= 2, half.sentence());
		Trial.run(clips(), out, "2/2");
		final var whole = ShardMerger.merge(out, folder.resolve("all"),
			Progress.NONE);
		assertEquals("Of 6 clips, 5 are done, 1 failed: 02.mp4 (02.mp4 is damaged.).",
			whole.sentence());
		assertTrue(Files.readString(folder.resolve("all/archive.csv")).contains(
			"02.mp4,failed,"));
	}

	@Test
	void severalParametersAreRefused() throws IOException {
		final Path out = folder.resolve("out");
		Trial.run(clips(), out, "1/2");
		Archive.run(clips(), out, new Shard(2, 2), Trial.job("2"), Progress.NONE);
		final String said = assertThrows(InputException.class, () -> ShardMerger
			.merge(out, folder.resolve("all"), Progress.NONE)).getMessage();
		assertTrue(said.contains("do not belong together: Count Words"), said);
		assertTrue(said.contains("in share 1/2") && said.contains("in share 2/2"),
			said);
	}

	@Test
	void aFolderWithoutSharesIsRefused() {
		final String said = assertThrows(InputException.class, () -> ShardMerger
			.merge(folder, folder.resolve("all"), Progress.NONE)).getMessage();
		assertTrue(said.contains("shard-1-of-1.jsonl"), said);
	}

	@Test
	void clipsOfOneContentAreBothInTheTables() throws IOException {
		final Path clips = Trial.clips(folder.resolve("clips"), "one", "two");
		Files.createDirectories(clips.resolve("copy"));
		Files.copy(clips.resolve("00.mp4"), clips.resolve("copy/00.mp4"));
		Trial.run(clips, folder.resolve("out"), "1/1");
		ShardMerger.merge(folder.resolve("out"), folder.resolve("all"),
			Progress.NONE);
		assertEquals("input,word,letters\n00.mp4,\"one\",3\n01.mp4,\"two\",3\n" +
			"copy/00.mp4,\"one\",3\n", Files.readString(folder.resolve(
				"all/all.words.csv")));
	}

	@Test
	void aTableThatLacksAColumnHasEmptyCells() throws IOException {
		final Path clips = Trial.clips(folder.resolve("clips"), "a", "b");
		final var job = Trial.job("1", (clip, to, progress) -> {
			final boolean first = clip.endsWith("00.mp4");
			Files.writeString(to.resolve(first ? "00.t.csv" : "01.t.csv"), first
				? "x,y\n1,\"two\nlines\"\n" : "z,x\n3,4\n");
		});
		Archive.run(clips, folder.resolve("out"), new Shard(1, 1), job,
			Progress.NONE);
		ShardMerger.merge(folder.resolve("out"), folder.resolve("all"),
			Progress.NONE);
		assertEquals("input,x,y,z\n00.mp4,1,\"two\nlines\",\n01.mp4,4,,3\n", Files
			.readString(folder.resolve("all/all.t.csv")));
	}
}
