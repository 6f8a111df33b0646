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

import io.github.janusfiji.nn.Initialiser;
import java.util.List;

/**
 * Drawn heads of one invented person, and a network small enough to train within
 * a test.
 *
 * @param name of the person
 * @param count number of faces
 * @param skin {@code 0xFFRRGGBB}
 */
record TinyFaces(String name, int count, int skin) implements FaceSource {

	static final Architecture NETWORK = new Architecture("tiny", 16, 0.75, List
		.of(new Architecture.Stage(8, 5), new Architecture.Stage(16, 3)), 16, 8, 4,
		List.of(), List.of(8), 3, true, 0.1, Initialiser.HE, false, 0, 2e-3);

	/** The network with a constant rate. */
	static final Preset PRESET = new Preset(NETWORK, Schedule.CONSTANT, 0);

	static final TinyFaces ANNA = new TinyFaces("anna", 40, 0xffe0a080);
	static final TinyFaces BERT = new TinyFaces("bert", 30, 0xff604030);

	@Override
	public int size() {
		return 64;
	}

	/** An ellipse with eyes and a mouth that opens and shuts. */
	@Override
	public int[] crop(final int index) {
		final int[] argb = new int[64 * 64];
		final double mouth = 2 + 3 * Math.abs(Math.sin(index * 0.4));
		final double turn = 3 * Math.sin(index * 0.17);
		for (int i = 0; i < argb.length; i++) {
			final double x = i % 64 - 31.5, y = i / 64 - 31.5;
			argb[i] = 0xff2040a0;
			if (inside(x, y, 20, 26)) argb[i] = skin;
			if (inside(Math.abs(x - turn) - 8, y + 6, 4, 2)) argb[i] = 0xff101010;
			if (inside(x - turn, y - 12, 8, mouth)) argb[i] = 0xffa02020;
		}
		return argb;
	}

	private static boolean inside(final double x, final double y,
		final double rx, final double ry)
	{
		return x * x / (rx * rx) + y * y / (ry * ry) < 1;
	}

	@Override
	public String fingerprint() {
		return name + count;
	}
}
