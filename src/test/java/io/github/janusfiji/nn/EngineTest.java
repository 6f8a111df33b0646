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
package io.github.janusfiji.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Which engine computes, and on what. */
class EngineTest {

	@Test
	void theBuildWithOneDnnWasLoaded() throws InputException {
		final String arch = System.getProperty("os.arch");
		Assumptions.assumeTrue(arch.equals("amd64") || arch.equals("x86_64"),
			"ND4J publishes no oneDNN build for " + arch);
		final var device = Engine.device();
		assertTrue(device.oneDnn(), device.name());
		assertTrue(device.name().endsWith("oneDNN"));
		assertTrue(device.threads() > 0);
	}

	@Test
	void aGraphicsCardThatIsNotThereIsRefused() throws InputException {
		Assumptions.assumeFalse(Engine.device().gpu(),
			"needs a build without CUDA");
		assertEquals(Engine.device(), Engine.provider("auto").device());
		assertEquals(Engine.device(), Engine.provider("cpu").device());
		assertTrue(assertThrows(InputException.class, () -> Engine.provider(
			"gpu")).getMessage().contains("processor only"));
		assertTrue(assertThrows(InputException.class, () -> Engine.provider(
			"tpu")).getMessage().contains("auto, cpu or gpu"));
	}

	@Test
	void theReferenceIsExacterThanTheEngineOfModels() {
		final double third = 1 / 3.0;
		try (Engine exact = Engine.reference(); Engine fast = Engine.preferred();
				var scope = exact.memory().scope("a"); var other = fast.memory().scope(
					"b"))
		{
			assertEquals(third * third, exact.losses().meanSquaredError(exact
				.algebra().filled(third, 2, 3), exact.memory().persistent(2,
					3)).value(),
				1e-15);
			assertEquals(third * third, fast.losses().meanSquaredError(fast.algebra()
				.filled(third, 2, 3), fast.memory().persistent(2, 3)).value(), 1e-7);
		}
	}
}
