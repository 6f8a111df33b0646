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

import io.github.janusfiji.archive.Entry.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the clips of a share.
 *
 * @param shard which share
 * @param done how many have a new result
 * @param skipped how many were left out, since they have one or another worker
 *          is at it
 * @param failures why others have none, one sentence each, with the clip's name
 */
public record ArchiveSummary(String shard, int done, int skipped,
	List<String> failures)
{

	/** How many failures a sentence tells. */
	private static final int TOLD = 3;

	/** Takes a copy. */
	public ArchiveSummary {
		failures = List.copyOf(failures);
	}

	/** @return whether no clip failed */
	public boolean isGood() {
		return failures.isEmpty();
	}

	/** @return all of it, with the first failures, for people */
	public String sentence() {
		final var text = new StringBuilder("Share " + shard + ": " + done +
			" done, " + skipped + " skipped, " + failures.size() + " failed");
		for (int i = 0; i < Math.min(TOLD, failures.size()); i++) text.append(
			i == 0 ? ": " : " ").append(failures.get(i));
		if (failures.isEmpty()) text.append('.');
		else if (failures.size() > TOLD) text.append(
			" The manifest has the others.");
		return text.toString();
	}

	/** Counts. */
	static final class Count {

		private final Map<State, Integer> count = new EnumMap<>(State.class);
		private final List<String> failures = new ArrayList<>();
		private final String shard;

		Count(final String shard) {
			this.shard = shard;
		}

		void add(final Entry entry) {
			count.merge(entry.state(), 1, Integer::sum);
			if (entry.state() == State.FAILED) failures.add(entry.clip() + " (" + entry
				.sentence() + ")");
		}

		ArchiveSummary summary() {
			return new ArchiveSummary(shard, count.getOrDefault(State.DONE, 0), count
				.getOrDefault(State.SKIPPED, 0), failures);
		}
	}
}
