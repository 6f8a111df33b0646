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

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Parameter;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * A network whose units are known, whatever it is given: unit 0 is active in one
 * place only and paints it red, unit 1 is active in a corner and paints nothing,
 * all others are 0. A corner's cell holds a ramp, and so does the place, so that
 * no two pixels are equally active.
 */
public final class PlantedUnits {

	/** Width and height of what it paints, px. */
	public static final int SIZE = MarkedHeads.NETWORK.size();

	/** Channels of the small picture, its width and height. */
	private static final int CHANNELS = 16, SMALL = 8;

	private PlantedUnits() {}

	/**
	 * @param column of the place, from 0, of eighths of the picture
	 * @param row likewise
	 * @return the network
	 */
	public static ModelUnits model(final int column, final int row) {
		final var engine = Engine.preferred();
		final var network = FaceNetworks.empty(MarkedHeads.NETWORK, engine, false);
		for (final Parameter p : network.parameters()) {
			final var values = new float[(int) p.value().length()];
			switch (p.name()) {
				case "decoder.seed.bias" -> {
					values[row * SMALL + column] = 1;
					values[SMALL * SMALL] = 1;
				}
				case "decoder_a.up1.weight", "decoder_b.up1.weight" -> {
					// Of a shuffle's four, the block is the slow part of the channel.
					for (int block = 0; block < 4; block++)
						for (int unit = 0; unit < 2; unit++)
							values[((block * CHANNELS + unit) * CHANNELS + unit) * 9 + 4] =
								1 - 0.1f * block;
				}
				case "decoder_a.output.weight" -> {
					for (int block = 0; block < 4; block++)
						values[block * 3 * CHANNELS * 9 + 4] = 4;
				}
				default -> {
					// Zeros.
				}
			}
			engine.memory().write(p.value(), FloatBuffer.wrap(values));
		}
		return ModelUnits.of(network, List.of(FaceShape.mean(), FaceShape.mean()),
			"planted");
	}

	/**
	 * @param model as made here
	 * @param most number of faces at most
	 * @return drawn heads
	 * @throws IOException never
	 */
	public static UnitFaces faces(final ModelUnits model, final int most)
		throws IOException
	{
		return UnitFaces.of(MarkedHeads.ANNA, model, most);
	}
}
