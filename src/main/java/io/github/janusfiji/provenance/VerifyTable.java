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

import io.github.janusfiji.task.Table;
import io.github.janusfiji.task.Table.Column;
import java.util.List;

/** Verdicts as a table of comma-separated values (RFC 4180). */
public final class VerifyTable {

	private VerifyTable() {}

	/**
	 * @param all what was found
	 * @return one row for each interval of frames, and one without an interval for
	 *         recordings without any; frames count from 0
	 */
	public static String csv(final List<Verification> all) {
		final var table = new Table(Column.text("file"), Column.text("verdict"),
			Column.text("signer"), Column.whole("first"), Column.whole("last"), Column
				.text("change"));
		for (final Verification one : all) {
			final String file = one.file().getFileName().toString();
			final String verdict = one.verdict().word();
			if (one.changes().isEmpty()) table.add(file, verdict, one.signer(), null,
				null, null);
			for (final Change change : one.changes()) {
				final boolean placed = change.first() >= 0;
				table.add(file, verdict, one.signer(), placed ? change.first() : null,
					placed ? change.last() : null, change.word());
			}
		}
		return table.csv();
	}
}
