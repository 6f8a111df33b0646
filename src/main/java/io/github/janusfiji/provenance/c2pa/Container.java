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
package io.github.janusfiji.provenance.c2pa;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A kind of file that has a place for a manifest store. */
sealed interface Container permits PngContainer, JpegContainer,
	TiffContainer, BmffContainer
{

	/**
	 * A manifest store inside a file.
	 *
	 * @param store its bytes
	 * @param places where it lies, with its wrapping; not hashed
	 * @param rigid whether the wrapping is the one that Janus would write
	 */
	record Embedded(byte[] store, List<Range> places, boolean rigid) {}

	/** A part of the file to be written. */
	sealed interface Piece permits Copy, Literal {

		long length();
	}

	/**
	 * As in the source.
	 *
	 * @param range which bytes
	 */
	record Copy(Range range) implements Piece {

		@Override
		public long length() {
			return range.length();
		}
	}

	/**
	 * New.
	 *
	 * @param bytes them
	 */
	record Literal(byte[] bytes) implements Piece {

		@Override
		public long length() {
			return bytes.length;
		}
	}

	/**
	 * How to write a file with a manifest store in it.
	 *
	 * @param before what comes in front of the wrapped store
	 * @param after what comes behind it
	 */
	record Layout(List<Piece> before, List<Piece> after) {

		/** @return where the wrapped store begins */
		long at() {
			return before.stream().mapToLong(Piece::length).sum();
		}
	}

	/** @return the store in a file; nothing if it has none */
	Optional<Embedded> find(Bytes file) throws IOException;

	/**
	 * @param file the source; what it has of a store is left out
	 * @param size of the store to be put in, bytes
	 * @return how to write it; nothing if this file has no room
	 */
	Optional<Layout> layout(Bytes file, int size) throws IOException;

	/**
	 * @param store its bytes, as many as the layout was made for
	 * @return it with its wrapping, always as many for as many
	 */
	byte[] wrap(byte[] store);

	/** @return label of the hard binding */
	default String binding() {
		return "c2pa.hash.data";
	}
}
