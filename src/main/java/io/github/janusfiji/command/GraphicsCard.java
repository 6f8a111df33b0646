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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * What NVIDIA's driver says of the graphics card, and whether ND4J's CUDA 11.6
 * build can use it. That build holds machine code for compute capability up to
 * 8.6 and nothing that the driver could translate for later generations: it
 * runs on Pascal (6.x) to Ada (8.9), not on Hopper (9.0) or Blackwell (10, 12).
 */
final class GraphicsCard {

	private static final double OLDEST = 6.0;
	private static final double FIRST_TOO_NEW = 9.0;

	private GraphicsCard() {}

	/**
	 * @param cuda whether ND4J's CUDA build is installed
	 * @return name and usability of the first card
	 */
	static String words(final boolean cuda) {
		final String answer = ask();
		if (answer.isEmpty()) return cuda
			? "ND4J's CUDA build is installed, but NVIDIA's driver does not answer:" +
				" install the driver, or the bundle without CUDA"
			: "no NVIDIA driver found; the processor computes";
		final String[] card = answer.lines().findFirst().orElse("").split(",");
		return card.length < 3 ? answer.strip() : words(cuda, card[0].strip(),
			capability(card[1]), card[2].strip());
	}

	/**
	 * @param cuda whether ND4J's CUDA build is installed
	 * @param name the card
	 * @param capability its compute capability, or 0 if unknown
	 * @param driver version of the driver
	 * @return whether Janus can use it, and what to do
	 */
	static String words(final boolean cuda, final String name,
		final double capability, final String driver)
	{
		final String card = name + " (compute capability " + capability +
			", driver " + driver + ")";
		if (capability >= FIRST_TOO_NEW) return card +
			" is too new for ND4J's CUDA 11.6 build, which knows cards up to 8.9;" +
			" the processor computes";
		if (capability < OLDEST) return card +
			" is too old for ND4J's CUDA 11.6 build; the processor computes";
		return cuda ? card + " is used" : card +
			" could be used: install the bundle built with -Pcuda; now the processor" +
			" computes";
	}

	private static double capability(final String text) {
		try {
			return Double.parseDouble(text.strip());
		}
		catch (final NumberFormatException e) {
			return 0;
		}
	}

	private static String ask() {
		try {
			final Process process = new ProcessBuilder("nvidia-smi",
				"--query-gpu=name,compute_cap,driver_version",
				"--format=csv,noheader").redirectErrorStream(true).start();
			if (!process.waitFor(10, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				return "";
			}
			return process.exitValue() != 0 ? "" : new String(process
				.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			return "";
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			return "";
		}
	}
}
