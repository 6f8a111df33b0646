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
package io.github.janusfiji.nn.cuda;

import io.github.janusfiji.nn.EngineCheck;

/** The card that computes, if there is one: opened and compared once. */
public final class Cuda {

	private static CudaCard card;
	private static String missing;

	private Cuda() {}

	/** @return the card, or null if none can be used */
	static synchronized CudaCard card() {
		if (card == null && missing == null) open();
		return card;
	}

	private static void open() {
		if ("off".equals(System.getProperty(CudaLibraries.PROPERTY))) {
			missing = "Graphics cards are switched off by -D" +
				CudaLibraries.PROPERTY + "=off.";
			return;
		}
		try {
			final var found = new CudaCard(CudaLibraries.load(CudaLibraries
				.folders()));
			final boolean right = EngineCheck.of("CUDA", found.words()).accepts(
				"CUDA " + found.words(), () -> "convolutions, sums and shuffles on " +
					found.name(), new CudaTrial(new CudaEngine(found))::isRight);
			if (right) card = found;
			else missing = "The card " + found.name() + " computed wrong numbers and " +
				"is not used: update NVIDIA's driver and the CUDA Toolkit.";
		}
		catch (final IllegalStateException e) {
			missing = e.getMessage();
		}
		catch (final LinkageError e) {
			missing = "NVIDIA's libraries cannot be called (" + e.getMessage() +
				"): install CUDA 12 or 13, and the jar jna if it is missing.";
		}
	}

	/** @return in a sentence why no card can be used; empty if one can */
	public static synchronized String missing() {
		return card() == null ? missing : "";
	}

	/** @return card, driver and libraries, or what is missing of them */
	public static String words() {
		final CudaCard found = card();
		return found == null ? missing() : found.words() +
			"; compared with Java's arithmetic: right";
	}
}
