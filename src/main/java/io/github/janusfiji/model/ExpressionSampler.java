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

import io.github.janusfiji.geometry.Landmarks;
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

	/** How much faces are moved: less than in 2017, as crops are aligned well. */
	static final Augmentation.Range RANGE = new Augmentation.Range(Math
		.toRadians(7), 0.06, 0.03, 0.4, 4, 6);

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
	public synchronized void pair(final TrainingFaces.Crop face,
		final TrainingFaces.Crop likeness, final RandomGenerator random,
		final boolean warped, final Places to)
	{
		final var draw = Augmentation.Draw.of(RANGE, random);
		final double deviation = random.nextDouble(RANGE.jitter()[0], RANGE
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
	public synchronized void plain(final TrainingFaces.Crop face,
		final Places to)
	{
		fill(face, new GridWarp(architecture.coverage(), 0, null), false, 0, null,
			to);
		if (to.likeness() != null) likeness(face, null, to.likeness());
	}

	private void fill(final TrainingFaces.Crop face, final GridWarp warp,
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
	private void likeness(final TrainingFaces.Crop face,
		final RandomGenerator random, final FloatBuffer to)
	{
		final var draw = random == null ? Augmentation.Draw.NONE : Augmentation.Draw
			.of(RANGE, random);
		final GridWarp warp = new GridWarp(architecture.coverage(), 0, null).then(
			draw.map());
		final var known = face.known();
		likenesses.fill(face.rgb(), face.size(), FaceInput.plain(known.region()),
			0, warp::inputRow, null, to);
	}

	/**
	 * A person as the sampler knows him or her.
	 *
	 * @param shape proportions
	 * @param warp from the mean face's proportions to the person's
	 */
	record Person(FaceShape shape, ShapeWarp warp) {

		/**
		 * @param shape proportions
		 * @return the person
		 */
		static Person of(final FaceShape shape) {
			return new Person(shape, ShapeWarp.between(FaceShape.mean().landmarks(),
				shape.landmarks()));
		}

		/**
		 * @param map where pixels are taken of a face of mean proportions
		 * @return where they are taken of this person's
		 */
		CropSampler.RowMap moved(final CropSampler.RowMap map) {
			return (v, x, y) -> {
				map.row(v, x, y);
				warp.move(x, y);
			};
		}
	}

	/**
	 * What is known of a face beside its pixels.
	 *
	 * @param landmarks shares of the crop
	 * @param region its outline and colours
	 * @param person whose it is
	 */
	record Known(Landmarks landmarks, FaceInput.Region region, Person person) {}
}
