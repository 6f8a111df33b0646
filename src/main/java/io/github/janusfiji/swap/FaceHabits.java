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
package io.github.janusfiji.swap;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.Arrays;
import java.util.List;

/**
 * What is usual for one person, from all faces of a clip: the face at rest seen
 * from the front, how far the eyes are open when they are open, and how each
 * face differs from that. Shapes are those of {@link HeadDepths}.
 */
final class FaceHabits {

	/** Share of the faces, those with the mouth most closed, that show its rest. */
	private static final double RESTING = 0.3;

	/** σ of the weight of turned faces, degrees. */
	private static final double TURN = 12;

	private final List<Face> faces;
	private final double[][] shapes;
	private final double[][] fronts;
	private final double[] rest;
	private final double[][] eyes;

	private FaceHabits(final List<Face> faces, final double[][] eyes) {
		this.faces = faces;
		shapes = faces.stream().map(f -> HeadDepths.aligned(f.landmarks()))
			.toArray(double[][]::new);
		fronts = new double[shapes.length][];
		for (int i = 0; i < shapes.length; i++)
			fronts[i] = HeadDepths.aligned(landmarks(HeadDepths.frontal(shapes[i],
				faces.get(i).pose())));
		this.eyes = eyes;
		rest = restingFace();
	}

	/**
	 * @param faces of one person, at least one
	 * @return what is usual for that person
	 */
	static FaceHabits of(final List<Face> faces) {
		return new FaceHabits(List.copyOf(faces), EyeOpening.of(faces));
	}

	/**
	 * @param openings of the person's right eye and the left in each face, as of
	 *          {@link #eye}
	 * @return the same faces with these
	 */
	FaceHabits with(final double[][] openings) {
		return new FaceHabits(faces, openings);
	}

	/** @return the faces */
	List<Face> faces() {
		return faces;
	}

	/** @return the face at rest from the front: eyes open, mouth closed */
	double[] rest() {
		return rest.clone();
	}

	/**
	 * @param index of a face
	 * @param eye 0 for the person's right eye, 1 for the left
	 * @return how far it is open: 0 closed, 1 as usual
	 */
	double eye(final int index, final int eye) {
		return eyes[eye][index];
	}

	/**
	 * @param index of a face
	 * @return how its frontal shape differs from rest
	 */
	double[] expression(final int index) {
		final double[] e = fronts[index].clone();
		for (int i = 0; i < e.length; i++)
			e[i] -= rest[i];
		return e;
	}

	private static double at(final double[] sorted, final double share) {
		return sorted[(int) Math.round(share * (sorted.length - 1))];
	}

	private double[] restingFace() {
		final double[] gaps = new double[fronts.length];
		for (int i = 0; i < gaps.length; i++)
			gaps[i] = mouthGap(fronts[i]);
		final double[] sorted = gaps.clone();
		Arrays.sort(sorted);
		final double closed = at(sorted, RESTING);
		final var all = new double[fronts.length];
		final var open = new double[fronts.length];
		final var quiet = new double[fronts.length];
		for (int i = 0; i < fronts.length; i++) {
			final Pose pose = faces.get(i).pose();
			all[i] = Math.exp(-(pose.yaw() * pose.yaw() + pose.pitch() * pose
				.pitch()) / (2 * TURN * TURN)) + 1e-6;
			final double lids = Math.min(eyes[0][i], eyes[1][i]);
			open[i] = all[i] * (lids > 0.85 && lids < 1.15 ? 1 : 1e-6);
			quiet[i] = all[i] * (gaps[i] <= closed ? 1 : 1e-6);
		}
		final double[] mean = mean(all), lids = mean(open), lips = mean(quiet);
		final var out = mean.clone();
		System.arraycopy(lids, 72, out, 72, 24);
		System.arraycopy(lips, 0, out, 0, 34);
		System.arraycopy(lips, 96, out, 96, 40);
		return HeadDepths.aligned(landmarks(out));
	}

	private double[] mean(final double[] weights) {
		final var mean = new double[fronts[0].length];
		final double total = Arrays.stream(weights).sum();
		for (int k = 0; k < fronts.length; k++)
			for (int i = 0; i < mean.length; i++)
				mean[i] += weights[k] / total * fronts[k][i];
		return mean;
	}

	/**
	 * @param shape of a face
	 * @return how far the inner lips are apart
	 */
	static double mouthGap(final double[] shape) {
		double gap = 0;
		for (int i = 61; i <= 63; i++)
			gap += (shape[2 * (128 - i) + 1] - shape[2 * i + 1]) / 3;
		return gap;
	}

	/**
	 * @param shape of a face
	 * @return its landmarks, in the same units
	 */
	static Landmarks landmarks(final double[] shape) {
		final var points = new Point[Landmarks.COUNT];
		for (int i = 0; i < points.length; i++)
			points[i] = new Point(shape[2 * i], shape[2 * i + 1]);
		return new Landmarks(Arrays.asList(points));
	}
}
