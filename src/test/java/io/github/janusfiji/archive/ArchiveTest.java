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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Stopping;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work on a share of an archive, whatever happens meanwhile. */
class ArchiveTest {

	@TempDir
	Path folder;

	private Path clips() throws IOException {
		return Trial.clips(folder.resolve("clips"), "one", "two three", "bad",
			"four", "five six, \"seven\"", "eight");
	}

	@Test
	void aDamagedClipIsOneSentenceAndTheOthersAreDone() throws IOException {
		final Path out = folder.resolve("out");
		final var summary = Trial.run(clips(), out, "1/1");
		assertEquals(5, summary.done());
		assertEquals(List.of("02.mp4 (02.mp4 is damaged.)"), summary.failures());
		assertEquals("Share 1/1: 5 done, 0 skipped, 1 failed: 02.mp4 (02.mp4 is damaged.)",
			summary.sentence());
		final var lines = Files.readAllLines(out.resolve("shard-1-of-1.jsonl"));
		assertEquals(1 + 2 * 6, lines.size());
		assertTrue(lines.get(5).startsWith("{\"state\":\"begun\",\"clip\":\"02.mp4\""),
			lines.get(5));
		assertTrue(lines.get(6).startsWith("{\"state\":\"failed\",\"clip\":\"02.mp4\""),
			lines.get(6));
	}

	@Test
	void whatIsWholeIsSkippedAndWhatFailedIsTriedAgain() throws IOException {
		final Path out = folder.resolve("out");
		Trial.run(clips(), out, "1/1");
		final var before = Trial.results(out);
		Files.writeString(folder.resolve("clips/02.mp4"), "mended");
		final var again = Trial.run(folder.resolve("clips"), out, "1/1");
		assertEquals("Share 1/1: 1 done, 5 skipped, 0 failed.", again.sentence());
		final var after = Trial.results(out);
		before.forEach((name, content) -> assertEquals(content, after.get(name)));
		assertEquals(before.size() + 3, after.size());
	}

	@Test
	void aResultThatLostAFileIsMadeAgain() throws IOException {
		final Path out = folder.resolve("out");
		Trial.run(clips(), out, "1/1");
		final var before = Trial.results(out);
		final Path lost;
		try (var files = Files.walk(out)) {
			lost = files.filter(f -> f.endsWith("03.words.csv")).findFirst()
				.orElseThrow();
		}
		Files.delete(lost);
		assertEquals(1, Trial.run(folder.resolve("clips"), out, "1/1").done());
		assertEquals(before, Trial.results(out));
	}

	@Test
	void anotherContentOrParameterGetsAnotherFolder() throws IOException {
		final Path out = folder.resolve("out");
		Trial.run(clips(), out, "1/1");
		Files.writeString(folder.resolve("clips/00.mp4"), "other words");
		assertEquals(1, Trial.run(folder.resolve("clips"), out, "1/1").done());
		final var summary = Archive.run(folder.resolve("clips"), out, new Shard(1,
			1), Trial.job("2"), Progress.NONE);
		assertEquals(5, summary.done());
	}

	@Test
	void halfALineOfAKilledWorkerHarmsNothing() throws IOException {
		final Path out = folder.resolve("out");
		Trial.run(clips(), out, "1/2");
		final Path manifest = out.resolve("shard-1-of-2.jsonl");
		Files.writeString(manifest, "{\"state\":\"done\",\"clip\":\"0",
			StandardOpenOption.APPEND);
		final int lines = Files.readAllLines(manifest).size();
		Trial.run(folder.resolve("clips"), out, "1/2");
		assertTrue(Files.readAllLines(manifest).get(lines).startsWith("{\"run\":"));
		Trial.run(folder.resolve("clips"), out, "2/2");
		assertEquals(5, ShardMerger.merge(out, folder.resolve("all"),
			Progress.NONE).done());
	}

	@Test
	void twoWorkersOnOneShareDoNothingTwice() throws Exception {
		final Path clips = clips();
		final Path out = folder.resolve("out");
		final var done = new AtomicInteger();
		final var work = Trial.job("1", (clip, to, progress) -> {
			Trial.work(clip, to, progress);
			done.incrementAndGet();
		});
		final Runnable worker = () -> {
			try {
				Archive.run(clips, out, new Shard(1, 1), work, Progress.NONE);
			}
			catch (final IOException e) {
				throw new java.io.UncheckedIOException(e);
			}
		};
		final var threads = List.of(Threads.start("a", worker), Threads.start("b",
			worker), Threads.start("c", worker));
		for (final Thread thread : threads) Threads.end(thread);
		assertEquals(5, done.get());
		assertEquals(5, ShardMerger.merge(out, folder.resolve("all"),
			Progress.NONE).done());
	}

