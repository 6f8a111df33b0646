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

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How one person looks in a clip, pixel by pixel on the mean face: the median of
 * some frames in L*a*b*, and how far they usually lie from it. What differs from
 * both in a frame is something before the face; so is what is no skin over the
 * brows.
 */
final class FaceAppearance {

	/** Width and height at which faces are cut out of the frames, px. */
	private static final int CUT = 128;

	/** Fewer frames say too little. */
	private static final int LEAST_FRAMES = 4;

	/** Share of the frames that lie nearer to the median than the usual spread. */
	private static final double USUAL = 0.7;

	/** Least spread of L*, a* and b*: light and shade change with the head. */
	private static final float[] LEAST_SPREAD = { 6, 2.5f, 2.5f };

	/** Least spread at eyes, brows and mouth, which move. */
	private static final float[] LEAST_MOVING = { 12, 5, 6 };

	/** Least spread of the colour of skin. */
	private static final float[] LEAST_SKIN = { 9, 3, 4 };

	/**
	 * From how many spreads on a pixel is surely something else, and from how many
	 * on if it touches one that is.
	 */
	private static final float SURELY = 3.2f, MAYBE = 1.7f;

	/** Share of its neighbours that must be covered, too. */
	private static final float COMMON = 0.3f;

	/** Where a covered face can be told, and where features move. */
	private static final boolean[] INSIDE = MeanGrid.inside(),
			MOVING = MeanGrid.moving();

	private final float[][] median = new float[3][MeanGrid.AREA];
	private final float[][] spread = new float[3][MeanGrid.AREA];
	private final float[] skin = new float[3], skinSpread = new float[3];

