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

import io.github.janusfiji.face.Face;
import java.util.List;

/**
 * Measurements of one person's eyes in one clip: evidence, not a verdict.
 *
 * @param name the clip
 * @param frames number of frames in the clip
 * @param frameRate average frame rate of the clip, frames/s
 * @param eyes one state for each frame in which the person was found
 * @param blinks in order
 * @param events everything the eyes did, blinks included, in order
 * @param faces the person's faces, one for each state
 * @param evidence what the pictures of the eyes show beyond their opening
 */
public record BlinkAnalysis(String name, int frames, double frameRate,
	List<EyeState> eyes, List<Blink> blinks, List<EyeEvent> events,
	List<Face> faces, BlinkEvidence evidence)
{

	/** Takes copies. */
	public BlinkAnalysis {
		eyes = List.copyOf(eyes);
		blinks = List.copyOf(blinks);
		events = List.copyOf(events);
		faces = List.copyOf(faces);
	}

	/**
	 * @return time in which a blink could have been found, s, by the time stamps
	 *         of the frames: none where they lie too far apart
	 */
	public double secondsObserved() {
		return observed().seconds();
	}

	/** @return blinks per minute of the time in which one could have been found */
	public double blinksPerMinute() {
		final var observed = observed();
		final double minutes = observed.seconds() / 60;
		return minutes == 0 ? 0 : observed.seen(blinks).size() / minutes;
	}

	/** @return when a blink could have been found */
	public ObservedTime observed() {
		return ObservedTime.of(eyes);
	}
}