	/** A fault in native code ends the program, and would do so again. */
	@Test
	void aClipAtWhichAWorkerEndedComesLast() throws IOException {
		final Path clips = clips();
		final Path out = folder.resolve("out");
		final var fatal = Trial.job("1", (clip, to, progress) -> {
			if (clip.endsWith("01.mp4")) throw new StackOverflowError();
			Trial.work(clip, to, progress);
		});
		assertThrows(StackOverflowError.class, () -> Archive.run(clips, out,
			new Shard(1, 1), fatal, Progress.NONE));
		assertThrows(StackOverflowError.class, () -> Archive.run(clips, out,
			new Shard(1, 1), fatal, Progress.NONE));
		assertEquals("Of 6 clips, 4 are done, 1 failed: 02.mp4 (02.mp4 is damaged.)," +
			" 1 missing: 01.mp4.", ShardMerger.merge(out, folder.resolve("all"),
				Progress.NONE).sentence());
	}

	@Test
	void stoppingLeavesWholeResultsOnly() throws IOException {
		final Path clips = clips();
		final Path out = folder.resolve("out");
		final var begun = new AtomicInteger();
		final var work = Trial.job("1", (clip, to, progress) -> {
			Files.writeString(to.resolve("half.txt"), "half");
			begun.incrementAndGet();
			progress.check();
			Files.delete(to.resolve("half.txt"));
			Trial.work(clip, to, progress);
		});
		assertThrows(CancellationException.class, () -> Archive.run(clips, out,
			new Shard(1, 1), work, Stopping.when(() -> begun.get() == 2)));
		try (var files = Files.list(out)) {
			assertEquals(1, files.filter(Files::isDirectory).count());
		}
		assertEquals(4, Archive.run(clips, out, new Shard(1, 1), Trial.job("1"),
			Progress.NONE).done());
	}

	@Test
	void aFullDiskEndsTheRunWhichGoesOnLater() throws IOException {
		final Path clips = clips();
		final Path out = folder.resolve("out");
		final var full = Trial.job("1", (clip, to, progress) -> {
			if (clip.endsWith("03.mp4")) throw new IOException(
				"No space left on device");
			Trial.work(clip, to, progress);
		});
		final String said = assertThrows(InputException.class, () -> Archive.run(
			clips, out, new Shard(1, 1), full, Progress.NONE)).getMessage();
		assertTrue(said.contains("make room and run the same again"), said);
		final var later = Trial.run(clips, out, "1/1");
		assertEquals(2, later.skipped());
		assertEquals(3, later.done());
	}

	@Test
	void memoryIsPlannedBeforeTheStart() {
		assertEquals("This worker may take up to 4.0 GB of memory, however many" +
			" clips there are; the machine has 16.0 GB, enough for 4 such workers.",
			MemoryPlan.sentence(3L << 30, 16L << 30));
		assertTrue(MemoryPlan.sentence(3L << 30, 2L << 30).endsWith(
			"which is too little: begin Java with a smaller -Xmx."));
		assertEquals("This worker may take up to 4.0 GB of memory.", MemoryPlan
			.sentence(3L << 30, 0));
	}

	@Test
	void aListNamesClipsAndWhatIsNotThereIsSaid() throws IOException {
		clips();
		final Path list = folder.resolve("list.csv");
		Files.writeString(list,
			"label,clip\nx,clips/00.mp4\ny,clips/gone.mp4\nz,\"clips/03.mp4\"\n");
		final var summary = Trial.run(list, folder.resolve("out"), "1/1");
		assertEquals(2, summary.done());
		assertTrue(summary.failures().get(0).startsWith("clips/gone.mp4 ("), summary
			.failures().toString());
		Files.writeString(folder.resolve("list.txt"),
			"# two\nclips/00.mp4\n\nclips/03.mp4\n");
		assertEquals(2, Trial.run(folder.resolve("list.txt"), folder.resolve("out"),
			"1/1").skipped());
	}

	@Test
	void foldersOfPicturesAreClipsAndResultsAreNone() throws IOException {
		final Path clips = clips();
		final Path out = clips.resolve("out");
		for (final String name : List.of("deep/photos/1.png", "deep/more.mkv",
			"deep/notes.txt", ".hidden/x.mp4"))
		{
			Files.createDirectories(clips.resolve(name).getParent());
			Files.writeString(clips.resolve(name), name);
		}
		Trial.run(clips, out, "1/2");
		assertEquals(List.of("00.mp4", "01.mp4", "02.mp4", "03.mp4", "04.mp4",
			"05.mp4", "deep/more.mkv", "deep/photos"), ClipSource.list(clips, folder
				.resolve("elsewhere")).stream().map(ArchiveClip::name).toList());
	}

	@Test
	void whereNoClipIsNothingIsWritten() throws IOException {
		final Path empty = Files.createDirectories(folder.resolve("empty"));
		final String said = assertThrows(InputException.class, () -> Trial.run(
			empty, folder.resolve("out"), "1/1")).getMessage();
		assertTrue(said.startsWith("There is no clip in "), said);
		assertFalse(Files.exists(folder.resolve("out")));
	}
}
