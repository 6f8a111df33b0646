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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Memory of the card for results that live for a part of a step, as the
 * processor's: chunks are cut up where the first gap is wide enough, and
 * neighbouring gaps are joined. Reusing memory needs no waiting, because the
 * card does everything in the order in which it was told.
 */
final class CudaPool {

	/** Least floats of a chunk: 64 MB. */
	private static final long CHUNK = 1L << 24;

	/** Floats between two starts: 256 bytes, as the driver's own. */
	private static final long ALIGNMENT = 64;

	private static final class Chunk {

		private final long address;
		private final long floats;
		/** First index and length of each gap. */
		private final TreeMap<Long, Long> gaps = new TreeMap<>();

		Chunk(final long address, final long floats) {
			this.address = address;
			this.floats = floats;
			gaps.put(0L, floats);
		}

		/** @return where a gap of this size was, or −1 */
		long cut(final long wanted) {
			for (final var gap : gaps.entrySet()) {
				if (gap.getValue() < wanted) continue;
				final long from = gap.getKey(), left = gap.getValue() - wanted;
				gaps.remove(from);
				if (left > 0) gaps.put(from + wanted, left);
				return from;
			}
			return -1;
		}

		void join(final long from, final long count) {
			long begin = from, end = from + count;
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

	private final CudaCard card;
	private final List<Chunk> chunks = new ArrayList<>();
	private final Map<Long, Loan> loans = new HashMap<>();
	private int depth;

	/** @param card whose memory it is */
	CudaPool(final CudaCard card) {
		this.card = card;
	}

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
		final long floats = chunks.stream().mapToLong(c -> c.floats).sum();
		clear();
		chunks.add(chunk(floats));
	}

	private Chunk chunk(final long floats) {
		return new Chunk(card.allocate(Float.BYTES * floats), floats);
	}

	/** @return whether a scope is open */
	boolean isOpen() {
		return depth > 0;
	}

	/**
	 * @param floats how many
	 * @return with any numbers in them; good until the innermost scope closes or
	 *         they are given back
	 */
	CudaBuffer take(final long floats) {
		return take(floats, depth);
	}

	/**
	 * @param floats how many
	 * @return with any numbers in them; good until they are given back
	 */
	CudaBuffer keep(final long floats) {
		return take(floats, 0);
	}

	private CudaBuffer take(final long count, final int until) {
		final long floats = (count / ALIGNMENT + 1) * ALIGNMENT;
		for (final Chunk chunk : chunks) {
			final long from = chunk.cut(floats);
			if (from >= 0) return lend(chunk, from, floats, count, until);
		}
		final Chunk chunk = chunk(Math.max(floats, CHUNK));
		chunks.add(chunk);
		return lend(chunk, chunk.cut(floats), floats, count, until);
	}

	private CudaBuffer lend(final Chunk chunk, final long from,
		final long floats, final long count, final int until)
	{
		final long address = chunk.address + Float.BYTES * from;
		loans.put(address, new Loan(chunk, from, floats, until));
		return new CudaBuffer(address, count, this);
	}

	/** @param address of what was lent; nobody may look at it again */
	void give(final long address) {
		final Loan loan = loans.remove(address);
		if (loan != null) loan.chunk.join(loan.from, loan.floats);
	}

	/** Gives all memory back to the driver, lent or not. */
	void clear() {
		loans.clear();
		chunks.forEach(chunk -> card.free(chunk.address));
		chunks.clear();
	}
}
