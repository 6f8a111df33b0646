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

import io.github.janusfiji.task.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The share of one worker.
 *
 * @param number which one, from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {

	private static final Pattern FORM = Pattern.compile(
		"\\s*([1-9]\\d{0,5})\\s*/\\s*([1-9]\\d{0,5})\\s*");

	/** What every clip costs besides its length, in bytes of a clip. */
	private static final long BEGINNING = 1 << 16;

	/**
	 * @param text such as {@code 2/7}
	 * @return the second of seven shares
	 * @throws InputException if it is no such text; the message is one sentence
	 */
	public static Shard parse(final String text) throws InputException {
		final Matcher m = FORM.matcher(text);
		if (m.matches()) {
			final var shard = new Shard(Integer.parseInt(m.group(1)), Integer.parseInt(
				m.group(2)));
			if (shard.number <= shard.of) return shard;
		}
		throw new InputException("'" + text.strip() + "' is no share: give 'shard'" +
			" a number and how many there are, such as 2/7, or 1/1 for everything.");
	}

	/**
	 * Deals clips so that all shares are about equally long: the longest first,
	 * each to the share that has least so far (Graham 1969, SIAM J. Appl. Math.
	 * 17:416). Depends on names and lengths alone, so that workers who know
	 * nothing of each other agree.
	 *
	 * @param clips all of them
	 * @return those of this share, in the order given
	 */
	public List<ArchiveClip> share(final List<ArchiveClip> clips) {
		final var longest = new ArrayList<>(clips);
		longest.sort(Comparator.comparingLong(ArchiveClip::bytes).reversed()
			.thenComparing(ArchiveClip::name));
		final long[] load = new long[of];
		final var mine = new HashSet<String>();
		for (final ArchiveClip clip : longest) {
			int least = 0;
			for (int i = 1; i < of; i++) if (load[i] < load[least]) least = i;
			load[least] += clip.bytes() + BEGINNING;
			if (least == number - 1) mine.add(clip.name());
		}
		return clips.stream().filter(clip -> mine.contains(clip.name())).toList();
	}

	/** @return the name of the file in which this share's work is noted */
	public String manifest() {
		return "shard-" + number + "-of-" + of + ".jsonl";
	}

	@Override
	public String toString() {
		return number + "/" + of;
	}
}
