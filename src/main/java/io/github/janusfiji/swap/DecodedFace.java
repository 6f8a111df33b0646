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
package io.github.janusfiji.swap;

import io.github.janusfiji.geometry.Landmarks;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is painted for one face. Thread-safe. */
final class DecodedFace {

	/**
	 * A painting whose landmarks are known.
	 *
	 * @param picture the face
	 * @param landmarks of it, px
	 */
	record Content(FloatRgb picture, Landmarks landmarks) {}

	private final Optional<float[]> mask;
	private Supplier<Content> painter;
	private FloatRgb picture;
	private Landmarks located;
	private Function<Landmarks, DonorReference> donor;
	private boolean looked;
	private DonorReference reference;

	/**
	 * @param picture the face
	 * @param mask its share of each pixel, 0 to 1, row by row; nothing if the
	 *          network has learnt none or was not asked
	 */
	DecodedFace(final FloatRgb picture, final Optional<float[]> mask) {
		this.picture = picture;
		this.mask = mask;
	}

	/** A face without a mask. */
	DecodedFace(final FloatRgb picture) {
		this(picture, Optional.empty());
	}

	/**
	 * @param picture a face painted in the outline of the one it replaces, so that
	 *          it need not be looked for
	 * @param source landmarks of that one, px in the same window
	 */
	DecodedFace(final FloatRgb picture, final Landmarks source) {
		this(picture);
		located = source;
	}

	/** @param painter paints the face when it is first asked for */
	DecodedFace(final Supplier<Content> painter) {
		this.painter = painter;
		mask = Optional.empty();
	}

	/**
	 * @param pictures given the landmarks of the replaced face, px in the window,
	 *          what this face may take its detail from
	 * @param look whether to look where the painting has its features
	 * @return this face
	 */
	synchronized DecodedFace beside(
		final Function<Landmarks, DonorReference> pictures, final boolean look)
	{
		donor = pictures;
		looked = look;
		return this;
	}

	/**
	 * @param source as in {@link #landmarks}
	 * @return what the face may take its detail from, if there is anything
	 */
	synchronized Optional<DonorReference> reference(final Landmarks source) {
		if (donor == null) return Optional.empty();
		if (reference == null) {
			reference = donor.apply(source);
			if (looked) reference = reference.seenIn(picture());
		}
		return Optional.of(reference);
	}

	private void paint() {
		if (painter == null) return;
		final Content content = painter.get();
		picture = content.picture();
		located = content.landmarks();
		painter = null;
	}

	/** @return the face */
	synchronized FloatRgb picture() {
		paint();
		return picture;
	}

	/** @return its mask, if it has one */
	Optional<float[]> mask() {
		return mask;
	}

	/**
	 * Finds the painted face; asked again, as previews do, it answers at once.
	 *
	 * @param source landmarks of the face it replaces, px in the same window; the
	 *          same at each call
	 * @return landmarks of the painted face, px in the window
	 */
	synchronized Landmarks landmarks(final Landmarks source) {
		paint();
		if (located == null) located = PaintedFace.locate(picture, source);
		return located;
	}
}
