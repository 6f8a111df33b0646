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
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Swaps faces between marked photographs, to teach detectors: another person's
 * face, warped onto the landmarks, with the colours, details and blends of a
 * swap by {@code method=graphics} (Li et al. 2020, "Face X-ray", blend two
 * people's pictures alike). Half of the faces are painted with few pixels, as
 * networks paint them. Thread-safe.
 */
public final class PictureSwapper {

	/** Size of the crop that frames a face, px, and the share that is painted. */
	private static final int CROP = 256;
	private static final double COVERAGE = 0.95;

	/** Pixels painted for each of the picture's, at most. */
	private static final double FINENESS = 1.1;

	/** Width of the jaw in a network's painting, px. */
	private static final double FEWEST = 36, MOST = 90;

	private static final int LEAST_SIZE = 48;

	private PictureSwapper() {}

	/**
	 * @param frame a photograph; not changed
	 * @param face landmarks in it, px
	 * @param donor a photograph of somebody else
	 * @param other landmarks in that one, px
	 * @param random decides how
	 * @return the first photograph with the other's face; nothing if the face is
	 *         too small or too far outside
	 */
	public static Optional<Frame> swap(final Frame frame, final Landmarks face,
		final Frame donor, final Landmarks other, final SplittableRandom random)
	{
		final var settings = new MaskSettings(MaskShape.EXTENDED, random.nextDouble(
			-0.03, 0.03), random.nextDouble(0.015, 0.05));
		final Similarity toCrop = FaceAligner.align(face, CROP);
		double pixels = Math.min(jaw(other), FINENESS * jaw(face));
		if (random.nextBoolean()) pixels = Math.min(pixels, random.nextDouble(
			FEWEST, MOST));
		final int size = Math.max(LEAST_SIZE, (int) Math.round(pixels / (jaw(face) *
			toCrop.scale()) * COVERAGE * CROP));
		final Target target = Target.of(frame, new PersonTrack.Placement(0, face,
			toCrop), CROP, settings, new ModelFraming(size, COVERAGE)).orElse(null);
		if (target == null) return Optional.empty();
		final Landmarks to = face.mapped(target.toWindow());
		final FloatRgb painted = warped(donor, other, to, size);
		final ColourTransfer colour = oneOf(random, ColourTransfer.REINHARD,
			ColourTransfer.MEAN, ColourTransfer.HISTOGRAM, ColourTransfer.MKL);
		final BlendMode blend = oneOf(random, BlendMode.PYRAMID, BlendMode.ALPHA,
			BlendMode.POISSON);
		final Detail detail = oneOf(random, Detail.MATCH, Detail.KEEP);
		return Optional.of(new FaceCompositor(colour, blend, settings, 0, detail)
			.compose(frame, target, Painting.of(new DecodedFace(painted, to), target,
				settings, colour, Optional.empty())).frame());
	}

	/** The donor's face, first shrunk to its size in the window. */
	private static FloatRgb warped(final Frame donor, final Landmarks other,
		final Landmarks to, final int size)
	{
		final double k = Math.min(1, jaw(to) / jaw(other));
		if (k == 1) return MeshWarp.warped(FloatRgb.of(donor.argb(), donor.width(),
			new Region(0, 0, donor.width(), donor.height())), other, to, size);
		final int side = (int) Math.round(k * Math.max(donor.width(), donor
			.height()));
		final var shrinking = new Similarity(k, 0, (k - 1) / 2, (k - 1) / 2);
		return MeshWarp.warped(FloatRgb.of(FaceAligner.crop(donor, shrinking, side),
			side, new Region(0, 0, side, side)), other.mapped(shrinking), to, size);
	}

	/** The first, which is what a swap does by default, in seven of ten cases. */
	@SafeVarargs
	private static <T> T oneOf(final SplittableRandom random, final T... choices) {
		return random.nextInt(10) < 7 ? choices[0] : choices[1 + random.nextInt(
			choices.length - 1)];
	}

	private static double jaw(final Landmarks face) {
		return face.get(0).distance(face.get(16));
	}
}
