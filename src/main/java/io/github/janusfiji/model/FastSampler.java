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

import java.util.random.RandomGenerator;

/**
 * Makes pairs for a {@link FastNetwork}. It sees the face alone
 * ({@link FaceInput}), warped and disturbed at random; the target is the same
 * person's face as it is, in which skin goes on beyond the outline.
 */
final class FastSampler implements FaceSampler {

	/** How far the outline is grown at most in training; shares of the crop. */
	private static final double GROWN = 0.02;

	private final FastArchitecture architecture;
	private final CropSampler targets;
	private final FaceInput inputs;

	/** @param architecture of the network */
	FastSampler(final FastArchitecture architecture) {
		this.architecture = architecture;
		targets = new CropSampler(architecture.size());
		inputs = new FaceInput(architecture.size());
	}

	@Override
	public synchronized void pair(final TrainingCrop face,
		final TrainingCrop likeness, final RandomGenerator random,
		final boolean warped, final Places to)
	{
		final var range = architecture.range();
		final var draw = Augmentation.Draw.of(range, random);
		final double deviation = random.nextDouble(range.jitter()[0], range
			.jitter()[1]) / 256;
		final GridWarp drawn = new GridWarp(architecture.coverage(), deviation,
			random);
		final GridWarp warp = (warped ? drawn : new GridWarp(architecture
			.coverage(), 0, null)).then(draw.map());
		fill(face, warp, draw.sign() < 0, random.nextDouble(-GROWN, GROWN),
			new InputDisturbance(random), to);
	}

	@Override
	public synchronized void plain(final TrainingCrop face, final Places to) {
		fill(face, new GridWarp(architecture.coverage(), 0, null), false, 0, null,
			to);
	}

	private void fill(final TrainingCrop face, final GridWarp warp,
		final boolean mirrored, final double grown,
		final InputDisturbance disturbance, final Places to)
	{
		final var known = face.known();
		inputs.fill(face.rgb(), face.size(), known.region(), grown, warp::inputRow,
			disturbance, to.input());
		if (to.target() != null) targets.sample(face.rgb(), 3, face.size(), (v, x,
			y) -> {
			warp.targetRow(v, x, y);
			known.region().keepInside(x, y);
		}, to.target());
		if (to.weights() != null) targets.spread(face.weights(), face.size(),
			warp::targetRow, to.weights());
		to.cues().put(0, FaceCues.of(known.landmarks(), known.person().shape(),
			mirrored));
	}
}
