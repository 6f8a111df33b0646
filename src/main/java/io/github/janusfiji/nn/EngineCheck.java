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

import io.github.janusfiji.task.Notices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The engines' check of themselves. Whatever a library is to compute, a reorder,
 * a convolution or one of its gradients, a product or a function, is compared
 * with Java's own arithmetic before the first use in this process, for the very
 * channels and layouts and with the threads of this machine. What differs is
 * computed without it from then on, and the user is told.
 */
public final class EngineCheck {

	/**
	 * Finding of a comparison.
	 *
	 * @param library whose computation it is
	 * @param operation in words
	 * @param right whether it and the reference agree
	 * @param seconds that it took
	 */
	public record Finding(String library, String operation, boolean right,
		double seconds) {}

	private static final Map<Object, Finding> FINDINGS = new LinkedHashMap<>();

	private EngineCheck() {}

	/**
	 * @param library name, such as {@code oneDNN}
	 * @param release its release, such as {@code 3.8.1}
	 * @return a judge that compares each computation of the library once in a
	 *         process
	 */
	public static EngineJudge of(final String library, final String release) {
		return (key, words, check) -> compare(library, release, key, words, check);
	}

	private static boolean compare(final String library, final String release,
		final Object key, final Supplier<String> words, final BooleanSupplier check)
	{
		synchronized (FINDINGS) {
			final Finding known = FINDINGS.get(key);
			if (known != null) return known.right;
			final long start = System.nanoTime();
			final boolean right = holds(check);
			final var finding = new Finding(library, words.get(), right,
				(System.nanoTime() -
				start) / 1e9);
			FINDINGS.put(key, finding);
			if (!right) Notices.say(library + " " + release +
				" computes wrong numbers on this processor (" + finding.operation +
				"): Janus computes this without it, which takes longer.");
			return right;
		}
	}

	private static boolean holds(final BooleanSupplier check) {
		try {
			return check.getAsBoolean();
		}
		catch (final IllegalStateException e) {
			// What cannot be compared is not used.
			return false;
		}
	}

	/** @return what was compared in this process so far */
	public static List<Finding> findings() {
		synchronized (FINDINGS) {
			return new ArrayList<>(FINDINGS.values());
		}
	}

	/** @return all findings of this process in one sentence for people */
	public static String words() {
		return words(findings());
	}

	/**
	 * @param all findings
	 * @return them in one sentence for people
	 */
	static String words(final List<Finding> all) {
		final var wrong = all.stream().filter(f -> !f.right).map(f -> f.operation)
			.toList();
		final long milliseconds = Math.round(1000 * all.stream().mapToDouble(
			f -> f.seconds).sum());
		final String compared = all.size() + " layouts, reorders and kernels " +
			"compared with the reference in " + milliseconds + " ms, ";
		return wrong.isEmpty() ? compared + "all right" : compared + wrong.size() +
			" wrong and computed without " + libraries(all) + ": " +
				String.join("; ", wrong);
	}

	private static String libraries(final List<Finding> all) {
		return String.join(", ", all.stream().filter(f -> !f.right).map(
			f -> f.library).distinct().toList());
	}
}