	private FaceAppearance(final List<float[][]> looks) {
		median(looks);
		for (final float[][] look : looks)
			level(look);
		median(looks);
		final var values = new float[looks.size()];
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < MeanGrid.AREA; i++) {
				for (int k = 0; k < values.length; k++)
					values[k] = Math.abs(looks.get(k)[c][i] - median[c][i]);
				Arrays.sort(values);
				spread[c][i] = Math.max(MOVING[i] ? LEAST_MOVING[c] : LEAST_SPREAD[c],
					values[(int) (USUAL * (values.length - 1))]);
			}
		learnSkin();
	}

	private void learnSkin() {
		for (int c = 0; c < 3; c++) {
			double sum = 0, squares = 0;
			int n = 0;
			for (int i = 0; i < MeanGrid.AREA; i++)
				if (INSIDE[i] && !MOVING[i] && i / MeanGrid.SIZE > MeanGrid.BROW_ROW) {
					sum += median[c][i];
					squares += median[c][i] * median[c][i];
					n++;
				}
			skin[c] = (float) (sum / n);
			skinSpread[c] = (float) Math.max(LEAST_SKIN[c], Math.sqrt(Math.max(0,
				squares / n - skin[c] * skin[c])));
		}
	}

	/**
	 * @param frames some of the clip
	 * @param track where the face is in them
	 * @return how the person looks; nothing if the frames show too little
	 */
	static Optional<FaceAppearance> of(final List<Frame> frames,
		final PersonTrack track)
	{
		final var looks = new ArrayList<float[][]>();
		for (final Frame frame : frames)
			track.at(frame.index()).ifPresent(face -> {
				final double k = CUT / (double) FaceSwapper.CROP_SIZE;
				final Similarity map = face.toCrop().then(new Similarity(k, 0, (k - 1) /
					2, (k - 1) / 2));
				looks.add(look(FloatRgb.of(FaceAligner.crop(frame, map, CUT), CUT,
					new Region(0, 0, CUT, CUT)), face.landmarks().mapped(map)));
			});
		return looks.size() < LEAST_FRAMES ? Optional.empty() : Optional.of(
			new FaceAppearance(looks));
	}

	private static float[][] look(final FloatRgb crop, final Landmarks face) {
		return MeshWarp.moved(crop, face, MeanGrid.MEAN, MeanGrid.SIZE).toLab().planes();
	}

	private void median(final List<float[][]> looks) {
		final var values = new float[looks.size()];
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < MeanGrid.AREA; i++) {
				for (int k = 0; k < values.length; k++)
					values[k] = looks.get(k)[c][i];
				Arrays.sort(values);
				median[c][i] = values[values.length / 2];
			}
	}

	/** Takes out what light and exposure add to the whole face. */
	private void level(final float[][] look) {
		final var values = new float[MeanGrid.AREA];
		for (int c = 0; c < 3; c++) {
			int n = 0;
			for (int i = 0; i < MeanGrid.AREA; i++)
				if (INSIDE[i] && !MOVING[i]) values[n++] = look[c][i] - median[c][i];
			Arrays.sort(values, 0, n);
			final float offset = values[n / 2];
			for (int i = 0; i < MeanGrid.AREA; i++)
				look[c][i] -= offset;
		}
	}

	/**
	 * @param crop a face
	 * @param face its landmarks, px in it
	 * @return of each pixel the share of the face that is seen there: 1 but where
	 *         something lies before it
	 */
	float[] seen(final FloatRgb crop, final Landmarks face) {
		final float[][] look = look(crop, face);
		level(look);
		final float[] covered = covered(look);
		final float[] common = MeanGrid.box(covered, 3);
		for (int i = 0; i < MeanGrid.AREA; i++)
			if (common[i] < COMMON) covered[i] = 0;
		final float[] wide = MeanGrid.widened(covered);
		final FloatRgb picture = FloatRgb.black(MeanGrid.SIZE, MeanGrid.SIZE);
		System.arraycopy(wide, 0, picture.planes()[0], 0, MeanGrid.AREA);
		final float[] out = MeshWarp.moved(picture, MeanGrid.MEAN, face, crop.width())
			.planes()[0];
		for (int i = 0; i < out.length; i++)
			out[i] = 1 - Math.min(1, out[i]);
		return out;
	}

	/** Grows from pixels that are surely covered over those that may be. */
	private float[] covered(final float[][] look) {
		final var distances = new float[MeanGrid.AREA];
		for (int i = 0; i < MeanGrid.AREA; i++)
			if (INSIDE[i]) distances[i] = Math.max(distance(look, i), i /
				MeanGrid.SIZE < MeanGrid.BROW_ROW ? fromSkin(look, i) : 0);
		final var covered = new float[MeanGrid.AREA];
		final var open = new int[MeanGrid.AREA];
		int n = 0;
		for (int i = 0; i < MeanGrid.AREA; i++)
			if (distances[i] > SURELY) {
				covered[i] = 1;
				open[n++] = i;
			}
		while (n > 0) {
			final int i = open[--n];
			for (final int next : new int[] { i - 1, i + 1, i - MeanGrid.SIZE, i + MeanGrid.SIZE })
				if (next >= 0 && next < MeanGrid.AREA && covered[next] == 0 &&
					distances[next] > MAYBE)
				{
					covered[next] = 1;
					open[n++] = next;
				}
		}
		return covered;
	}

	/** In spreads; landmarks may be a pixel off, so the nearest neighbour counts. */
	private float distance(final float[][] look, final int i) {
		float least = Float.POSITIVE_INFINITY;
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++) {
				final int k = i + dy * MeanGrid.SIZE + dx;
				if (k < 0 || k >= MeanGrid.AREA) continue;
				float squares = 0;
				for (int c = 0; c < 3; c++) {
					final float d = (look[c][i] - median[c][k]) / spread[c][k];
					squares += d * d;
				}
				least = Math.min(least, squares);
			}
		return (float) Math.sqrt(least);
	}

	/** Hair over the forehead is there in every frame, but it is no skin. */
	private float fromSkin(final float[][] look, final int i) {
		float squares = 0;
		for (int c = 0; c < 3; c++) {
			final float d = (look[c][i] - skin[c]) / skinSpread[c];
			squares += d * d;
		}
		return (float) Math.sqrt(squares);
	}
}
