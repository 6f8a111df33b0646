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
import io.github.janusfiji.nn.Initialiser;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What each preset's network computes from the same weights and faces. */
final class PresetTrials {

	/** Networks of more parameters decode only. */
	private static final long TRAINED = 20_000_000;

	/**
	 * Steps of training: a wrong kernel is in the loss of the first or, if only
	 * gradients are wrong, of the second.
	 */
	private static final int STEPS = 4;

	/**
	 * Adam brings all gradients to one size, those that are nothing but rounding,
	 * too: at higher rates the last bit of the first steps grows to percents by
	 * itself. What a kernel computes wrongly is in the first loss already.
	 */
	private static final Adam SLOW = new Adam(2e-5, 0.5, 0.999,
		1e-8);

	private PresetTrials() {}

	/** A network of this test's own, whose channels fill no block. */
	static final Architecture ODD = new Architecture("odd", 16, 0.75, List.of(
		new Architecture.Stage(24, 5), new Architecture.Stage(19, 3)), 11, 17, 4,
		List.of(), List.of(13), 3, true, 0.1,
		Initialiser.HE, false, 0, 2e-3);

	/** @return all networks that are tried */
	static List<Blueprint> networks() {
		final var all = new ArrayList<Blueprint>(List.of(ODD));
		Preset.all().forEach(preset -> all.add(preset.blueprint()));
		return all;
	}

	private static long parameters(final FaceNetwork network) {
		return network.parameters().stream().mapToLong(p -> p.value().length())
			.sum();
	}

	private static float noise(final long seed, final int index) {
		final long mixed = (seed * 0x9E3779B97F4A7C15L + index) *
			0xD1342543DE82EF95L;
		return ((mixed ^ mixed >>> 29) * 0x2545F4914F6CDD1DL >>> 40) / (float) (1 <<
			24);
	}

	/** Weights of He's variance, drawn so fast that 100 million take no time. */
	private static void fill(final Engine engine,
		final Parameter parameter, final long seed)
	{
		final long[] shape = parameter.value().shape();
		final long length = parameter.value().length();
		final double fan = shape.length == 4 ? length / shape[0] : shape.length == 2
			? shape[0] : 1e4;
		final float range = (float) Math.sqrt(6 / fan);
		final var values = FloatBuffer.allocate(Math.toIntExact(length));
		for (int i = 0; i < length; i++)
			values.put(i, (2 * noise(seed, i) - 1) * range);
		engine.memory().write(parameter.value(), values);
	}

	private static ImageBatch faces(final int count, final int size,
		final long seed)
	{
		final var faces = ImageBatch.allocate(count, 3, size, size);
		for (int n = 0; n < count; n++)
			for (int i = 0; i < 3 * size * size; i++)
				faces.slot(n).put(i, noise(seed + n, i / 7));
		return faces;
	}

	/** @return noise in all that a network reads */
	private static NetworkInput input(final Blueprint blueprint,
		final int count)
	{
		final var input = NetworkInput.allocate(blueprint, count);
		long seed = 40;
		for (final ImageBatch part : new ImageBatch[] { input.pictures(), input
			.cues(), input.likeness() })
			for (int n = 0; part != null && n < count; n++)
				for (int i = 0; i < part.slot(n).capacity(); i++)
					part.slot(n).put(i, noise(seed + n, i / 7));
		return input;
	}

	/** @return one face, decoded by B's decoder of weights that are not trained */
	static float[] decoded(final Blueprint blueprint,
		final Engine engine)
	{
		final int size = blueprint.size();
		final var painted = ImageBatch.allocate(1, 3, size, size);
		final FaceNetwork network = FaceNetworks.empty(blueprint, engine, false);
		long seed = 1;
		for (final Parameter parameter : network.parameters())
			fill(engine, parameter, seed++);
		network.decode(input(blueprint, 1), Side.B, painted);
		final float[] face = new float[3 * size * size];
		painted.slot(0).get(face);
		return face;
	}

	/** @return the losses of training; empty for large networks */
	static float[] trained(final Blueprint blueprint,
		final Engine engine) throws IOException
	{
		if (parameters(FaceNetworks.empty(blueprint, engine, false)) > TRAINED)
			return new float[0];
		final FaceNetwork network = FaceNetworks.fresh(blueprint, engine, 3);
		if (network instanceof FastNetwork fast) aim(fast);
		final var pair = new BatchFeeder.Pair(input(blueprint, 2), faces(2, blueprint
			.size(), 6), faces(2, blueprint.size(), 7));
		final float[] losses = new float[STEPS];
		for (int step = 0; step < STEPS; step++) {
			final var loss = network.step(pair, new FaceNetwork.Step(SLOW, step, 1, 0));
			losses[step] = (float) (loss.a() + loss.b());
		}
		return losses;
	}

	/** The network has no loss without a target's pictures. */
	private static void aim(final FastNetwork network) throws IOException {
		final var features = new BaseFeatures(network.engine());
		final var target = TrainingFaces.read(MarkedHeads.ANNA, network.blueprint(),
			false, Progress.NONE);
		network.use(new FastObjective(features, new StylePictures(target, network
			.blueprint(), features, network.engine()), network.blueprint().size(),
			false));
	}

	/** Writes numbers to be compared with in another process. */
	static void write(final Path file, final float[] numbers)
		throws IOException
	{
		final var bytes = ByteBuffer.allocate(Float.BYTES * numbers.length);
		bytes.asFloatBuffer().put(numbers);
		Files.write(file, bytes.array());
	}

	/** @return what {@link #write} wrote */
	static float[] read(final Path file) throws IOException {
		final var floats = ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer();
		final float[] numbers = new float[floats.remaining()];
		floats.get(numbers);
		return numbers;
	}
}
