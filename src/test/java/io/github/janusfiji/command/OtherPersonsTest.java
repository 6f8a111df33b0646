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
package io.github.janusfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.model.Side;
import io.github.janusfiji.task.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how further persons of a swap are written. */
class OtherPersonsTest {

	@Test
	void personsFacesAndModelsAreRead() throws InputException {
		assertEquals(List.of(), OtherPersons.parse("").entries());
		assertEquals(List.of(new OtherPersons.Entry(2, Side.A, Optional.empty()),
			new OtherPersons.Entry(3, Side.B, Optional.of(Path.of(
				"/data/other pair.janus"))), new OtherPersons.Entry(12, Side.B, Optional
					.of(Path.of("C:x.janus")))), OtherPersons.parse(
						"2:A; 3:b: /data/other pair.janus;12 : B : C:x.janus ;")
						.entries());
	}

	@Test
	void aNameThatNoFileCanHaveIsSaid() {
		final String said = assertThrows(InputException.class, () -> OtherPersons
			.parse("2:A:pair\0.janus")).getMessage();
		assertTrue(said.startsWith("'others' names a model") && said.endsWith("."),
			said);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2", "A:2", "0:A", "2:7", "2:A:", "2 A" })
	void whatCannotBeReadIsSaidWithAnExample(final String text) {
		final String said = assertThrows(InputException.class, () -> OtherPersons
			.parse("3:A;" + text)).getMessage();
		assertTrue(said.contains("'" + text + "'") && said.contains(
			"2:A:pair.janus"), said);
	}

	@Test
	void personsAndDonorsAreReadForASwapWithoutTraining() throws InputException {
		assertEquals(List.of(new OtherDonors.Entry(2, Optional.empty()),
			new OtherDonors.Entry(3, Optional.of(Path.of("C:ben.tif")))), OtherDonors
				.parse("2; 3: C:ben.tif;").entries());
	}

	@ParameterizedTest
	@ValueSource(strings = { "A", "2:B", "0", "2:pair.janus", "2:" })
	void whatIsNoDonorIsSaidWithAnExample(final String text) {
		final String said = assertThrows(InputException.class, () -> OtherDonors
			.parse("3;" + text)).getMessage();
		assertTrue(said.contains("'" + text + "'") && said.contains("2:faces.tif"),
			said);
	}
}
