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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.Table.Column;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

	private static String cell(final Object cell) {
		final var table = new Table(Column.text("x"), Column.text("y"));
		table.add(cell, "");
		final String line = table.csv().split("\n", 2)[1];
		return line.substring(0, line.length() - 2);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "clip.mp4|clip.mp4",
		"a,b|\"a,b\"", "say \"no\"|\"say \"\"no\"\"\"", "-5|-5", "+2.5e-3|+2.5e-3",
		"-.5|-.5", "=1+1|'=1+1", "@SUM(A1)|'@SUM(A1)", "-|'-", "-a.mp4|'-a.mp4",
		"+1-2|'+1-2", "=A1,B1|\"'=A1,B1\"", "a=b|a=b" }, delimiter = '|')
	void textIsQuotedAndNeverAFormula(final String text, final String written) {
		assertEquals(written, cell(text));
	}

	@Test
	void textOfSeveralLinesStaysOneCell() {
		assertEquals("\"two\nlines\"", cell("two\nlines"));
		assertEquals("\"'\t=1\r\"", cell("\t=1\r"));
	}

	@Test
	void numbersHaveTheirColumnsPlacesInEveryLanguage() {
		final var before = Locale.getDefault();
		Locale.setDefault(Locale.GERMANY);
		try {
			final var table = new Table(Column.whole("frame"), Column.number("time",
				4), Column.number("openness", 2).orBlank(), Column.text("note"));
			table.add(12, 0.50006, Double.NaN, null);
			table.add(13L, Double.NaN, -1.25, -4);
			assertEquals("frame,time,openness,note\n12,0.5001,,\n13,NaN,-1.25,-4\n",
				table.csv());
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void aWindowShowsTheSameButWhatIsOnlyForFiles() {
		final var table = new Table(Column.whole("frame"), Column.number("time", 6)
			.shown(2), Column.number("to", 6).onlyInFiles(), Column.text("kind"));
		table.add(3, 1.23456, 9, "blink");
		final var window = table.window(4);
		assertEquals(1, window.size());
		assertEquals("frame,time,kind", String.join(",", window.getHeadings()));
		assertEquals(1.23456, window.getValue("time", 0));
		assertEquals("1.23", window.getStringValue("time", 0));
		assertEquals("3", window.getStringValue("frame", 0));
		assertEquals("blink", window.getStringValue("kind", 0));
		assertFalse(window.columnExists("to"));
		assertTrue(table.csv().contains(",9.000000,"));
	}

	@Test
	void anEmptyTableHasItsNames() {
		final var table = new Table(Column.whole("frame"), Column.text("kind"));
		assertEquals("frame,kind\n", table.csv());
		assertEquals(0, table.window(3).size());
	}

	@Test
	void aRowHasACellForEachColumn() {
		final var table = new Table(Column.whole("frame"));
		assertThrows(IllegalArgumentException.class, () -> table.add(1, 2));
	}
}
