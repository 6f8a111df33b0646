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
package io.github.janusfiji.blink;

import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.InputException;
import java.util.List;

/**
 * Activity of a person while being filmed. Blink rates depend on it more than
 * on anything else (Bentivoglio et al. 1997, Doughty 2001), and they differ
 * from person to person: within each activity they are taken to follow a gamma
 * distribution over people.
 * <p>
 * The means are those of Bentivoglio et al. (1997, 150 people) and Karson et al.
 * (1981, 36 people), at rest also Doughty (2002, 61 people), weighted by the
 * number of people. The spreads are wider than any of these papers reports,
 * because minutes also differ within a person; they are chosen, not measured,
 * and err on the side of calling a rate usual. docs/blink.md has the figures.
 * </p>
 */
public enum Activity {

		/** Sitting quietly, looking ahead. */
		REST(15.7, 0.6),

		/** Talking freely, or being talked to. */
		CONVERSATION(25.7, 0.6),

		/** Reading, a teleprompter's text included. */
		READING(6.0, 0.8),

		/** Any of the others, each as probable as the next. */
		UNKNOWN(Double.NaN, Double.NaN);

	private final double mean, spread;

	Activity(final double mean, final double spread) {
		this.mean = mean;
		this.spread = spread;
	}

	/**
	 * @param name in any case
	 * @return the activity of that name
	 * @throws InputException if there is none, in one sentence
	 */
	public static Activity named(final String name) throws InputException {
		return Choice.of(Activity.class, "task", name);
	}

	/** @return itself, or for {@link #UNKNOWN} all the others */
	public List<Activity> possible() {
		return this == UNKNOWN ? List.of(REST, CONVERSATION, READING) : List.of(
			this);
	}

	/** @return mean rate over people, blinks/min; NaN for {@link #UNKNOWN} */
	public double mean() {
		return mean;
	}

	/**
	 * @return standard deviation of people's rates over their mean; NaN for
	 *         {@link #UNKNOWN}
	 */
	public double spread() {
		return spread;
	}

	@Override
	public String toString() {
		return Choice.label(this);
	}
}
