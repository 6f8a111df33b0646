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
package io.github.janusfiji.geometry;

/**
 * A similarity of the plane that may also mirror: {@code x' = xx·x + xy·y +
 * tx}, {@code y' = yx·x + yy·y + ty}.
 *
 * @param xx first row
 * @param xy first row
 * @param tx shift, px
 * @param yx second row
 * @param yy second row
 * @param ty shift, px
 */
public record Affinity(double xx, double xy, double tx, double yx, double yy,
	double ty)
{

	/**
	 * The similarity with the least squared error between two point sets (Umeyama,
	 * PAMI 1991, in its closed form for the plane).
	 *
	 * @param from points as x, y, x, y, …
	 * @param to as many points
	 * @param which indices of the points to use
	 * @return the map
	 */
	public static Affinity between(final float[] from, final float[] to,
		final int[] which)
	{
		final int n = which.length;
		double fx = 0, fy = 0, gx = 0, gy = 0;
		for (final int i : which) {
			fx += from[2 * i];
			fy += from[2 * i + 1];
			gx += to[2 * i];
			gy += to[2 * i + 1];
		}
		fx /= n;
		fy /= n;
		gx /= n;
		gy /= n;
		double dot = 0, cross = 0, norm = 1e-12;
		for (final int i : which) {
			final double x = from[2 * i] - fx, y = from[2 * i + 1] - fy;
			final double u = to[2 * i] - gx, v = to[2 * i + 1] - gy;
			dot += x * u + y * v;
			cross += x * v - y * u;
			norm += x * x + y * y;
		}
		final double a = dot / norm, b = cross / norm;
		return new Affinity(a, -b, gx - a * fx + b * fy, b, a, gy - b * fx - a *
			fy);
	}

	/** @return this map, then a mirroring about the axis x = 0 */
	public Affinity thenMirrored() {
		return new Affinity(-xx, -xy, -tx, yx, yy, ty);
	}

	/** @return px there per px here */
	public double scale() {
		return Math.sqrt(Math.abs(xx * yy - xy * yx));
	}

	/** @return the map back */
	public Affinity inverse() {
		final double d = xx * yy - xy * yx;
		final double a = yy / d, b = -xy / d, c = -yx / d, e = xx / d;
		return new Affinity(a, b, -(a * tx + b * ty), c, e, -(c * tx + e * ty));
	}

	/**
	 * @param points x, y, x, y, …
	 * @return their images
	 */
	public float[] apply(final float[] points) {
		final float[] out = new float[points.length];
		for (int i = 0; i < points.length; i += 2) {
			out[i] = (float) (xx * points[i] + xy * points[i + 1] + tx);
			out[i + 1] = (float) (yx * points[i] + yy * points[i + 1] + ty);
		}
		return out;
	}
}
