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
package io.github.janusfiji.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos without a window do not pile up. */
class OpenVideosTest {

	/** Linux lists a process's open files here. */
	private static final Path OPEN = Path.of("/proc/self/fd");

	private static final int OPENINGS = 50, MOST = 4;

	@TempDir
	Path folder;

	private static long open(final Path file) throws IOException {
		try (var all = Files.list(OPEN)) {
			return all.filter(link -> leadsTo(link, file)).count();
		}
	}

	private static boolean leadsTo(final Path link, final Path file) {
		try {
			return Files.readSymbolicLink(link).equals(file);
		}
		catch (final IOException e) {
			return false; // closed meanwhile
		}
	}

	@Test
	void fiftyOpeningsKeepAFewFilesOpen() throws IOException {
		Assumptions.assumeTrue(Files.isDirectory(OPEN), "needs Linux's " + OPEN);
		final Path clip = TestPictures.write(folder.resolve("a.mp4"), 30, 64, 48, 25,
			Map.of()).toRealPath();
		final var stacks = new ArrayList<ImagePlus>();
		for (int i = 0; i < OPENINGS; i++) {
			stacks.add(VideoVirtualStack.open(clip));
			stacks.get(i).getStack().getProcessor(20);
		}
		assertTrue(open(clip) <= MOST, open(clip) + " are open");
		// Frames that are looked at one by one, without a stack.
		final var sequences = new ArrayList<FrameSequence>();
		for (int i = 0; i < OPENINGS; i++) {
			sequences.add(Frames.open(clip));
			sequences.get(i).frame(20);
		}
		assertTrue(open(clip) <= MOST, open(clip) + " are open");
		// All of them can still be looked at.
		final int[] first = stacks.get(OPENINGS - 1).getStack().getProcessor(7)
			.getIntArray()[5];
		assertEquals(java.util.Arrays.hashCode(first), java.util.Arrays.hashCode(
			stacks.get(0).getStack().getProcessor(7).getIntArray()[5]));
		assertEquals(TestPictures.hash(sequences.get(0).frame(3)), TestPictures.hash(
			sequences.get(OPENINGS - 1).frame(3)));
		assertTrue(open(clip) <= MOST, open(clip) + " are open");
		for (final var sequence : sequences) sequence.close();
	}
}
