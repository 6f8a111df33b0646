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

import io.github.janusfiji.face.Pose;
import java.util.List;
import java.util.Random;

/** What a person does throughout a clip: speech, gaze, blinks and sway. */
final class Performance {

	private final int seed, frames;
	private final double frameRate;
	private final Speech speech;
	private final BlinkScript blinks;
	/** Where the eyes look in each frame, degrees right and up of the camera. */
	private final double[] lookX, lookY;

	/**
	 * @param seed of all that only looks random
	 * @param frames length of the clip
	 * @param frameRate frames/s
	 * @param blinking false for somebody who never blinks
	 */
	Performance(final int seed, final int frames, final double frameRate,
		final boolean blinking)
	{
		this.seed = seed;
		this.frames = frames;
		this.frameRate = frameRate;
		speech = new Speech(seed + 1, frames / frameRate);
		blinks = new BlinkScript(seed + 2, frames, frameRate, blinking);
		lookX = new double[frames];
		lookY = new double[frames];
		gaze(new Random(seed + 3));
	}

	/** Jumps every second or so, mostly back to the camera. */
	private void gaze(final Random random) {
		double x = 0, y = 0;
		int next = 0;
		for (int i = 0; i < frames; i++) {
			if (i >= next) {
				final boolean away = random.nextDouble() < 0.4;
				x = away ? 9 * random.nextGaussian() : random.nextGaussian();
				y = away ? 4 * random.nextGaussian() : 0.7 * random.nextGaussian();
				next = i + (int) (frameRate * (0.4 + 1.2 * random.nextDouble()));
			}
			lookX[i] = Math.max(-15, Math.min(15, x));
			lookY[i] = Math.max(-7, Math.min(7, y));
		}
	}

	int frames() {
		return frames;
	}

	double frameRate() {
		return frameRate;
	}

	List<Blink> blinks() {
		return blinks.blinks();
	}

	/** @return what the head does in a frame */
	Moment at(final int frame) {
		final double t = frame / frameRate, jaw = speech.jaw(t);
		final double yaw = 19 * noise(0.33 * t, 10) + 6 * noise(1.1 * t, 11);
		final double pitch = 7 * noise(0.4 * t, 12) + 3.5 * noise(1.3 * t, 13) -
			1.5 * jaw;
		final double roll = 6 * noise(0.3 * t, 14) + 2 * noise(0.9 * t, 15);
		final double sway = 1.6 * noise(0.25 * t, 16);
		final var shift = new Vec3(sway + 0.8 * noise(0.8 * t, 17), 0.5 * noise(0.5 *
			t, 18), 4 * noise(0.22 * t, 19));
		final double gazeX = limit(lookX[frame] - 0.85 * yaw, 24);
		final double gazeY = limit(lookY[frame] - 0.8 * pitch, 12);
		final double awake = 0.95 + 0.03 * noise(0.7 * t, 20) + 0.006 * gazeY;
		final double open = Math.min(1, awake) * blinks.openness(frame);
		final double smile = Math.max(0, 0.35 * noise(0.3 * t, 21));
		final double brow = 0.35 * Math.max(0, noise(0.6 * t, 22)) - 0.08 * (1 -
			blinks.openness(frame));
		return new Moment(new Pose(yaw, pitch, roll), shift, sway, open, gazeX, gazeY,
			jaw, speech.wide(t), smile, brow);
	}

	private double noise(final double t, final int channel) {
		return Noise.in(t, seed * 64 + channel);
	}

	private static double limit(final double v, final double most) {
		return Math.max(-most, Math.min(most, v));
	}
}
