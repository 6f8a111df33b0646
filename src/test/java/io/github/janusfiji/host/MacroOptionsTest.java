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

import ij.Macro;
import ij.plugin.frame.Recorder;
import io.github.janusfiji.task.InputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MacroOptionsTest {

	@AfterEach
	void forget() {
		Recorder.resetCommandOptions();
	}

	@Test
	void readsWordsBracketsApostrophesAndBareNames() throws InputException {
		assertEquals(Map.of("input", "/data/my clip.mp4", "size", "256", "mirror",
			"true", "name", "a b", "empty", ""), MacroOptions.parse(
				" input=[/data/my clip.mp4] size=256 mirror name='a b' empty= "));
	}

	@Test
	void isNotMisledByNamesInsideAPath() throws InputException {
		final String text = "input=[/data/size=9 x/clip.mp4] size=64";
		assertEquals("64", MacroOptions.parse(text).get("size"));
		assertEquals("9", Macro.getValue(text, "size", null),
			"ImageJ's own look-up is misled; if it no longer is, Janus can use it");
	}

	@Test
	void refusesWhatIsNotClosedOrTwice() {
		for (final String text : new String[] { "input=[a b", "input='a b",
			"size=1 size=2" })
		{
			assertThrows(InputException.class, () -> MacroOptions.parse(text), text);
		}
	}

	/** Whatever ImageJ's recorder writes comes back, for any printable value. */
	@Test
	void readsBackWhatTheRecorderWrites() throws InputException {
		final var random = new Random(7);
		for (int run = 0; run < 2000; run++) {
			final var values = new LinkedHashMap<String, String>();
			for (int i = 0; i < 4; i++)
				values.put("key" + (char) ('a' + i), value(random));
			Recorder.resetCommandOptions();
			values.forEach(Recorder::recordOption);
			assertEquals(values, MacroOptions.parse(Recorder.getCommandOptions()));
		}
	}

	/** Without brackets and leading apostrophes, which ImageJ cannot write either. */
	private static String value(final Random random) {
		final var text = new StringBuilder("v");
		final int length = random.nextInt(12);
		for (int i = 0; i < length; i++) {
			final char c = (char) (' ' + random.nextInt(95));
			if (c != '[' && c != ']') text.append(c);
		}
		return text.toString();
	}
}
