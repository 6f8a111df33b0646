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
package io.github.janusfiji.frames;

import java.util.Comparator;

/** Orders names as people do: {@code img2} before {@code img10}. */
final class NaturalOrder implements Comparator<String> {

	@Override
	public int compare(final String a, final String b) {
		int i = 0, j = 0;
		while (i < a.length() && j < b.length()) {
			final int endA = digits(a, i), endB = digits(b, j);
			if (endA > i && endB > j) {
				final int order = compareNumbers(a.substring(i, endA), b.substring(j,
					endB));
				if (order != 0) return order;
				i = endA;
				j = endB;
				continue;
			}
			final int order = Character.compare(Character.toLowerCase(a.charAt(i++)),
				Character.toLowerCase(b.charAt(j++)));
			if (order != 0) return order;
		}
		final int rest = (a.length() - i) - (b.length() - j);
		return rest != 0 ? rest : a.compareTo(b);
	}

	private static int digits(final String text, final int from) {
		int end = from;
		while (end < text.length() && text.charAt(end) >= '0' && text.charAt(
			end) <= '9') end++;
		return end;
	}

	/** Numbers in names may be longer than any integer type. */
	private static int compareNumbers(final String a, final String b) {
		final String x = a.replaceFirst("^0+", ""), y = b.replaceFirst("^0+", "");
		return x.length() != y.length() ? x.length() - y.length() : x.compareTo(y);
	}
}
