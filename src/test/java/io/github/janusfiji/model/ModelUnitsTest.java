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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the layers of a decoder compute can be read and changed. */
class ModelUnitsTest {

	private static ModelUnits units(final Blueprint blueprint) {
		return ModelUnits.of(FaceNetworks.fresh(blueprint, Engine.preferred(), 7),
			blueprint instanceof ExpressionArchitecture ? List.of(FaceShape.mean(),
				FaceShape.mean()) : List.of(), "test");
	}

	private static float[] copy(final ImageBatch pictures) {
		final var all = new float[pictures.count() * 3 * pictures.height() *
			pictures.width()];
		for (int i = 0; i < pictures.count(); i++)
			pictures.slot(i).get(0, all, i * all.length / pictures.count(),
				all.length / pictures.count());
		return all;
	}

	@Test
	void layersAreTheDoublingsInTheOrderOfComputation() {
		final var shared = new Architecture("two", 16, 0.75, List.of(
			new Architecture.Stage(8, 5)), 8, 8, 2, List.of(7), List.of(6, 5), 5, false,
			0.1, io.github.janusfiji.nn.Initialiser.HE, false, 0, 1e-3);
		for (final var one : Map.of(shared, List.of(new ModelUnits.Layer("shared1", 7,
			4), new ModelUnits.Layer("up1", 6, 8), new ModelUnits.Layer("up2", 5, 16)),
			MarkedHeads.NETWORK, List.of(new ModelUnits.Layer("up1", 16, 16)),
			TinyGan.NETWORK, List.of(new ModelUnits.Layer("shared1", 4, 4),
				new ModelUnits.Layer("up1", 6, 8), new ModelUnits.Layer("outer1", 6,
					16))).entrySet())
			try (var model = units(one.getKey())) {
				assertEquals(one.getValue(), model.layers());
				assertEquals(List.of(Side.A, Side.B), model.decoders());
			}
	}

	@Test
	void lookingChangesNothing() throws IOException {
		final var network = FaceNetworks.fresh(MarkedHeads.NETWORK, Engine.preferred(), 3);
		try (var model = ModelUnits.of(network, List.of(FaceShape.mean(), FaceShape
			.mean()), "test"))
		{
			final var batch = UnitFaces.of(MarkedHeads.ANNA, model, 5).read(0, 5);
			final var plain = ImageBatch.allocate(5, 3, 32, 32);
			network.decode(batch.input(), Side.B, plain);
			final List<String> seen = new ArrayList<>();
			assertArrayEquals(copy(plain), copy(model.paint(batch, Side.B, (layer,
				activations) -> !seen.add(layer))));
			assertEquals(List.of("up1"), seen);
		}
	}

	/** Without a unit above zero only the bias of the last convolution is left. */
	@Test
	void whatIsPutInPlaceIsPainted() throws IOException {
		final var network = FaceNetworks.fresh(MarkedHeads.NETWORK, Engine.preferred(), 3);
		for (final Parameter p : network.parameters())
			if (p.name().equals("decoder_b.output.bias")) network.engine().memory().write(p
				.value(), FloatBuffer.wrap(new float[] { 0, 0, 0, 0, 1, 1, 1, 1, -2, -2,
					-2, -2 }));
		try (var model = ModelUnits.of(network, List.of(FaceShape.mean(), FaceShape
			.mean()), "test"))
		{
			final var batch = UnitFaces.of(MarkedHeads.ANNA, model, 2).read(0, 2);
			final ImageBatch painted = model.paint(batch, Side.B, (layer, units) -> {
				for (int i = 0; i < units.count(); i++)
					units.slot(i).put(0, new float[units.slot(i).capacity()]);
				return true;
			});
			final var colours = new java.util.TreeSet<Float>();
			for (final float v : copy(painted))
				colours.add(Math.round(1e5f * v) / 1e5f);
			assertEquals(3, colours.size(), colours.toString());
			for (final double bias : new double[] { 0, 1, -2 })
				assertTrue(colours.contains(Math.round(1e5 / (1 + Math.exp(-bias))) /
					1e5f), colours.toString());
		}
	}

	@Test
	void landmarksAreThoseOfWhatIsPainted() throws IOException {
		final var network = FaceNetworks.fresh(MarkedHeads.NETWORK, Engine.preferred(), 3);
		final var own = FaceShape.mean();
		final float[] wider = own.points().clone();
		for (int i = 0; i < wider.length; i += 2)
			wider[i] += 0.75f / 32;
		try (var model = ModelUnits.of(network, List.of(own, new FaceShape(wider, own
			.rest())), "test"))
		{
			final var faces = UnitFaces.of(MarkedHeads.ANNA, model, 5);
			final var landmarks = faces.read(2).landmarks().get(0);
			final var a = faces.painted(landmarks, Side.A);
			final var b = faces.painted(landmarks, Side.B);
			for (int i = 0; i < 68; i++) {
				assertEquals(1, b.get(i).x() - a.get(i).x(), 1e-4);
				assertEquals(0, b.get(i).y() - a.get(i).y(), 1e-4);
			}
		}
	}
}
