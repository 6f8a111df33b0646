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

/**
 * Turns the head about the top of the neck: pitch first, then yaw, then roll,
 * then the shift; signs as in {@link io.github.janusfiji.face.Pose}.
 */
final class Rigid {

	private static final Vec3 PIVOT = new Vec3(0, -8, -1.5);

	private final double[] m;
	private final Vec3 shift;

	Rigid(final Moment moment) {
		final double yaw = Math.toRadians(moment.pose().yaw());
		final double pitch = Math.toRadians(moment.pose().pitch());
		final double roll = Math.toRadians(moment.pose().roll());
		final double cy = Math.cos(yaw), sy = Math.sin(yaw);
		final double cp = Math.cos(pitch), sp = Math.sin(pitch);
		final double cr = Math.cos(roll), sr = Math.sin(roll);
		m = new double[] { cr * cy, sr * cp - cr * sy * sp, cr * sy * cp + sr * sp,
			-sr * cy, cr * cp + sr * sy * sp, cr * sp - sr * sy * cp, -sy, -cy * sp,
			cy * cp };
		shift = moment.shift().plus(PIVOT);
	}

	Vec3 apply(final double px, final double py, final double pz) {
		final double x = px - PIVOT.x(), y = py - PIVOT.y(), z = pz - PIVOT.z();
		return new Vec3(m[0] * x + m[1] * y + m[2] * z + shift.x(), m[3] * x + m[4] *
			y + m[5] * z + shift.y(), m[6] * x + m[7] * y + m[8] * z + shift.z());
	}

	/** Turns without moving. */
	Vec3 turn(final double x, final double y, final double z) {
		return new Vec3(m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] *
			z, m[6] * x + m[7] * y + m[8] * z);
	}
}
