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
package io.github.janusfiji.nn.onednn;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Memory for results that live for a part of a step. What is given back serves
 * the next, whatever its size: large chunks are cut up where the first gap is
 * wide enough, and neighbouring gaps are joined. So a step takes little more
 * than what it needs at its fullest moment.
 */
final class DnnlPool {

	/** Least floats of a chunk: 32 MB, none of which counts before it is used. */
	private static final long CHUNK = 1L << 23;

	private static final class Chunk {

		private final DnnlFloats memory;
		/** First index and length of each gap. */
		private final TreeMap<Long, Long> gaps = new TreeMap<>();

		Chunk(final long floats) {
			memory = DnnlFloats.zeros(floats);
			gaps.put(0L, floats);
		}

		/** @return where a gap of this size was, or −1 */
		long cut(final long floats) {
			for (final var gap : gaps.entrySet()) {
				if (gap.getValue() < floats) continue;
				final long from = gap.getKey(), left = gap.getValue() - floats;
				gaps.remove(from);
				if (left > 0) gaps.put(from + floats, left);
				return from;
			}
			return -1;
		}

		void join(final long from, final long floats) {
			long begin = from, end = from + floats;
			final var before = gaps.lowerEntry(from);
			if (before != null && before.getKey() + before.getValue() == from) begin =
				before.getKey();
			final Long after = gaps.remove(end);
			if (after != null) end += after;
			gaps.put(begin, end - begin);
		}
	}

	/** A lent part, and how many scopes were open; 0 if none is to end it. */
	private record Loan(Chunk chunk, long from, long floats, int depth) {}

	private final List<Chunk> chunks = new ArrayList<>();
	private final Map<DnnlFloats, Loan> loans = new IdentityHashMap<>();
	private int depth;

	/** Begins a scope within those that are open. */
	void open() {
		depth++;
	}

	/** Takes back what {@link #take} lent since the innermost scope began. */
	void close() {
		final var ended = loans.entrySet().stream().filter(loan -> loan.getValue()
			.depth == depth).map(Map.Entry::getKey).toList();
		ended.forEach(this::give);
		depth--;
		if (loans.isEmpty() && chunks.size() > 1) merge();
	}

	/** One chunk in place of several leaves fewer gaps. */
	private void merge() {
		final long floats = chunks.stream().mapToLong(c -> c.memory.count()).sum();
		clear();
		chunks.add(new Chunk(floats));
	}

	/** @return whether a scope is open */
	boolean isOpen() {
		return depth > 0;
	}

	/**
	 * @param count how many floats
	 * @return with any numbers in them; good until the innermost scope closes or
	 *         they are given back
	 */
	DnnlFloats take(final long count) {
		return take(count, depth);
	}

	/**
	 * @param count how many floats
	 * @return with any numbers in them; good until they are given back
	 */
	DnnlFloats keep(final long count) {
		return take(count, 0);
	}

	private DnnlFloats take(final long count, final int until) {
		final long floats = (count / DnnlFloats.ALIGNMENT + 1) *
			DnnlFloats.ALIGNMENT;
		for (final Chunk chunk : chunks) {
			final long from = chunk.cut(floats);
			if (from >= 0) return lend(chunk, from, floats, count, until);
		}
		final var chunk = new Chunk(Math.max(floats, CHUNK));
		chunks.add(chunk);
		return lend(chunk, chunk.cut(floats), floats, count, until);
	}

	private DnnlFloats lend(final Chunk chunk, final long from,
		final long floats, final long count, final int until)
	{
		final DnnlFloats part = chunk.memory.part(from, count);
		loans.put(part, new Loan(chunk, from, floats, until));
		return part;
	}

	/** @param floats that were lent; nobody may look at them again */
	void give(final DnnlFloats floats) {
		final Loan loan = loans.remove(floats);
		if (loan != null) loan.chunk.join(loan.from, loan.floats);
	}

	/** Gives all memory back to the system, lent or not. */
	void clear() {
		loans.clear();
		chunks.forEach(chunk -> chunk.memory.free());
		chunks.clear();
	}
}
