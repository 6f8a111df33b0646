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
package io.github.janusfiji.measure;

import io.github.janusfiji.task.InputException;
import java.util.Optional;

/**
 * @param person whose face was replaced: a number in the source, from 1
 * @param area what counts as the swapped area: {@code changed}, the convex
 *          hull of the pixels that differ, or {@code outline}, the outline of
 *          the source's face
 * @param dilate how far the source's outline is grown before everything
 *          outside it must be untouched, in percent of the face's size (the
 *          square root of the outline's area), 0 to 50
 * @param identity who it should and should not look like; may be empty
 * @param donor the person who was put in; may be empty
 */
public record MeasureOptions(int person, String area, double dilate,
	Optional<Identity> identity, Optional<Donor> donor)
{

	/** Without a donor. */
	public MeasureOptions(final int person, final String area, final double dilate,
		final Optional<Identity> identity)
	{
		this(person, area, dilate, identity, Optional.empty());
	}

	/** Person 1, the changed area, 5 %, no identity. */
	public static final MeasureOptions USUAL = new MeasureOptions(1, "changed", 5, Optional
		.empty());

	void check() throws InputException {
		if (person < 1) throw new InputException(
			"Persons are numbered from 1, so there is no person " + person + ".");
		if (!area.equals("changed") && !area.equals("outline"))
			throw new InputException("There is no area '" + area +
				"': choose changed or outline.");
		if (!(dilate >= 0 && dilate <= 50)) throw new InputException(
			"'dilate' is from 0 to 50 %, not " + dilate + ".");
	}
}
