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
package io.github.janusfiji.archive;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** How much memory a worker may take, and how much the machine has. */
final class MemoryPlan {

	/**
	 * What a worker takes besides Java's own memory, bytes: networks, decoders and
	 * programs. An estimate on the safe side: whole commands were seen with 0.6 to
	 * 1.1 GB resident, heap included ({@code docs/results.md}).
	 */
	private static final long NATIVE = 1L << 30;

	private MemoryPlan() {}

	/** @return the plan in a sentence */
	static String sentence() {
		return sentence(Runtime.getRuntime().maxMemory(), machine());
	}

	/**
	 * @param heap the most that Java may take, bytes
	 * @param machine what there is, bytes; 0 if unknown
	 * @return the plan in a sentence
	 */
	static String sentence(final long heap, final long machine) {
		final long most = heap + NATIVE;
		final String need = "This worker may take up to " + DiskPlan.size(most) +
			" of memory";
		if (machine <= 0) return need + ".";
		return need + ", however many clips there are; the machine has " + DiskPlan
			.size(machine) + (most > machine
				? ", which is too little: begin Java with a smaller -Xmx."
				: ", enough for " + machine / most + (machine / most == 1 ? " such worker."
					: " such workers."));
	}

	/** Also knows the limits of a container or a job of a cluster. */
	private static long machine() {
		try {
			return ((Number) ManagementFactory.getPlatformMBeanServer().getAttribute(
				new ObjectName("java.lang:type=OperatingSystem"), "TotalMemorySize"))
					.longValue();
		}
		catch (final JMException | ClassCastException e) {
			return 0; // another Java; the work itself does not need to know
		}
	}
}
