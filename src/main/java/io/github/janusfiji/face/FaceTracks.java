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
package io.github.janusfiji.face;

import java.util.List;
import java.util.Optional;

/**
 * Every face of a clip, grouped into persons. Persons are numbered from 1 by
 * falling total area over all frames, so that person 1 is the largest and
 * longest.
 *
 * @param frames number of frames looked at
 * @param faces in order of frames, then of persons
 */
public record FaceTracks(int frames, List<Face> faces) {

	/** Takes a copy. */
	public FaceTracks {
		faces = List.copyOf(faces);
	}

	/**
	 * @param person a person's number, from 1; 0 for everyone
	 * @return that person's faces in order of frames
	 */
	public List<Face> of(final int person) {
		return faces.stream().filter(f -> person == 0 || f.person() == person)
			.toList();
	}

	/**
	 * @param frame index of a frame
	 * @param person a person's number, from 1
	 * @return that person's face in that frame, if it was found
	 */
	public Optional<Face> at(final int frame, final int person) {
		int low = 0, high = faces.size();
		while (low < high) {
			final int middle = low + high >>> 1;
			if (faces.get(middle).frame() < frame) low = middle + 1;
			else high = middle;
		}
		for (; low < faces.size() && faces.get(low).frame() == frame; low++)
			if (faces.get(low).person() == person) return Optional.of(faces.get(
				low));
		return Optional.empty();
	}

	/** @return how many persons there are */
	public int persons() {
		return faces.stream().mapToInt(Face::person).max().orElse(0);
	}
}
