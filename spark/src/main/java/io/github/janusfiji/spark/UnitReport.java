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
package io.github.janusfiji.spark;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of a unit: all that travels back to the driver.
 *
 * @param unit its number, from 1
 * @param isAnswered whether the command came to its end, be it by a failed clip;
 *          if not, the unit is tried again
 * @param done clips or ranges done
 * @param skipped those that were whole already
 * @param failed those that cannot be done
 * @param sentence what the command said
 */
record UnitReport(int unit, boolean isAnswered, int done, int skipped,
	int failed, String sentence) implements Serializable
{

	private static final Pattern SHARE = Pattern.compile(
		"Share \\d+/\\d+: (\\d+) done, (\\d+) skipped, (\\d+) failed[^\n]*");

	/**
	 * @param unit its number
	 * @param text what the command wrote
	 * @return what became of it
	 */
	static UnitReport of(final int unit, final String text) {
		final Matcher m = SHARE.matcher(text);
		if (m.find()) return new UnitReport(unit, true, Integer.parseInt(m.group(
			1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)), m
				.group());
		final String[] lines = text.strip().split("\n");
		return lost(unit, lines[lines.length - 1]);
	}

	/** @return the report of a unit that did not come to its end */
	static UnitReport lost(final int unit, final String why) {
		return new UnitReport(unit, false, 0, 0, 0, why);
	}
}
