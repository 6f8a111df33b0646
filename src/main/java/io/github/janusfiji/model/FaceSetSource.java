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
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A face set as training material; its fingerprint is that of its stack. Models
 * know faces of the usual framing only: where they are smaller in their crops,
 * the middle of each crop is taken.
 */
record FaceSetSource(FaceSet faces) implements FaceSource {

	/** By how much faces may be larger than usual, of their size. */
	private static final double MORE = 0.02;

	@Override
	public String name() {
		return faces.source().name();
	}

	@Override
	public int count() {
		return faces.faces().size();
	}

	/** Whole pixels are cut off each side, so the faces' size is 1 px inexact. */
	@Override
	public int size() {
		return faces.size() - 2 * border();
	}

	/** @return what is cut off each side of a crop, px */
	private int border() {
		final double share = faces.framing().faceShare() / Framing.COVERAGE;
		return (int) Math.max(0, Math.round(faces.size() * (1 - share) / 2));
	}

	@Override
	public int[] crop(final int index) throws IOException {
		final double share = faces.framing().faceShare();
		if (share > Framing.COVERAGE * (1 + MORE)) throw new InputException(String
			.format(Locale.ROOT, "The faces of %s fill %.0f %% of their crops and " +
				"training needs what is around them, too: extract them with a " +
				"coverage of %.2f or less.", name(), 100 * share,
				Framing.COVERAGE));
		final int[] crop = faces.crop(index);
		final int border = border(), size = size();
		if (border == 0) return crop;
		final int[] middle = new int[size * size];
		for (int y = 0; y < size; y++)
			System.arraycopy(crop, (y + border) * faces.size() + border, middle, y *
				size, size);
		return middle;
	}

	@Override
	public Optional<Landmarks> landmarks(final int index) {
		final Face face = faces.faces().get(index);
		return Optional.of(face.landmarks().mapped(face.transform().then(
			new Similarity(1, 0, -border(), -border()))));
	}

	@Override
	public Optional<Face> face(final int index) {
		return Optional.of(faces.faces().get(index));
	}

	@Override
	public String fingerprint() throws IOException {
		return Sha256.of(faces.path(), Progress.NONE);
	}
}
