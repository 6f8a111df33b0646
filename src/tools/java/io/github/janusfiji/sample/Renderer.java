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
package io.github.janusfiji.sample;

import io.github.janusfiji.frames.Frame;

/**
 * Draws one frame of a scene. A frame depends on nothing but the scene, its
 * index and its moment. Used by one thread at a time.
 */
final class Renderer {

	private static final int SAMPLES = 2;
	/** From linear light in 2⁻¹⁴ to sRGB from 0 to 255. */
	private static final double[] SRGB = srgb();

	private final Scene scene;
	private final Backdrop backdrop;
	private final Camera camera;
	private final Canvas canvas;
	private final Shadow shadow;
	private final Head head;
	private final Body body;
	private final Ear[] ears;
	private final Hair hair;
	private final FaceHair faceHair;

	Renderer(final Scene scene, final HeadModel model) {
		this.scene = scene;
		backdrop = scene.backdrop(SAMPLES);
		camera = scene.camera().sampled(SAMPLES);
		canvas = new Canvas(scene.width() * SAMPLES, scene.height() * SAMPLES);
		shadow = new Shadow(scene.light().key());
		head = new Head(model);
		body = new Body(model.who);
		ears = new Ear[] { new Ear(model, -1), new Ear(model, 1) };
		hair = new Hair(model);
		faceHair = new FaceHair(model);
	}

	/**
	 * @param index of the frame, from 0
	 * @param time s
	 * @param moment what the head does
	 * @return the picture
	 */
	Frame render(final int index, final double time, final Moment moment) {
		head.pose(moment);
		body.pose(head);
		for (final Ear e : ears)
			e.pose(head);
		final Strands scalp = hair.pose(head), brows = faceHair.pose(head);
		shadow.clear();
		shadow.cast(head.mesh);
		shadow.cast(body.top);
		for (final Ear e : ears)
			shadow.cast(e.mesh);
		scalp.cast(shadow);
		backdrop.draw(canvas);
		draw(body.mesh);
		draw(body.top);
		draw(head.mesh);
		for (final Ear e : ears)
			draw(e.mesh);
		scalp.shade(scene.light(), shadow, 0.55);
		brows.shade(scene.light(), shadow, 0.15);
		brows.draw(canvas, camera, 0.5f);
		scalp.draw(canvas, camera, 0.62f);
		return new Frame(index, time, scene.width(), scene.height(), develop(
			index));
	}

	/** @return the head as it was last drawn */
	Head head() {
		return head;
	}

	private void draw(final Mesh m) {
		scene.light().shade(m, camera, shadow);
		canvas.draw(m, camera);
	}

	/** Averages the samples, adds the sensor's noise and encodes as sRGB. */
	private int[] develop(final int index) {
		final int w = scene.width(), h = scene.height();
		final int[] argb = new int[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				final double grain = Noise.hash(x, y, index, scene.who().seed()) + Noise
					.hash(x, y, index, scene.who().seed() + 1) - 1;
				argb[y * w + x] = 0xFF000000 | encode(mean(canvas.r, x, y), grain) << 16 |
					encode(mean(canvas.g, x, y), grain) << 8 | encode(mean(canvas.b, x, y),
						grain);
			}
		return argb;
	}

	private double mean(final float[] a, final int x, final int y) {
		double sum = 0;
		for (int j = 0; j < SAMPLES; j++)
			for (int i = 0; i < SAMPLES; i++)
				sum += film(a[(y * SAMPLES + j) * canvas.width + x * SAMPLES + i]);
		return sum / (SAMPLES * SAMPLES);
	}

	/** Linear up to the middle, then rolling off towards white. */
	private static double film(final double c) {
		return c < 0.5 ? Math.max(0, c) : 0.5 + 0.5 * (1 - Math.exp(-(c - 0.5) /
			0.5));
	}

	private static int encode(final double c, final double grain) {
		final double s = SRGB[(int) (Math.min(1, c) * (SRGB.length - 1))];
		return (int) Math.max(0, Math.min(255, Math.round(s + 1.6 * grain)));
	}

	private static double[] srgb() {
		final double[] table = new double[1 << 14];
		for (int i = 0; i < table.length; i++) {
			final double c = (i + 0.5) / table.length;
			table[i] = 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 /
				2.4) - 0.055);
		}
		return table;
	}
}
