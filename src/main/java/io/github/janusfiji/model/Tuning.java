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

import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings that most trainings leave as they are.
 *
 * @param patience stop when the held-out error has not fallen for so many
 *          iterations; 0 for never
 * @param schedule of the learning rate: {@code preset}, {@code constant},
 *          {@code cosine} or {@code plateau}
 * @param focus whether errors count threefold in the eyes and twofold in the
 *          mouth
 * @param unwarped share of the run, at its end, in which faces are no longer
 *          warped, 0 to 1
 * @param timelapse whether to collect the previews in a stack beside the model
 * @param base whether a new model begins with the weights that Janus brings,
 *          if it brings some for its preset
 * @param adversarial objective of adversarial presets: {@code mixup},
 *          {@code minimax} or {@code nonsaturating}
 * @param perceptual weights of a network that recognises faces, for the
 *          perceptual objective of adversarial presets; the name
 *          {@code vggface} has VGGFace fetched from DL4J's model zoo
 */
public record Tuning(int patience, String schedule, boolean focus,
	double unwarped, boolean timelapse, boolean base, String adversarial,
	Optional<Path> perceptual)
{
	/** The recipe as it was published, from the base where there is one. */
	public static final Tuning PLAIN = new Tuning(0, "preset", false, 0, true,
		true, "mixup", Optional.empty());

	/**
	 * What the command does unless told otherwise: eyes and mouth weighed, and
	 * the last fifth unwarped, because both make eyes and teeth sharper.
	 */
	public static final Tuning RECOMMENDED = new Tuning(0, "preset", true, 0.2,
		true, true, "mixup", Optional.empty());

	/** @return the same, beginning from chance */
	Tuning withoutBase() {
		return new Tuning(patience, schedule, focus, unwarped, timelapse, false,
			adversarial, perceptual);
	}
}
