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

import com.sun.management.OperatingSystemMXBean;
import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.tensor.ImageBatch;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Times joint training steps and decoding, for the benchmarks. */
public final class TrainStepTimer implements AutoCloseable {

	private static final int CHUNK = 1 << 18;

	private final Engine engine = Engine.preferred();
	private final Blueprint blueprint;
	private FaceNetwork network;
	private final BatchFeeder.Pair pair;
	private final NetworkInput faces;
	private final ImageBatch painted;

	/**
	 * @param preset name of a preset
	 * @param batch faces of each person
	 * @throws InputException if there is no such preset
	 */
	public TrainStepTimer(final String preset, final int batch)
		throws InputException
	{
		this(Preset.named(preset).blueprint(), batch);
	}

	TrainStepTimer(final Blueprint blueprint, final int batch) {
		this.blueprint = blueprint;
		final int size = blueprint.size();
		final ImageBatch weights = noise(2 * batch, size);
		pair = new BatchFeeder.Pair(noise(blueprint, 2 * batch), noise(2 * batch,
			size), blueprint.cues() > 0 ? weights : null);
		faces = noise(blueprint, batch);
		painted = noise(batch, size);
	}

	private static NetworkInput noise(final Blueprint blueprint,
		final int count)
	{
		return new NetworkInput(noise(count, blueprint.inputSize()), NetworkInput
			.allocate(blueprint, count).cues(), null);
	}

	private static ImageBatch noise(final int count, final int size) {
		final var random = new SplittableRandom(1);
		final var batch = ImageBatch.allocate(count, 3, size, size);
		for (int i = 0; i < count; i++)
			for (int j = 0; j < 3 * size * size; j++)
				batch.slot(i).put(j, (float) random.nextDouble());
		return batch;
	}

	/** The weights come when needed: decoding holds no moments. */
	private FaceNetwork network(final boolean trainable) {
		if (network == null) {
			network = trainable ? FaceNetworks.fresh(blueprint, engine, 1) : FaceNetworks.empty(blueprint, 
				engine, false);
			if (!trainable) network.parameters().forEach(p -> scatter(p.value()));
		}
		return network;
	}

	/** Memory of zeros that nobody wrote to would not count. */
	private void scatter(final Tensor weights) {
		final var random = new SplittableRandom(2);
		final long first = weights.size(0), row = weights.length() / first;
		final long step = Math.min(first, Math.max(1, CHUNK / row));
		final var values = FloatBuffer.allocate((int) (step * row));
		for (long from = 0; from < first; from += step) {
			final long to = Math.min(first, from + step);
			values.clear().limit((int) ((to - from) * row));
			while (values.hasRemaining())
				values.put((float) random.nextDouble() / 64 - 1 / 128f);
			engine.memory().write(engine.memory().rows(weights, from, to),
				values.flip());
		}
	}

	/** @return number of parameters, which will be trained */
	public long parameters() {
		return network(true).parameters().stream().mapToLong(p -> p.value().length())
			.sum();
	}

	/**
	 * Median times of one piece of work.
	 *
	 * @param wall s by the clock
	 * @param cpu s of all threads together, which other programs disturb less
	 */
	public record Time(double wall, double cpu) {}

	/**
	 * @param steps to time, after two to warm up
	 * @return one joint step
	 */
	public Time step(final int steps) {
		final FaceNetwork trained = network(true);
		return median(steps, () -> trained.step(pair, new FaceNetwork.Step(
			new Adam(1e-5, .5, .999, 1e-8), 0, 0, 0)));
	}

	/**
	 * @param passes to time, after two to warm up
	 * @return decoding one minibatch
	 */
	public Time decode(final int passes) {
		final FaceNetwork decoding = network(false);
		return median(passes, () -> decoding.decode(faces, Side.B, painted));
	}

	private static Time median(final int n, final Runnable work) {
		final var system = (OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean();
		work.run();
		work.run();
		final double[] wall = new double[n];
		final double[] cpu = new double[n];
		for (int i = 0; i < n; i++) {
			final long from = System.nanoTime();
			final long cpuFrom = system.getProcessCpuTime();
			work.run();
			wall[i] = (System.nanoTime() - from) / 1e9;
			cpu[i] = (system.getProcessCpuTime() - cpuFrom) / 1e9;
		}
		Arrays.sort(wall);
		Arrays.sort(cpu);
		return new Time(wall[n / 2], cpu[n / 2]);
	}

	@Override
	public void close() {
		engine.close();
	}
}
