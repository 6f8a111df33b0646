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
package io.github.janusfiji.compare;

import io.github.janusfiji.task.InputException;
import java.util.List;

/**
 * @param view what is shown: {@code sidebyside}, {@code difference},
 *          {@code flicker}, {@code errorlevel}, {@code noise}, or {@code all}
 *          but the flicker, as layers that follow one another for each frame
 * @param register how a place in the second clip is found: {@code faces}, by
 *          the similarity between the landmarks, unless the clips show the
 *          same outside of them, as a swap and its source do; or {@code none}, the same
 *          place
 * @param timing how a frame of the second clip is found: {@code index}, or
 *          {@code time}
 * @param person whose face registers and is followed: a number from 1, in
 *          each clip
 * @param zoom side of a square that follows the first clip's face, px; 0 shows
 *          the whole frame
 * @param amplify factor of differences and residuals, 1 to 100
 * @param quality of the JPEG compression in the error-level map, 1 to 100
 */
public record ComparisonOptions(String view, String register, String timing,
	int person, int zoom, double amplify, int quality)
{

	/** Side by side, by faces and index, the whole frame, ×10, quality 90. */
	public static final ComparisonOptions USUAL = new ComparisonOptions("sidebyside", "faces",
		"index", 1, 0, 10, 90);

	void check() throws InputException {
		View.of(view);
		choose("register", register, List.of("faces", "none"));
		choose("timing", timing, List.of("index", "time"));
		if (person < 1) throw new InputException(
			"Persons are numbered from 1, so there is no person " + person + ".");
		if (zoom != 0 && (zoom < 32 || zoom > 2048)) throw new InputException(
			"'zoom' is 0 or from 32 to 2048 px, not " + zoom + ".");
		if (!(amplify >= 1 && amplify <= 100)) throw new InputException(
			"'amplify' is from 1 to 100, not " + amplify + ".");
		if (quality < 1 || quality > 100) throw new InputException(
			"'quality' is from 1 to 100, not " + quality + ".");
	}

	private static void choose(final String what, final String name,
		final List<String> choices) throws InputException
	{
		if (!choices.contains(name)) throw new InputException("'" + what +
			"' is one of " + String.join(", ", choices) + ", not '" + name + "'.");
	}

	/** @return the same, each thing at its own place */
	ComparisonOptions unregistered() {
		return new ComparisonOptions(view, "none", timing, person, zoom, amplify, quality);
	}

	/** @return whether faces have to be found */
	boolean needsFaces() {
		return register.equals("faces") || zoom > 0;
	}

	/**
	 * @return pictures for each frame: 2 for flicker, 4 for all, else 1
	 * @throws InputException if there is no such view
	 */
	public int layers() throws InputException {
		return View.of(view).layers();
	}
}
