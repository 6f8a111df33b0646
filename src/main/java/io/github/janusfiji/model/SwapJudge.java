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

import io.github.janusfiji.face.Expression;
import io.github.janusfiji.face.FaceJudge;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.tensor.ImageBatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Swapped held-out faces, judged while a model is trained: reconstructions tell
 * nothing of them. Each painted face is put into the crop of the face that it
 * replaces, and looked for there by the detector that finds faces in clips.
 */
final class SwapJudge implements AutoCloseable {

	/** Faces of each person that are judged. */
	static final int FACES = 12;

	/** Fewer faces are not found by chance alone, from here on: a warning. */
	private static final double FEW = 0.75;

	/** Similarity of own reconstructions from which they look well. */
	private static final double GOOD = 0.88;

	/**
	 * What is said of one direction.
	 *
	 * @param found share of the swapped faces in which a face is found, 0 to 1
	 * @param landmarks mean distance of their landmarks from the source's, percent
	 *          of the distance between the outer eye corners; NaN without any
	 * @param mouth correlation of the mouth's opening with the source's, −1 to 1;
	 *          NaN if one of them does not change
	 * @param eyes the same of the eyes
	 */
	record Verdict(double found, double landmarks, double mouth, double eyes) {

		/** Not judged. */
		static final Verdict NONE = new Verdict(Double.NaN, Double.NaN, Double.NaN,
			Double.NaN);
	}

	private final FaceJudge judge = FaceJudge.create();
	private final Blueprint blueprint;
	private final List<TrainingCrop> a;
	private final List<TrainingCrop> b;
	private final Proportions ontoA;
	private final Proportions ontoB;

	/**
	 * @param a the first person's faces, with landmarks
	 * @param b the second's
	 * @param blueprint of the network
	 */
	SwapJudge(final TrainingFaces a, final TrainingFaces b,
		final Blueprint blueprint)
	{
		this.blueprint = blueprint;
		this.a = chosen(a);
		this.b = chosen(b);
		ontoA = new Proportions(b.shape(), a.shape(), blueprint.size(), blueprint
			.coverage());
		ontoB = new Proportions(a.shape(), b.shape(), blueprint.size(), blueprint
			.coverage());
	}

	private static List<TrainingCrop> chosen(final TrainingFaces faces) {
		final int count = Math.min(FACES, faces.heldOut());
		final var crops = new ArrayList<TrainingCrop>();
		for (int i = 0; i < count; i++)
			crops.add(faces.heldOutCrop((int) ((long) i * faces.heldOut() / count)));
		return crops;
	}

	/**
	 * @param network to judge
	 * @param source whose faces are replaced by the other's
	 * @return what became of them
	 */
	Verdict judge(final FaceNetwork network, final Side source) {
		final List<TrainingCrop> faces = source == Side.A ? a : b;
		final int size = blueprint.size();
		final var input = NetworkInput.allocate(blueprint, faces.size());
		final var sampler = FaceSamplers.of(blueprint);
		for (int i = 0; i < faces.size(); i++)
			sampler.plain(faces.get(i), new FaceSampler.Places(input.pictures().slot(
				i), null, null, input.cues().slot(i), null));
		final var painted = ImageBatch.allocate(faces.size(), 3, size, size);
		network.decode(input, source.other(), painted);
		final var expressions = new Expressions();
		int found = 0;
		double apart = 0;
		for (int i = 0; i < faces.size(); i++) {
			(source == Side.A ? ontoA : ontoB).move(painted.slot(i));
			final var verdict = judged(painted.argb(i), faces.get(i), expressions);
			if (!verdict.isFound()) continue;
			found++;
			apart += verdict.landmarks();
		}
		return new Verdict((double) found / faces.size(), found == 0 ? Double.NaN
			: apart / found, expressions.mouth(), expressions.eyes());
	}

	private FaceJudge.Verdict judged(final int[] painted,
		final TrainingCrop face, final Expressions expressions)
	{
		final int crop = face.size();
		final double k = blueprint.coverage() * crop / blueprint.size();
		final double start = crop * (1 - blueprint.coverage()) / 2;
		final double shift = start + k / 2 - 0.5;
		final int[] argb = new int[crop * crop];
		for (int i = 0; i < argb.length; i++)
			argb[i] = 0xff000000 | (face.rgb()[3 * i] & 0xff) << 16 | (face.rgb()[3 *
				i + 1] & 0xff) << 8 | face.rgb()[3 * i + 2] & 0xff;
		final var expected = new Landmarks(face.known().landmarks().points().stream()
			.map(p -> new Point(p.x() * crop - 0.5, p.y() * crop - 0.5)).toList());
		final var verdict = judge.judge(painted, blueprint.size(), new Similarity(k,
			0, shift, shift), new Frame(0, 0, crop, crop, argb), expected);
		verdict.face().ifPresent(is -> expressions.add(expected, is));
		return verdict;
	}

	/**
	 * @param a what became of the first person's faces
	 * @param b of the second's
	 * @param similarity mean SSIM of own reconstructions
	 * @return whether reconstructions look well while swaps are no faces
	 */
	static boolean isMisleading(final Verdict a, final Verdict b,
		final double similarity)
	{
		return similarity >= GOOD && Math.min(a.found, b.found) < FEW;
	}

	@Override
	public void close() {
		judge.close();
	}

	/** Openings of sources and swaps, for their correlation. */
	private static final class Expressions {

		private final List<double[]> eyes = new ArrayList<>();
		private final List<double[]> mouths = new ArrayList<>();

		void add(final Landmarks source, final Landmarks swapped) {
			final var should = Expression.of(source);
			final var is = Expression.of(swapped);
			eyes.add(new double[] { should.eyes(), is.eyes() });
			mouths.add(new double[] { should.mouth(), is.mouth() });
		}

		double eyes() {
			return correlation(eyes);
		}

		double mouth() {
			return correlation(mouths);
		}

		private static double correlation(final List<double[]> pairs) {
			double mx = 0, my = 0;
			for (final double[] p : pairs) {
				mx += p[0] / pairs.size();
				my += p[1] / pairs.size();
			}
			double xy = 0, xx = 0, yy = 0;
			for (final double[] p : pairs) {
				xy += (p[0] - mx) * (p[1] - my);
				xx += (p[0] - mx) * (p[0] - mx);
				yy += (p[1] - my) * (p[1] - my);
			}
			return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
		}
	}
}
