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
package io.github.janusfiji.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what a mark says. */
class SyntheticMarkTest {

	@Test
	void aMarkSaysThatTheContentIsSynthetic() {
		final var mark = SyntheticMark.of(SyntheticMark.RENDERED,
			"Drawn by a program.");
		assertEquals("true", mark.get("synthetic"));
		assertEquals(SyntheticMark.RENDERED, mark.get("digitalSourceType"));
		assertEquals("SYNTHETIC: Drawn by a program.", mark.get("comment"));
		assertTrue(mark.get("software").startsWith("Janus"));
	}

	@Test
	void theCommentAloneSaysEverything() {
		final var parameters = new java.util.LinkedHashMap<String, String>();
		parameters.put("mask", "hull");
		parameters.put("blend", "alpha");
		final var mark = SyntheticMark.of(SyntheticMark.COMPOSITE,
			"A face was replaced.", new SyntheticMark.Derivation("clip.mp4", "ab12",
				"cd34", parameters));
		assertEquals("clip.mp4", mark.get("sourceName"));
		assertEquals("ab12", mark.get("sourceSha256"));
		assertEquals("cd34", mark.get("modelSha256"));
		assertEquals("mask=hull, blend=alpha", mark.get("parameters"));
		assertTrue(mark.get("title").startsWith("SYNTHETIC"));
		mark.forEach((key, text) -> {
			if (!key.equals("title") && !key.equals("comment") && !key.equals(
				"synthetic")) assertTrue(mark.get("comment").contains(text), key);
		});
	}

	@Test
	void whatIsUnknownIsLeftOut() {
		final var mark = SyntheticMark.of(SyntheticMark.COMPOSITE, "Replaced.",
			new SyntheticMark.Derivation("window", "", "cd34", Map.of()));
		assertFalse(mark.containsKey("sourceSha256"));
		assertFalse(mark.containsKey("parameters"));
	}

	@Test
	void fingerprintsEqualTheStandardsExamples(@TempDir final Path folder)
		throws IOException
	{
		final Path file = folder.resolve("abc");
		Files.writeString(file, "abc");
		assertEquals(
			"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256
				.of(file, Progress.NONE));
		assertThrows(NoSuchFileException.class, () -> Sha256.of(folder.resolve(
			"missing"), Progress.NONE));
	}

	@Test
	void theStatementIsFoundAgain() {
		final var mark = SyntheticMark.of(SyntheticMark.COMPOSITE, "Replaced.",
			new SyntheticMark.Derivation("clip.mp4", "", "cd34", Map.of()));
		assertEquals(mark.get("comment"), SyntheticMark.statement(mark)
			.orElseThrow());
		// Other programs mark in their own ways.
		assertEquals("digitalSourceType trainedAlgorithmicMedia", SyntheticMark
			.statement(Map.of("DigitalSourceType", "trainedAlgorithmicMedia"))
			.orElseThrow());
		assertTrue(SyntheticMark.statement(Map.of("comment", "a holiday"))
			.isEmpty());
	}
}
