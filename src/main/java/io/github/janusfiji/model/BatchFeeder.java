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

import io.github.janusfiji.task.Threads;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Prepares minibatches ahead of the step that needs them, on threads of its own.
 * A minibatch depends on the seed and the number of its step alone, never on
 * the order in which threads run, so training can stop and continue anywhere.
 */
final class BatchFeeder implements AutoCloseable {

	private static final int AHEAD = 3;
	private static final int THREADS = Math.max(1, Math.min(4, Runtime
		.getRuntime().availableProcessors() / 2));

	/**
	 * @param input of 2N warped faces, N of A, then N of B
	 * @param target 2N×3×H×W, the same faces unwarped
	 * @param weights of the target's errors, the same extents; null if all count
	 *          the same
	 * @param whose index of the person of each face; overwritten
	 */
	record Pair(NetworkInput input, ImageBatch target, ImageBatch weights,
		int[] whose)
	{

		/** The faces of two people, one after the other. */
		Pair(final NetworkInput input, final ImageBatch target,
			final ImageBatch weights)
		{
			this(input, target, weights, IntStream.range(0, target.count()).map(i -> 2 *
				i / target.count()).toArray());
		}

		/** Pictures alone, in which all errors count the same. */
		Pair(final ImageBatch input, final ImageBatch target) {
			this(new NetworkInput(input), target, null);
		}

		/** @return the places of one face */
		FaceSampler.Places places(final int slot) {
			return new FaceSampler.Places(input.pictures().slot(slot), target.slot(
				slot), slotOf(weights, slot), slotOf(input.cues(), slot), slotOf(input
					.likeness(), slot));
		}

		private static FloatBuffer slotOf(final ImageBatch batch,
			final int slot)
		{
			return batch == null ? null : batch.slot(slot);
		}
	}

	private final List<TrainingFaces> people;
	private final Turns turns;
	private final FaceSampler sampler;
	private final int batch;
	private final long seed;
	private final ExecutorService threads;
	private final Queue<CompletableFuture<Pair>> ahead = new ArrayDeque<>();
	private final IntPredicate warped;
	private Pair lent;
	private int next;

	/**
	 * @param faces of all people
	 * @param turns whose faces are drawn
	 * @param blueprint what they are for
	 * @param batch faces of each person N; of more than two, 2N in all
	 * @param seed of all choices
	 * @param first number of the first step, from 0
	 * @param warped whether the faces of a step are warped
	 */
	BatchFeeder(final TrainingPeople faces, final Turns turns,
		final Blueprint blueprint, final int batch, final long seed,
		final int first, final IntPredicate warped)
	{
		people = faces.all();
		this.turns = turns;
		sampler = FaceSamplers.of(blueprint);
		this.warped = warped;
		this.batch = batch;
		this.seed = seed;
		next = first;
		threads = Threads.pool("Janus augmentation", THREADS);
		for (int i = 0; i < AHEAD; i++)
			prepare(new Pair(NetworkInput.allocate(blueprint, 2 * batch), pictures(
				blueprint), faces.a().isWeighted() ? pictures(blueprint) : null));
	}

	private ImageBatch pictures(final Blueprint blueprint) {
		return ImageBatch.allocate(2 * batch, 3, blueprint.size(), blueprint
			.size());
	}

	/** @return the next minibatch, valid until the next call */
	Pair next() {
		if (lent != null) prepare(lent);
		lent = ahead.remove().join();
		return lent;
	}

	private void prepare(final Pair pair) {
		final int step = next++;
		ahead.add(CompletableFuture.supplyAsync(() -> {
			for (int i = 0; i < 2 * batch; i++)
				fill(step, i, pair);
			return pair;
		}, threads));
	}

	private void fill(final int step, final int slot, final Pair pair) {
		// SplittableRandom mixes its seed, but neighbouring seeds give overlapping
		// sequences unless they are spread first.
		final var random = new SplittableRandom(new SplittableRandom(seed ^
			((long) step << 20 | slot) * 0x9E3779B97F4A7C15L).nextLong());
		final TrainingFaces faces = people.get(pair.whose[slot] = turns.of(step,
			slot, batch));
		final int index = faces.draw(random);
		sampler.pair(faces.trainedCrop(index), faces.trainedCrop(faces.alike(index,
			random)), random, warped.test(step), pair.places(slot));
	}

	@Override
	public void close() {
		threads.shutdownNow();
	}
}
