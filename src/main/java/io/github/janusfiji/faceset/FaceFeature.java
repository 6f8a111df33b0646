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
package io.github.janusfiji.faceset;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.task.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A number by which faces are sorted and filtered. */
enum FaceFeature {

	/** Index of the frame, from 0. */
	FRAME(each(Face::frame)),

	/** Presentation time, s. */
	TIME(each(Face::time)),

	/** Number of the person, from 1. */
	PERSON(each(Face::person)),

	/** How face-like the picture is, 0 to 1. */
	SCORE(each(Face::score)),

	/** Variance of the Laplacian, grey levels². */
	SHARPNESS(each(Face::sharpness)),

	/** Width of the box, px of the source. */
	WIDTH(each(f -> f.box().width())),

	/** Turn to the side, degrees. */
	YAW(each(f -> f.pose().yaw())),

	/** Turn up or down, degrees. */
	PITCH(each(f -> f.pose().pitch())),

	/** Lean, degrees. */
	ROLL(each(f -> f.pose().roll())),

	/** How far the eyes are open, 1 as usual for the person, about 0.5 closed. */
	OPENING(EyeOpening::of);

	private final Function<List<Face>, double[]> values;

	FaceFeature(final Function<List<Face>, double[]> values) {
		this.values = values;
	}

	/** A number that a face has without looking at others. */
	private static Function<List<Face>, double[]> each(
		final ToDoubleFunction<Face> value)
	{
		return faces -> faces.stream().mapToDouble(value).toArray();
	}

	/**
	 * @param faces of one set
	 * @return the number of each
	 */
	double[] of(final List<Face> faces) {
		return values.apply(faces);
	}

	/** @return the feature of that name, in any case */
	static Optional<FaceFeature> named(final String name) {
		return Stream.of(values()).filter(f -> f.toString().equals(name
			.toLowerCase(Locale.ROOT))).findFirst();
	}

	@Override
	public String toString() {
		return Choice.label(this);
	}
}
