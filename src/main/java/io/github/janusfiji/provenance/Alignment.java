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

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which items of one sequence are which of another, in order: a common
 * subsequence that is the longest wherever items tell themselves apart.
 */
final class Alignment {

	/** The largest table that is filled for items that do not, cells. */
	private static final long CELLS = 4_000_000;

	private final int[] a;
	private final int[] b;

	/** For each item of the second, its place in the first; or −1. */
	private final int[] match;

	private Alignment(final int[] a, final int[] b) {
		this.a = a;
		this.b = b;
		match = new int[b.length];
		Arrays.fill(match, -1);
	}

	/** @return for each item of the second, its place in the first; or −1 */
	static int[] of(final int[] first, final int[] second) {
		final var own = new Alignment(first, second);
		own.span(0, first.length, 0, second.length, true);
		return own.match;
	}

	private void span(final int from, final int to, final int start,
		final int end, final boolean anchors)
	{
		int i = from, j = start, k = to, l = end;
		while (i < k && j < l && a[i] == b[j]) match[j++] = i++;
		while (i < k && j < l && a[k - 1] == b[l - 1]) match[--l] = --k;
		if (i == k || j == l) return;
		final int[] fixed = anchors ? anchors(i, k, j, l) : new int[0];
		if (fixed.length == 0) {
			table(i, k, j, l);
			return;
		}
		for (final int at : fixed) {
			span(i, match[at], j, at, false);
			i = match[at] + 1;
			j = at + 1;
		}
		span(i, k, j, l, false);
	}

	/** Fixes the longest increasing row of items that are unique in both. */
	private int[] anchors(final int from, final int to, final int start,
		final int end)
	{
		final Map<Integer, Integer> places = unique(a, from, to);
		final Map<Integer, Integer> others = unique(b, start, end);
		final var at = new int[end - start];
		final var value = new int[end - start];
		int count = 0;
		for (int j = start; j < end; j++) {
			final Integer place = others.get(b[j]) >= 0 ? places.get(b[j]) : null;
			if (place == null || place < 0) continue;
			at[count] = j;
			value[count++] = place;
		}
		final int[] row = increasing(Arrays.copyOf(value, count));
		final var fixed = new int[row.length];
		for (int n = 0; n < row.length; n++) {
			fixed[n] = at[row[n]];
			match[fixed[n]] = value[row[n]];
		}
		return fixed;
	}

	/** Where each item is; −1 for those that come more than once. */
	private static Map<Integer, Integer> unique(final int[] items,
		final int from, final int to)
	{
		final var places = new HashMap<Integer, Integer>();
		for (int i = from; i < to; i++) places.put(items[i], places.containsKey(
			items[i]) ? -1 : i);
		return places;
	}

	/** Indices of the longest increasing subsequence, by patience sorting. */
	static int[] increasing(final int[] values) {
		final var tops = new int[values.length];
		final var before = new int[values.length];
		int length = 0;
		for (int i = 0; i < values.length; i++) {
			int low = 0, high = length;
			while (low < high) {
				final int middle = (low + high) >>> 1;
				if (values[tops[middle]] < values[i]) low = middle + 1;
				else high = middle;
			}
			before[i] = low == 0 ? -1 : tops[low - 1];
			tops[low] = i;
			length = Math.max(length, low + 1);
		}
		final var row = new int[length];
		for (int i = length == 0 ? -1 : tops[length - 1], n = length - 1; n >= 0; i =
			before[i]) row[n--] = i;
		return row;
	}

	/** The longest common subsequence of a small span. */
	private void table(final int from, final int to, final int start,
		final int end)
	{
		final int rows = to - from, columns = end - start;
		if ((long) (rows + 1) * (columns + 1) > CELLS) return;
		final var best = new int[rows + 1][columns + 1];
		for (int i = rows - 1; i >= 0; i--) for (int j = columns - 1; j >= 0; j--)
			best[i][j] = a[from + i] == b[start + j] ? best[i + 1][j + 1] + 1 : Math
				.max(best[i + 1][j], best[i][j + 1]);
		for (int i = 0, j = 0; i < rows && j < columns;) {
			if (a[from + i] == b[start + j]) match[start + j++] = from + i++;
			else if (best[i + 1][j] >= best[i][j + 1]) i++;
			else j++;
		}
	}
}
