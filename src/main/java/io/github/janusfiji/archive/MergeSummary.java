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

import java.util.List;

/**
 * What is there of an archive, and what is missing.
 *
 * @param done how many clips have a whole result
 * @param failed names of those that could not be done, each with the reason
 * @param missing names of those that nobody finished
 */
public record MergeSummary(int done, List<String> failed,
	List<String> missing)
{

	/** How many names a sentence has. */
	private static final int TOLD = 5;

	/** Takes copies. */
	public MergeSummary {
		failed = List.copyOf(failed);
		missing = List.copyOf(missing);
	}

	/** @return what is known of the clips */
	static MergeSummary of(final List<MergedClip> clips) {
		return new MergeSummary((int) clips.stream().filter(c -> c.folder()
			.isPresent()).count(), clips.stream().filter(c -> "failed".equals(c
				.state())).map(c -> c.name() + " (" + c.sentence() + ")").toList(), clips
					.stream().filter(c -> "missing".equals(c.state())).map(
						MergedClip::name).toList());
	}

	/** @return all of it, with the first names, for people */
	public String sentence() {
		final int all = done + failed.size() + missing.size();
		return "Of " + all + (all == 1 ? " clip, " : " clips, ") + done + (done == 1
			? " is" : " are") + " done" + list(", %d failed: ", failed) + list(
				", %d missing: ", missing) + ".";
	}

	private static String list(final String words, final List<String> names) {
		if (names.isEmpty()) return "";
		return String.format(words, names.size()) + String.join(", ", names.subList(
			0, Math.min(TOLD, names.size()))) + (names.size() > TOLD
				? " and more, see archive.csv" : "");
	}
}
