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

import io.github.janusfiji.pixels.Ssim;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Faces never trained on: how well a model paints them, and how it looks. At
 * most {@value #MOST} of each person, evenly from the held-out block.
 */
final class HeldOutFaces {

	/** A picture to show. */
	record Preview(int width, int height, int[] argb) {}

	private static final int MOST = 32;
	private static final int BATCH = 16;
	private static final int PREVIEW_ROWS = 6;
	private static final int GAP = 4;

	private final int size;
	private final List<List<BatchFeeder.Pair>> faces = new ArrayList<>();
	private final List<BatchFeeder.Pair> shown = new ArrayList<>();

	/** By number of faces: native memory that is asked for once. */
	private final Map<Integer, ImageBatch> painted = new HashMap<>();

	/**
	 * @param people faces of all people
	 * @param architecture what they are seen by
	 */
	HeldOutFaces(final TrainingPeople people, final Blueprint architecture) {
		size = architecture.size();
		final int rows = people.all().stream().mapToInt(TrainingFaces::heldOut).reduce(
			PREVIEW_ROWS, Math::min);
		for (final TrainingFaces from : people.all()) {
			final int n = Math.min(BATCH, from.heldOut());
			faces.add(pictures(from, architecture, n, Math.min(MOST, from.heldOut()) /
				n));
			shown.add(pictures(from, architecture, rows, 1).get(0));
		}
	}

	private List<BatchFeeder.Pair> pictures(final TrainingFaces from,
		final Blueprint architecture, final int n, final int batches)
	{
		final var sampler = FaceSamplers.of(architecture);
		final List<BatchFeeder.Pair> pictures = new ArrayList<>();
		for (int i = 0; i < batches * n; i++) {
			if (i % n == 0) pictures.add(new BatchFeeder.Pair(NetworkInput.allocate(
				architecture, n), ImageBatch.allocate(n, 3, size, size),
				architecture.cues() == 0 ? null : ImageBatch.allocate(n, 3, size,
					size)));
			sampler.plain(from.heldOutCrop(i * from.heldOut() / (batches * n)),
				pictures.get(i / n).places(i % n));
		}
		return pictures;
	}

	/**
	 * How well one person's held-out faces are painted.
	 *
	 * @param error mean absolute error, 0 to 1; of networks that paint the inside
	 *          of the outline only, in there
	 * @param ssim mean structural similarity, −1 to 1: {@link Ssim}; likewise of
	 *          what is inside, put into the real picture
	 */
	record Judgement(double error, double ssim) {}

	/**
	 * @param network to judge
	 * @param side whose faces, painted with the person's own decoder
	 * @return how well
	 */
	Judgement judge(final FaceNetwork network, final Side side) {
		double sum = 0, similarity = 0, count = 0;
		long pictures = 0;
		for (final BatchFeeder.Pair batch : faces.get(side.ordinal())) {
			final ImageBatch painted = decode(network, batch, side);
			for (int i = 0; i < painted.count(); i++) {
				final FloatBuffer is = painted.slot(i), should = batch.target().slot(i);
				final FloatBuffer weights = batch.weights() == null ? null : batch
					.weights().slot(i);
				for (int j = 0; j < is.capacity(); j++) {
					final double share = weights == null ? 1 : Math.min(1, weights.get(j));
					sum += share * Math.abs(is.get(j) - should.get(j));
					count += share;
					if (share < 1) is.put(j, (float) (should.get(j) + share * (is.get(j) -
						should.get(j))));
				}
				similarity += Ssim.of(is, should, size);
				pictures++;
			}
		}
		return new Judgement(sum / Math.max(1e-9, count), similarity / pictures);
	}

	/**
	 * @param network to judge
	 * @return how well everybody but the first person is painted, on average
	 */
	Judgement judgeOthers(final FaceNetwork network) {
		double error = 0, ssim = 0;
		for (int i = 1; i < faces.size(); i++) {
			final Judgement one = judge(network, Side.values()[i]);
			error += one.error / (faces.size() - 1);
			ssim += one.ssim / (faces.size() - 1);
		}
		return new Judgement(error, ssim);
	}

	/** @return the faces painted, valid until the next call */
	private ImageBatch decode(final FaceNetwork network,
		final BatchFeeder.Pair batch, final Side as)
	{
		final var result = painted.computeIfAbsent(batch.target().count(),
			count -> ImageBatch.allocate(count, 3, size, size));
		network.decode(batch.input(), as, result);
		return result;
	}

	/**
	 * @param network to show
	 * @return a row for each of a few faces: original, own reconstruction and swap
	 *         of A on the left, of B on the right; of more people the others take
	 *         turns in the place of B
	 */
	Preview preview(final FaceNetwork network) {
		final int rows = shown.get(0).target().count();
		final int width = 6 * size + GAP, height = rows * size;
		final int[] argb = new int[width * height];
		Arrays.fill(argb, 0xffffffff);
		final int others = shown.size() - 1;
		for (int i = 0; i < others; i++) {
			final Side other = Side.values()[i + 1];
			final var own = shown.get(0);
			final var theirs = shown.get(i + 1);
			final var turn = new Turn(i, others);
			if (i == 0) {
				paste(own.target(), argb, width, 0, Turn.ALL);
				paste(decode(network, own, Side.A), argb, width, size, Turn.ALL);
			}
			paste(decode(network, own, other), argb, width, 2 * size, turn);
			final int right = 3 * size + GAP;
			paste(theirs.target(), argb, width, right, turn);
			paste(decode(network, theirs, other), argb, width, right + size, turn);
			paste(decode(network, theirs, Side.A), argb, width, right + 2 * size,
				turn);
		}
		return new Preview(width, height, argb);
	}

	/** Every so manieth row. */
	private record Turn(int first, int step) {

		static final Turn ALL = new Turn(0, 1);
	}

	private void paste(final ImageBatch tiles, final int[] onto, final int width,
		final int x, final Turn turn)
	{
		for (int tile = turn.first; tile < tiles.count(); tile += turn.step) {
			final int[] argb = tiles.argb(tile);
			for (int row = 0; row < size; row++)
				System.arraycopy(argb, row * size, onto, (tile * size + row) * width +
					x, size);
		}
	}
}
