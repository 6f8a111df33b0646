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

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects embeddings of both clips and compares the swap's with both people. */
final class Resemblance {

	private final Map<Integer, float[]> swapped = new TreeMap<>();
	private final List<float[]> own = new ArrayList<>();

	/**
	 * @param identity with the network
	 * @param frame of the source
	 * @param face in it, px
	 */
	void source(final Identity identity, final Frame frame,
		final Landmarks face)
	{
		own.add(identity.embed(frame, face));
	}

	/**
	 * @param identity with the network
	 * @param frame of the swap
	 * @param face in it, px
	 */
	void swapped(final Identity identity, final Frame frame,
		final Landmarks face)
	{
		swapped.put(frame.index(), identity.embed(frame, face));
	}

	/**
	 * @param donor mean embedding of the donor, of length 1
	 * @param rows what was seen, by frame
	 * @return the same with the distances, in those frames that were looked at
	 */
	List<Viewed> compared(final float[] donor, final List<Viewed> rows) {
		final float[] source = Identity.mean(own).orElse(null);
		if (source == null) return rows;
		final var compared = new ArrayList<>(rows);
		swapped.forEach((frame, vector) -> compared.set(frame, rows.get(frame).with(
			distance(vector, donor), distance(vector, source))));
		return compared;
	}

	/** Euclidean. */
	private static double distance(final float[] a, final float[] b) {
		double squares = 0;
		for (int i = 0; i < a.length; i++)
			squares += (a[i] - b[i]) * (double) (a[i] - b[i]);
		return Math.sqrt(squares);
	}
}
