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
package io.github.janusfiji.model;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.geometry.Landmarks;
import java.io.IOException;
import java.util.Optional;

/** The aligned faces of one person that a model is trained on. */
interface FaceSource {

	/** @return the person's clip, for messages and records */
	String name();

	/** @return number of faces, in the order of the clip */
	int count();

	/** @return width and height of every crop, px */
	int size();

	/**
	 * @param index from 0
	 * @return {@code size × size} pixels, {@code 0xFFRRGGBB}
	 * @throws IOException if it cannot be read
	 */
	int[] crop(int index) throws IOException;

	/**
	 * @param index from 0
	 * @return the face's landmarks, px in its crop, if they are known
	 */
	default Optional<Landmarks> landmarks(final int index) {
		return Optional.empty();
	}

	/**
	 * @param index from 0
	 * @return what else is known of the face, if anything
	 */
	default Optional<Face> face(final int index) {
		return Optional.empty();
	}

	/**
	 * @param index from 0
	 * @return number of the person, from 0; faces of one person follow each other
	 */
	default int person(final int index) {
		return 0;
	}

	/**
	 * @return SHA-256 of the faces, lower-case hexadecimal
	 * @throws IOException if they cannot be read
	 */
	String fingerprint() throws IOException;
}
