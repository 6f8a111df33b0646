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
 * A point, direction or linear colour.
 *
 * @param x to the image's right, cm; or red
 * @param y up, cm; or green
 * @param z towards the camera, cm; or blue
 */
record Vec3(double x, double y, double z) {

	Vec3 plus(final Vec3 o) {
		return new Vec3(x + o.x, y + o.y, z + o.z);
	}

	Vec3 minus(final Vec3 o) {
		return new Vec3(x - o.x, y - o.y, z - o.z);
	}

	Vec3 times(final double s) {
		return new Vec3(x * s, y * s, z * s);
	}

	/** Component by component, as light is filtered by a surface. */
	Vec3 times(final Vec3 o) {
		return new Vec3(x * o.x, y * o.y, z * o.z);
	}

	double dot(final Vec3 o) {
		return x * o.x + y * o.y + z * o.z;
	}

	Vec3 cross(final Vec3 o) {
		return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
	}

	double length() {
		return Math.sqrt(dot(this));
	}

	Vec3 unit() {
		return times(1 / Math.max(1e-12, length()));
	}

	/** @return this at 0, the other at 1 */
	Vec3 mix(final Vec3 o, final double t) {
		return plus(o.minus(this).times(t));
	}

	/** @return the linear colour of an sRGB triple, each from 0 to 255 */
	static Vec3 srgb(final int r, final int g, final int b) {
		return new Vec3(linear(r), linear(g), linear(b));
	}

	private static double linear(final int v) {
		final double c = v / 255.0;
		return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
	}
}
