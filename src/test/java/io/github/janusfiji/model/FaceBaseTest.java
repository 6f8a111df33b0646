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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.RealData;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.task.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceBaseTest {

	@TempDir
	Path folder;

	@Test
	void oneDecoderForEverybodyBecomesTheStartOfBoth() throws IOException {
		final var everybody = new Preset(TinyFaces.NETWORK.forEverybody(),
			Schedule.CONSTANT, 0);
		final Path file = folder.resolve("base.janus");
		for (final int iterations : new int[] { 20, 60 })
			new FaceModelTrainer().train(TinyFaces.ANNA, TinyFaces.BERT, everybody,
				file, new TrainingOptions("tiny-everybody", iterations, 0, 4, 1, "cpu",
					Tuning.PLAIN.withoutBase()), TrainingListener.NONE, Progress.NONE);
		final Path weights = folder.resolve("base.safetensors");
		TrainBase.export(file, weights);
		try (var engine = Engine.preferred()) {
			final var trained = ModelFile.read(file, engine, false);
			assertEquals(60, trained.description().iterations());
			final var network = FaceAutoencoder.fresh(TinyFaces.NETWORK, engine, 9);
			FaceBase.apply(network, Files.newInputStream(weights), null);
			for (final var p : network.parameters()) {
				final float[] is = TinyGan.values(engine, p.value());
				final float[] should = trained.network().parameters().stream().filter(
					q -> q.name().equals(p.name().replace("decoder_b", "decoder_a")))
					.findFirst().map(q -> TinyGan.values(engine, q.value()))
					.orElseThrow();
				for (int i = 0; i < is.length; i++)
					assertEquals(should[i], is[i], 1e-7 + Math.abs(should[i]) / 2048);
			}
			final byte[] bytes = Files.readAllBytes(weights);
			assertTrue(assertThrows(IOException.class, () -> FaceBase.apply(
				FaceAutoencoder.fresh(Architecture.LIGHT, engine, 1), new ByteArrayInputStream(
					bytes), null)).getMessage().contains("does not fit"));
		}
	}

	@Test
	void aPairBeginsWithTheStylesThatTheBaseSees() throws IOException {
		final var everybody = new Preset(MarkedHeads.NETWORK.forEverybody(),
			Schedule.CONSTANT, 1);
		final Path file = folder.resolve("base.janus");
		new FaceModelTrainer().train(MarkedHeads.ANNA, MarkedHeads.BERT, everybody,
			file, new TrainingOptions("tinyface-everybody", 150, 0, 8, 1, "cpu",
				Tuning.RECOMMENDED.withoutBase()), TrainingListener.NONE, Progress.NONE);
		final Path weights = folder.resolve("base.safetensors");
		TrainBase.export(file, weights);
		final var faces = new TrainingPeople(read(MarkedHeads.ANNA), read(
			MarkedHeads.BERT));
		try (var engine = Engine.preferred()) {
			final var pair = FaceNetworks.fresh(MarkedHeads.NETWORK, engine, 1);
			final var heldOut = new HeldOutFaces(faces,
				MarkedHeads.NETWORK);
			final double chance = heldOut.judge(pair, Side.B).error();
			FaceBase.apply(pair, Files.newInputStream(weights), faces);
			assertTrue(heldOut.judge(pair, Side.B).error() < 0.6 * chance);
			// Each is painted as him- or herself from the first step on.
			assertTrue(heldOut.judge(pair, Side.A).error() < 0.6 * chance);
		}
	}

	private static TrainingFaces read(final FaceSource person)
		throws IOException
	{
		return TrainingFaces.read(person, MarkedHeads.NETWORK, true, Progress.NONE);
	}

	@Test
	void basesTakeLessThanTwelveMegabytes() throws IOException {
		for (final var light : List.of(ExpressionArchitecture.LIGHT,
			ExpressionArchitecture.LIGHT64))
			try (var engine = Engine.preferred()) {
				final var out = new ByteArrayOutputStream();
				FaceBase.export(FaceNetworks.empty(light.forEverybody(), engine, false), out, Map
					.of());
				assertTrue(out.size() < 12e6, out.size() + " bytes");
			}
	}

	@Test
	void markedFacesAreAlignedAndKeepPeopleApart() throws IOException {
		final Path zip = RealData.folder().resolve("landmarks/udacity_ytf68.zip");
		try (var some = MarkedFaces.open(zip, 0, 2); var others = MarkedFaces.open(
			zip, 1, 2))
		{
			assertTrue(some.count() > 500 && others.count() > 500, some.count() +
				" and " + others.count());
			assertEquals(some.size() * some.size(), some.crop(0).length);
			// Eyes at the same height, the mouth below, as in every crop.
			final var marks = some.landmarks(0).orElseThrow();
			assertEquals(marks.get(36).y(), marks.get(45).y(), 12);
			assertTrue(marks.get(57).y() > marks.get(33).y());
			assertArrayEquals(some.crop(3), some.crop(3));
		}
	}
}
