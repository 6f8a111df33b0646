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

import io.github.janusfiji.task.Choice;
import java.util.function.ToDoubleFunction;

/** A part of expression or pose that a swapped face should have from its source. */
public enum Trait {

		/** Mean aspect ratio of both eyes' openings. */
		EYES("eye opening", s -> s.expression().eyes()),

		/** Irises to the image's right, in widths of the eye. */
		GAZEX("gaze across", FaceState::gazeX),

		/** Irises upwards, in widths of the eye. */
		GAZEY("gaze up", FaceState::gazeY),

		/** Gap between the lips, share of the outer eye corners' distance. */
		MOUTH("mouth opening", s -> s.expression().mouth()),

		/** Width of the mouth, share of the outer eye corners' distance. */
		MOUTHWIDTH("mouth width", s -> s.expression().mouthWidth()),

		/** Height of the brows, share of the outer eye corners' distance. */
		BROWS("brows", s -> s.expression().brows()),

		/** Turn to the side, degrees. */
		YAW("yaw", s -> s.pose().yaw()),

		/** Turn up, degrees. */
		PITCH("pitch", s -> s.pose().pitch()),

		/** Lean, degrees. */
		ROLL("roll", s -> s.pose().roll());

	private final String label;
	private final ToDoubleFunction<FaceState> value;

	Trait(final String label, final ToDoubleFunction<FaceState> value) {
		this.label = label;
		this.value = value;
	}

	/** @return name of its column in the table */
	public String column() {
		return Choice.label(this);
	}

	/** @return what it is, in words */
	public String label() {
		return label;
	}

	/** @return whether it is a direction of gaze, which only open eyes have */
	boolean isGaze() {
		return this == GAZEX || this == GAZEY;
	}

	/**
	 * @param face in one frame
	 * @return its value there; NaN if it could not be measured
	 */
	public double of(final FaceState face) {
		return value.applyAsDouble(face);
	}
}
