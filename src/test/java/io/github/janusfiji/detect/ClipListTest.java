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
package io.github.janusfiji.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipListTest {

	@TempDir
	Path folder;

	@BeforeEach
	void clips() throws IOException {
		for (final String name : new String[] { "a.mp4", "b.mp4", "ab.mp4" })
			Files.writeString(folder.resolve(name), "");
	}

	private ClipList read(final String text) throws IOException {
		final Path list = folder.resolve("list.csv");
		Files.writeString(list, text);
		return ClipList.read(list, 2, 1);
	}

	@Test
	void aSwapBelongsToTheFoldsOfBothPeople() throws IOException {
		final var list = read("clip,label,subject,donor,method,fold\n" +
			"a.mp4,genuine,ann,,,1\nb.mp4,genuine,bob,,,2\n" +
			"ab.mp4,manipulated,ann,bob,graphics,1\n");
		final var swap = list.clips().get(2);
		assertEquals(Set.of("ann", "bob"), swap.people());
		assertFalse(list.isOf(swap, 1) || list.isOf(swap, 2));
		assertFalse(list.isWithout(swap, 1) || list.isWithout(swap, 2));
		assertTrue(list.isOf(list.clips().get(0), 1));
		assertTrue(list.isWithout(list.clips().get(0), 2));
		assertEquals("subject,fold\nann,1\nbob,2\n", list.csv());
	}

	@Test
	void peopleAreDealtWhereNoFoldIsGiven() throws IOException {
		final var list = read(
			"clip,label,subject\na.mp4,genuine,ann\nb.mp4,genuine,bob\n");
		assertEquals(2, list.numbers().size());
		assertEquals("genuine", list.clips().get(0).method());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "clip,label;must name the columns",
		"clip,label,subject/c.mp4,genuine,ann;There is no",
		"clip,label,subject/a.mp4,real,ann;a label is genuine or manipulated",
		"clip,label,subject/a.mp4,genuine;has 2 cells",
		"clip,label,subject/a.mp4,genuine,;names no subject",
		"clip,label,subject,fold/a.mp4,genuine,ann,x;folds are numbered",
		"clip,label,subject,fold/a.mp4,genuine,ann,1/b.mp4,genuine,ann,2;one fold only",
		"clip,label,subject,donor,fold/a.mp4,genuine,ann,,1/ab.mp4,manipulated,ann,bob,1;no fold is given for bob" })
	void whatIsWrongIsSaid(final String text, final String sentence) {
		final String said = assertThrows(InputException.class, () -> read(text
			.replace('/', '\n'))).getMessage();
		assertTrue(said.contains(sentence), said);
	}
}
