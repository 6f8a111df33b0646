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

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/**
 * Makes pairs for an {@link ExpressionNetwork}. The encoder sees the face alone
 * ({@link FaceInput}), moved to the mean face's proportions, so that two people
 * look alike to it but for what they do; the target is the person's own crop, in
 * which the skin goes on beyond the outline: the other's face may be wider.
 */
final class ExpressionSampler implements FaceSampler {

	/** How far the outline is grown at most in training; shares of the crop. */
	private static final double GROWN = 0.02;

	/** Spread of a random error of each cue: landmarks tremble. */
	private static final double CUE_NOISE = 0.06;

	private final ExpressionArchitecture architecture;
	private final CropSampler targets;
	private final FaceInput inputs;
	private final FaceInput likenesses;

	/** @param architecture of the network */
	ExpressionSampler(final ExpressionArchitecture architecture) {
		this.architecture = architecture;
		targets = new CropSampler(architecture.size());
		inputs = new FaceInput(architecture.inputSize());
		likenesses = new FaceInput(architecture.inputSize());
	}

	@Override
	public synchronized void pair(final TrainingCrop face,
		final TrainingCrop likeness, final RandomGenerator random,
		final boolean warped, final Places to)
	{
		final var draw = Augmentation.Draw.of(MotionRange.EXPRESSION, random);
		final double deviation = random.nextDouble(MotionRange.EXPRESSION.jitter()[0], MotionRange.EXPRESSION
			.jitter()[1]) / 256;
		final GridWarp drawn = new GridWarp(architecture.coverage(), deviation,
			random);
		final GridWarp warp = (warped ? drawn : new GridWarp(architecture
			.coverage(), 0, null)).then(draw.map());
		fill(face, warp, draw.sign() < 0, random.nextDouble(-GROWN, GROWN),
			new InputDisturbance(random), to);
		for (int i = 0; i < FaceCues.COUNT; i++)
			to.cues().put(i, (float) (to.cues().get(i) + CUE_NOISE * random
				.nextGaussian()));
		if (to.likeness() != null) likeness(likeness, random, to.likeness());
	}

	@Override
	public synchronized void plain(final TrainingCrop face,
		final Places to)
	{
		fill(face, new GridWarp(architecture.coverage(), 0, null), false, 0, null,
			to);
		if (to.likeness() != null) likeness(face, null, to.likeness());
	}

	private void fill(final TrainingCrop face, final GridWarp warp,
		final boolean mirrored, final double grown,
		final InputDisturbance disturbance, final Places to)
	{
		final var known = face.known();
		inputs.fill(face.rgb(), face.size(), known.region(), grown, known.person()
			.moved(warp::inputRow), disturbance, to.input());
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

	/** The person's own colours and proportions, mirrored at random. */
	private void likeness(final TrainingCrop face,
		final RandomGenerator random, final FloatBuffer to)
	{
		final var draw = random == null ? Augmentation.Draw.NONE : Augmentation.Draw
			.of(MotionRange.EXPRESSION, random);
		final GridWarp warp = new GridWarp(architecture.coverage(), 0, null).then(
			draw.map());
		final var known = face.known();
		likenesses.fill(face.rgb(), face.size(), FaceInput.plain(known.region()),
			0, warp::inputRow, null, to);
	}
}
