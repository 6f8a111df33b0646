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

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Pictures of both eyes from shortly before an event to shortly after it.
 *
 * @param event what is shown
 * @param frames indices of the frames, rising
 * @param pictures {@value #WIDTH} px wide and half as high; as many as frames
 */
public record EventStrip(EyeEvent event, List<Integer> frames,
	List<BufferedImage> pictures)
{

	/** Width of a picture, px. */
	public static final int WIDTH = 96;

	/** Most pictures in a strip. */
	public static final int LENGTH = 13;

	/** Frames shown before and after an event, at least. */
	private static final int AROUND = 2;

	/**
	 * @param event an event
	 * @param frames number of frames in the clip
	 * @return the frames to show: all of them if they fit, else evenly spread ones,
	 *         always with the event's first, most closed and last one
	 */
	static List<Integer> framesOf(final EyeEvent event, final int frames) {
		final int from = Math.max(0, event.start() - AROUND);
		final int to = Math.min(frames - 1, event.end() + AROUND);
		if (to - from < LENGTH) return IntStream.rangeClosed(from, to).boxed()
			.toList();
		final var chosen = new TreeSet<>(List.of(from, event.start(), event.peak(),
			event.end(), to));
		final int others = LENGTH - chosen.size();
		for (int i = 1; i <= others; i++) chosen.add(from + Math.round((to - from) *
			i / (others + 1f)));
		return List.copyOf(chosen);
	}
}
