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
 * One clip's person, room and light.
 *
 * @param who the person
 * @param width of the picture, px
 * @param height of the picture, px
 * @param office the room: an office, or a library
 * @param light the light
 */
record Scene(Identity who, int width, int height, boolean office,
	Lighting light)
{

	/** @return the camera, which sees a head and its shoulders */
	Camera camera() {
		return new Camera(90, 1.85 * width, 0.5 * (width - 1), 0.47 * (height - 1));
	}

	/** @return the room with several samples per pixel side */
	Backdrop backdrop(final int samples) {
		final int w = width * samples, h = height * samples;
		return office ? Backdrop.office(w, h, who.seed()) : Backdrop.library(w, h,
			who.seed());
	}

	static Scene ada(final int width, final int height) {
		return new Scene(Identity.ada(), width, height, false, Lighting.of(new Vec3(
			-0.52, 0.42, 0.74).unit(), new Vec3(1.0, 0.93, 0.84).times(0.86),
			new Vec3(0.30, 0.31, 0.35), 0.55, new Vec3(0.5, 0.42, 0.34)));
	}

	static Scene cleo(final int width, final int height) {
		return new Scene(Identity.cleo(), width, height, true, Lighting.of(new Vec3(
			-0.4, 0.5, 0.78).unit(), new Vec3(1.0, 0.96, 0.92).times(1.25), new Vec3(
				0.4, 0.4, 0.42), 0.7, new Vec3(0.6, 0.6, 0.6)));
	}

	static Scene ben(final int width, final int height) {
		return new Scene(Identity.ben(), width, height, true, Lighting.of(new Vec3(
			0.48, 0.5, 0.72).unit(), new Vec3(0.93, 0.97, 1.05).times(1.05), new Vec3(
				0.34, 0.36, 0.40), 0.6, new Vec3(0.4, 0.48, 0.6)));
	}
}
