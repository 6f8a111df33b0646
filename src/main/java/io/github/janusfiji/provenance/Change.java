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

/**
 * Difference of a recording from what was signed.
 *
 * @param kind what was done
 * @param first frame it begins at, from 0; −1 if no frames are concerned
 * @param last frame it ends at; −1 likewise
 */
public record Change(Kind kind, int first, int last) {

	/** Kind of a change; its name in lower case is the word in tables. */
	public enum Kind {
			/** Frames were replaced by others. Numbered as in the file. */
			CHANGED,
			/** Frames were put in. Numbered as in the file. */
			INSERTED,
			/** Frames were taken out. Numbered as when they were signed. */
			DROPPED,
			/** Frames come more than once. Numbered as when they were signed. */
			DOUBLED,
			/** Frames are in another order. Numbered as in the file. */
			REORDERED,
			/** Frames are shown at other times. Numbered as in the file. */
			RETIMED,
			/** The sound to these frames was replaced or cut. */
			SOUNDCHANGED,
			/** The sound is earlier or later than it was. */
			SOUNDSHIFTED,
			/** Titles or comments were changed. */
			METADATA,
			/** Bytes were changed that are neither picture nor sound. */
			CONTAINER,
			/** The manifest, its certificate or its signature was changed. */
			MANIFEST
	}

	/** @return the word in tables */
	public String word() {
		return kind.name().toLowerCase(java.util.Locale.ROOT);
	}

	static Change whole(final Kind kind) {
		return new Change(kind, -1, -1);
	}
}
