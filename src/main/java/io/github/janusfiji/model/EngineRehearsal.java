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

import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.EngineCheck;
import io.github.janusfiji.tensor.ImageBatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets every preset's network compute once, so that the engine compares all
 * that they need with its reference.
 */
public final class EngineRehearsal {

	/** Networks of more parameters decode only; training them takes gigabytes. */
	private static final long TRAINED = 20_000_000;

	/** Faces of each person. */
	private static final int FACES = 1;

	private EngineRehearsal() {}

	/** @return for people: which presets computed, and what was found */
	public static String run() {
		final List<String> trained = new ArrayList<>(), decoded = new ArrayList<>();
		final List<String> left = new ArrayList<>();
		for (final Preset preset : Preset.all()) {
			final Blueprint blueprint = preset.blueprint();
			try (var engine = Engine.preferred()) {
				final FaceNetwork network = FaceNetworks.empty(blueprint, engine, false);
				final long parameters = network.parameters().stream().mapToLong(p -> p
					.value().length()).sum();
				if (MemoryNeed.available() < 3 * Float.BYTES * parameters + 5e8) {
					left.add(blueprint.preset());
					continue;
				}
				network.decode(NetworkInput.allocate(blueprint, 1), Side.A, ImageBatch.allocate(1, 3, blueprint.size(),
					blueprint.size()));
				// What paints one target only has no loss without his pictures.
				(parameters > TRAINED || network instanceof FastNetwork ? decoded
					: trained).add(blueprint.preset());
			}
			if (trained.contains(blueprint.preset())) train(blueprint);
		}
		return "trained " + String.join(", ", trained) + "; decoded " + String.join(
			", ", decoded) + (left.isEmpty() ? "" : "; not enough memory for " + String
				.join(", ", left)) + ": " + EngineCheck.words();
	}

	private static void train(final Blueprint blueprint) {
		try (var engine = Engine.preferred()) {
			final int size = blueprint.size();
			final var faces = ImageBatch.allocate(2 * FACES, 3, size, size);
			FaceNetworks.fresh(blueprint, engine, 1).step(new BatchFeeder.Pair(NetworkInput
				.allocate(blueprint, 2 * FACES), faces, faces), new FaceNetwork.Step(
					new Adam(1e-5, 0.5, 0.999, 1e-8), 0, 0,
					0));
		}
	}
}
