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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Makes a pair of pictures for the network, warped input and its target, from a
 * face in memory: rotation, zoom, shift, mirror, then {@link GridWarp}; outside
 * the crop its border is repeated. All maps are composed, so a pixel is
 * interpolated once.
 * <p>
 * With a tint, each colour of the input, not of the target, is multiplied by a
 * random gain and shifted. The encoder then cannot tell the two people apart by
 * their skin, light or background, and codes their expressions alike.
 * </p>
 */
final class Augmentation implements FaceSampler {

	/** Random motion of one face. */
	record Draw(double angle, double zoom, double dx, double dy,
		double sign)
	{
		static final Draw NONE = new Draw(0, 0, 0, 0, 1);

		static Draw of(final MotionRange range, final RandomGenerator random) {
			return new Draw(random.nextDouble(-range.rotation(), range.rotation()), random
				.nextDouble(-range.zoom(), range.zoom()), random.nextDouble(-range.shift(),
					range.shift()), random.nextDouble(-range.shift(), range.shift()), random
						.nextDouble() < range.mirror() ? -1 : 1);
		}

		/** From the moved crop to the crop, both 0 to 1. */
		GridWarp.Affine map() {
			final double cos = Math.cos(angle) / (1 + zoom);
			final double sin = Math.sin(angle) / (1 + zoom);
			final double x = -0.5 * sign - dx, y = -0.5 - dy;
			return new GridWarp.Affine(sign * cos, -sin, cos * x - sin * y + 0.5, sign *
				sin, cos, sin * x + cos * y + 0.5);
		}
	}

	private final MotionRange range;
	private final double coverage;
	private final int size;
	private final double tint;

	/**
	 * @param range how much faces are moved
	 * @param coverage share of the crop's width that the network sees
	 * @param size width and height of the network's picture, px
	 * @param tint gains are drawn from 1 ± tint, shifts from ± tint / 3 of the
	 *          range; 0 leaves the colours alone
	 */
	Augmentation(final MotionRange range, final double coverage, final int size,
		final double tint)
	{
		this.range = range;
		this.coverage = coverage;
		this.size = size;
		this.tint = tint;
	}

	@Override
	public void pair(final TrainingCrop face,
		final TrainingCrop likeness, final RandomGenerator random,
		final boolean warped, final Places to)
	{
		final Draw draw = Draw.of(range, random);
		// Drawn also where it is not used: what follows must not depend on it.
		final GridWarp drawn = new GridWarp(coverage, deviation(random), random);
		final GridWarp warp = (warped ? drawn : new GridWarp(coverage, 0, null))
			.then(draw.map());
		final var sampler = new CropSampler(size);
		sampler.sample(face.rgb(), 3, face.size(), warp::inputRow, to
			.input());
		sampler.sample(face.rgb(), 3, face.size(), warp::targetRow, to.target());
		if (to.weights() != null) sampler.spread(face.weights(), face.size(),
			warp::targetRow, to.weights());
		if (tint > 0) tint(to.input(), random);
	}

	private double deviation(final RandomGenerator random) {
		final double least = range.jitter()[0] / 256, most = range.jitter()[1] / 256;
		return most > least ? random.nextDouble(least, most) : least;
	}

	/** One gain for all colours, a smaller one and a shift for each. */
	private void tint(final FloatBuffer picture, final RandomGenerator random) {
		final double all = 1 + random.nextDouble(-tint, tint);
		final int plane = size * size;
		for (int c = 0; c < 3; c++) {
			final float gain = (float) (all * (1 + random.nextDouble(-tint, tint) /
				2));
			final float shift = (float) random.nextDouble(-tint / 3, tint / 3);
			for (int i = c * plane; i < (c + 1) * plane; i++)
				picture.put(i, Math.max(0, Math.min(1, gain * picture.get(i) + shift)));
		}
	}

	@Override
	public void plain(final TrainingCrop face, final Places to) {
		final var sampler = new CropSampler(size);
		final GridWarp still = new GridWarp(coverage, 0, null);
		sampler.sample(face.rgb(), 3, face.size(), still::inputRow, to.input());
		if (to.target() != null) to.target().put(0, to.input(), 0, 3 * size * size);
	}

	/**
	 * Shows what {@link #pair} does, step by step: each picture has one more.
	 *
	 * @param face the crop
	 * @param random as given to {@link #pair}, in the same state
	 * @return 3×H×W pictures by the name of the step added last
	 */
	Map<String, FloatBuffer> steps(final TrainingCrop face,
		final RandomGenerator random)
	{
		final Draw d = Draw.of(range, random);
		final GridWarp still = new GridWarp(coverage, 0, null);
		final GridWarp warp = new GridWarp(coverage, deviation(random), random)
			.then(d.map());
		final var steps = new LinkedHashMap<String, FloatBuffer>();
		show(steps, "crop", face, still.then(Draw.NONE.map())::inputRow);
		show(steps, "rotation", face, still.then(new Draw(d.angle, 0, 0, 0, 1)
			.map())::inputRow);
		show(steps, "zoom", face, still.then(new Draw(d.angle, d.zoom, 0, 0, 1)
			.map())::inputRow);
		show(steps, "shift", face, still.then(new Draw(d.angle, d.zoom, d.dx, d.dy,
			1).map())::inputRow);
		show(steps, "mirror", face, still.then(d.map())::inputRow);
		show(steps, "target", face, warp::targetRow);
		show(steps, "warp", face, warp::inputRow);
		final FloatBuffer input = FloatBuffer.allocate(3 * size * size).put(steps
			.get("warp").duplicate()).flip();
		if (tint > 0) tint(input, random);
		steps.put("colour", input);
		return steps;
	}

	private void show(final Map<String, FloatBuffer> steps, final String name,
		final TrainingCrop face, final CropSampler.RowMap map)
	{
		final var picture = FloatBuffer.allocate(3 * size * size);
		new CropSampler(size).sample(face.rgb(), 3, face.size(), map, picture);
		steps.put(name, picture);
	}
}
