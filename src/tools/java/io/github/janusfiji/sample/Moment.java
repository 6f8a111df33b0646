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

/**
 * What the head does in one frame.
 *
 * @param pose where it points
 * @param shift of the head from its resting place, cm
 * @param sway of the body, cm to the image's right
 * @param openness of both eyes, from 0 (closed) to 1
 * @param gazeX degrees to the image's right, relative to the head
 * @param gazeY degrees up, relative to the head
 * @param jaw drop of the lower lip, cm
 * @param wide how much wider the mouth is, from −1 to 1
 * @param smile how much the corners rise, cm
 * @param brow how much the brows rise, cm
 */
record Moment(Pose pose, Vec3 shift, double sway, double openness,
	double gazeX, double gazeY, double jaw, double wide, double smile,
	double brow)
{

	/** Looking straight ahead, silent. */
	static final Moment REST = new Moment(new Pose(0, 0, 0), new Vec3(0, 0, 0), 0,
		1, 0, 0, 0, 0, 0, 0);
}
