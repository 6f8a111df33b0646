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

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Runs units until each has answered, the lost ones again, five times at most:
 * an executor that died takes nothing with it but time.
 *
 * @param out told what is tried again
 */
record Attempts(PrintStream out) {

	/** Times that a unit is tried. */
	static final int MOST = 5;

	/** Between attempts, for machines to come back, ms. */
	private static final long PAUSE = 2000;

	/**
	 * @param units how many there are
	 * @param round does some units; may leave out any, or fail
	 * @return the last report of each unit, in order
	 * @throws InterruptedException if the program is ended
	 */
	Collection<UnitReport> run(final int units,
		final Function<List<Integer>, List<UnitReport>> round)
		throws InterruptedException
	{
		final var open = new TreeSet<Integer>();
		final var reports = new TreeMap<Integer, UnitReport>();
		for (int i = 1; i <= units; i++) {
			open.add(i);
			reports.put(i, UnitReport.lost(i, "No executor gave an answer."));
		}
		for (int attempt = 1; !open.isEmpty() && attempt <= MOST; attempt++) {
			if (attempt > 1) {
				out.println(open.size() + " units were lost and are tried again (attempt " +
					attempt + " of " + MOST + "): " + reports.get(open.first()).sentence());
				Thread.sleep(PAUSE);
			}
			try {
				for (final UnitReport report : round.apply(List.copyOf(open))) {
					reports.put(report.unit(), report);
					if (report.isAnswered()) open.remove(report.unit());
				}
			}
			catch (final Exception e) {
				// Spark's own exceptions are checked ones that nothing declares.
				out.println("The attempt broke off: " + e.getMessage());
			}
		}
		return reports.values();
	}
}
