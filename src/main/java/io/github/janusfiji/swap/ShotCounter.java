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
package io.github.janusfiji.swap;

/**
 * Tells the shots of a clip apart by its aligned faces: within a shot the face
 * in the network's window changes little from frame to frame, however it moves;
 * a cut or a flash changes light and background at once. Looks at faces in
 * order.
 */
final class ShotCounter {

	/** Mean change of a channel that a shot's neighbours stay under. */
	private static final double CHANGE = 0.12;

	private FloatRgb before;
	private int track = -1;
	private int shots = -1;

	/**
	 * @param run the track's appearance
	 * @param crop the face as the network sees it
	 * @return number of the shot, from 0; a new appearance begins a new one
	 */
	int next(final int run, final FloatRgb crop) {
		if (before == null || run != track || change(crop) > CHANGE) shots++;
		before = crop;
		track = run;
		return shots;
	}

	private double change(final FloatRgb crop) {
		double sum = 0;
		for (int c = 0; c < 3; c++) {
			final float[] p = before.planes()[c], q = crop.planes()[c];
			for (int i = 0; i < p.length; i++)
				sum += Math.abs(p[i] - q[i]);
		}
		return sum / (3.0 * crop.width() * crop.height());
	}
}
