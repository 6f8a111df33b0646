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
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pictures of the target whose features are the style: for each face those in
 * the most like pose and expression. They depend on the faces alone.
 */
final class StylePictures {

	/** Pictures of the target at most, evenly from those trained on. */
	private static final int MOST = 128;

	/** Of them, compared with one face (Korshunova et al. 2017). */
	private static final int NEAREST = 16;

	/** Share of a layer's width that positions are looked for, each way. */
	private static final double REACH = 0.13;

	private static final int BATCH = 16;

	private final List<PatchStyle> layers = new ArrayList<>();

	/** By layer and picture. */
	private final List<List<float[]>> units = new ArrayList<>();
	private final List<float[]> cues = new ArrayList<>();

	/**
	 * @param faces of the target
	 * @param blueprint of the network
	 * @param features what is seen in them
	 * @param engine computes
	 */
	StylePictures(final TrainingFaces faces, final Blueprint blueprint,
		final FaceFeatures features, final Engine engine)
	{
		final int count = Math.min(MOST, faces.trained());
		for (int from = 0; from < count; from += BATCH)
			read(faces, blueprint, features, engine, from, Math.min(BATCH, count -
				from), count);
	}

	private void read(final TrainingFaces faces, final Blueprint blueprint,
		final FaceFeatures features, final Engine engine, final int from,
		final int n, final int of)
	{
		final int size = blueprint.size();
		final var sampler = FaceSamplers.of(blueprint);
		final var pair = new BatchFeeder.Pair(NetworkInput.allocate(blueprint, n),
			ImageBatch.allocate(n, 3, size, size), ImageBatch.allocate(n, 3, size,
				size));
		for (int i = 0; i < n; i++) {
			sampler.plain(faces.trainedCrop((int) ((long) (from + i) * faces
				.trained() / of)), pair.places(i));
			final float[] own = new float[FaceCues.COUNT];
			pair.input().cues().slot(i).get(0, own);
			cues.add(own);
		}
		final float[] weights = new float[n * 3 * size * size];
		for (int i = 0; i < n; i++)
			pair.weights().slot(i).get(0, weights, i * 3 * size * size, 3 * size *
				size);
		try (var scope = engine.memory().scope("style-" + n)) {
			final Tape tape = new Tape(engine, false);
			final var seen = features.of(tape, engine, tape.constant(engine.memory()
				.of(pair.target())), FaceWeights.shares(weights));
			for (int l = 0; l < seen.style().size(); l++)
				add(engine, seen.style().get(l), l, n);
		}
	}

	private void add(final Engine engine, final Node layer, final int l,
		final int n)
	{
		final int channels = (int) layer.value().size(1);
		final int wide = (int) layer.value().size(2);
		if (layers.size() == l) {
			layers.add(new PatchStyle(channels, wide, (int) Math.round(REACH * wide)));
			units.add(new ArrayList<>());
		}
		final float[] all = new float[(int) layer.value().length()];
		engine.memory().read(layer.value(), FloatBuffer.wrap(all));
		final int each = all.length / n;
		for (int i = 0; i < n; i++)
			units.get(l).add(layers.get(l).units(Arrays.copyOfRange(all, i * each,
				(i + 1) * each)));
	}

	/**
	 * Adds the style loss of a minibatch to its tape.
	 *
	 * @param tape records it
	 * @param seen features of the painted faces
	 * @param given {@link FaceCues} of the faces, N×K×1×1
	 * @param weight of each layer's loss
	 * @return the weighted loss
	 */
	double add(final Tape tape, final List<Node> seen, final ImageBatch given,
		final double weight)
	{
		final int n = given.count();
		final List<int[]> like = IntStream.range(0, n).mapToObj(i -> nearest(given
			.slot(i))).toList();
		double loss = 0;
		for (int l = 0; l < seen.size(); l++) {
			final PatchStyle layer = layers.get(l);
			final List<float[]> own = units.get(l);
			loss += tape.losses().objective(seen.get(l), (values, gradient) -> {
				final int each = values.length / n;
				final double[] losses = new double[n];
				IntStream.range(0, n).parallel().forEach(i -> {
					final float[] g = new float[each];
					losses[i] = layer.of(Arrays.copyOfRange(values, i * each, (i + 1) *
						each), Arrays.stream(like.get(i)).mapToObj(own::get).toList(),
						weight / n, g);
					System.arraycopy(g, 0, gradient, i * each, each);
				});
				return Arrays.stream(losses).sum();
			});
		}
		return loss;
	}

	/** Indices of the pictures most like a face in pose and expression. */
	private int[] nearest(final FloatBuffer face) {
		final double[] distances = new double[cues.size()];
		for (int i = 0; i < distances.length; i++)
			for (int k = 0; k < FaceCues.COUNT; k++)
				distances[i] += Math.pow(face.get(k) - cues.get(i)[k], 2);
		return IntStream.range(0, distances.length).boxed().sorted(Comparator
			.comparingDouble(i -> distances[i])).limit(NEAREST).mapToInt(i -> i)
			.toArray();
	}
}
