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
package io.github.janusfiji.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingFilesTest {

	@TempDir
	Path folder;

	private List<String> names() throws IOException {
		try (var files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void aReservedNameIsHiddenUntilItIsCommitted()
		throws IOException
	{
		try (var pending = new PendingFiles(folder)) {
			pending.reserve("a.txt");
			assertTrue(names().stream().allMatch(name -> name.startsWith(".")));
			pending.add("a.txt", new byte[] { 1, 2 });
			assertTrue(names().stream().allMatch(name -> name.startsWith(".")));
			pending.commit();
		}
		assertEquals(List.of("a.txt"), names());
		assertEquals(2, Files.size(folder.resolve("a.txt")));
	}

	@Test
	void whatWasNotFinishedLeavesTheOlderFile() throws IOException {
		Files.write(folder.resolve("a.txt"), new byte[7]);
		try (var pending = new PendingFiles(folder)) {
			pending.add("a.txt", new byte[2]);
			pending.add("b.txt", new byte[2]);
		}
		assertEquals(List.of("a.txt"), names());
		assertEquals(7, Files.size(folder.resolve("a.txt")));
	}

	@Test
	void aFolderInTheFilesPlaceIsToldBeforeTheWork() throws IOException {
		Files.createDirectory(folder.resolve("a.txt"));
		try (var pending = new PendingFiles(folder)) {
			assertTrue(assertThrows(InputException.class, () -> pending.reserve(
				"a.txt")).getMessage().contains("is a folder"));
		}
	}
}
