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

/**
 * @param preset {@code light}, {@code light64}, {@code style}, {@code light128},
 *          {@code original}, {@code h128}, {@code gan} or {@code gan128}
 * @param iterations stop after as many joint steps in all; 0 for no limit
 * @param minutes stop after so long; 0 for no limit
 * @param batch faces of each person per step; 0 for what suits the preset
 * @param seed of initialisation, sampling and augmentation
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param tuning what most trainings leave as it is
 */
public record TrainingOptions(String preset, int iterations, double minutes,
	int batch, long seed, String device, Tuning tuning)
{
	/** With {@link Tuning#PLAIN}. */
	public TrainingOptions(final String preset, final int iterations,
		final double minutes, final int batch, final long seed,
		final String device)
	{
		this(preset, iterations, minutes, batch, seed, device, Tuning.PLAIN);
	}
}
