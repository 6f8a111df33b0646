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
package io.github.janusfiji.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.janusfiji.task.InputException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleOptionsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§', value = { //
		"input='a b.mp4',size=64 | {input=a b.mp4, size=64}", //
		"input=\"a b.mp4\", into=B | {input=a b.mp4, into=B}", //
		"input=[a b.mp4] size=64 | {input=a b.mp4, size=64}", //
		"input=/x,y.mp4 size=64 | {input=/x,y.mp4, size=64}", //
		"size=64 | {size=64}", //
		"mirror size=64 | {mirror=true, size=64}", //
		"input='C:\\a\\b.mp4' | {input=C:\\a\\b.mp4}", //
		"input='C:\\a\\',size=64 | {input=C:\\a\\, size=64}", //
		"input='it\\'s' | {input=it's}", //
		"input='/x/it's mine.mp4',output='o.tif' | {input=/x/it's mine.mp4, output=o.tif}", //
		"input='a','b.mp4' , size='64' | {input=a','b.mp4, size=64}" })
	void bothDialectsAreRead(final String given, final String expected)
		throws InputException
	{
		assertEquals(expected, ConsoleOptions.parse(given).toString());
	}

	@Test
	void longListsAreReadAtOnce() throws InputException {
		final String list = "1:A;".repeat(5000);
		assertEquals(Map.of("others", list), ConsoleOptions.parse("others='" + list +
			"'"));
	}

	/** A regular expression overflowed the stack from about 2,000 characters. */
	@Test
	void optionsMayBeAsLongAsTheyLike() throws InputException {
		final String path = "x".repeat(1_000_000);
		assertEquals(Map.of("input", path), ConsoleOptions.parse("input='" + path +
			"'"));
		assertEquals(Map.of("input", path), ConsoleOptions.parse("input=" + path));
		assertThrows(InputException.class, () -> ConsoleOptions.parse("input='" +
			path));
	}
}
