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

import io.github.janusfiji.frames.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Puts a painted face into its frame: colour, one resampling back, sharpening,
 * blend. Thread-safe.
 *
 * @param colour transfer of the replaced face's colours
 * @param blend how face and frame are joined
 * @param settings what of a face is replaced
 * @param sharpen detail added to the face, from 0
 * @param detail whether it is first made as fine as what it replaces
 */
record FaceCompositor(ColourTransfer colour, BlendMode blend,
	MaskSettings settings, double sharpen, Detail detail)
{

	/** Share of the face's size that a blend may look at around it. */
	private static final double CONTEXT = 0.15;

	/** Least context, px. */
	private static final double LEAST_CONTEXT = 8;

	/**
	 * A face put in.
	 *
	 * @param frame the result
	 * @param region of the frame that was worked on
	 * @param face the painted face there, before it was blended in
	 * @param mask what was replaced
	 */
	record Composite(Frame frame, Region region, FloatRgb face,
		FaceMask mask)
	{}

	/**
	 * @param other what of a face is replaced
	 * @return the same with these settings
	 */
	FaceCompositor with(final MaskSettings other) {
		return new FaceCompositor(colour, blend, other, sharpen, detail);
	}

	/**
	 * Puts in all faces of a frame. Where they overlap, the largest, which is the
	 * nearest, covers the others.
	 *
	 * @param frame the source; not changed
	 * @param faces one for each person
	 * @return the result with its numbers in the order of the faces
	 */
	SwapStep step(final Frame frame, final List<PlacedFace> faces) {
		final var rows = new SwapRow[faces.size()];
		final var composites = new ArrayList<Composite>();
		final var order = new ArrayList<>(faces);
		order.sort(Comparator.comparingDouble(PlacedFace::area));
		Frame under = frame;
		for (final PlacedFace face : order) {
			SwapRow row = face.row();
			if (face.painting().isPresent()) {
				final long start = System.nanoTime();
				final Painting painting = face.painting().get();
				final Composite composite = compose(under, face.work().target()
					.orElseThrow(), painting);
				composites.add(composite);
				under = composite.frame();
				row = face.row(colour.shift(painting.own(), painting.wanted()),
					composite.mask().outline().area(), (System.nanoTime() - start) / 1e6);
			}
			rows[faces.indexOf(face)] = row;
		}
		return new SwapStep(frame, Arrays.asList(rows), composites);
	}

	/**
	 * @param frame the source; not changed
	 * @param target the face to replace
	 * @param painting the face to put in
	 * @return a new frame; every pixel outside the mask's outline equals the
	 *         source
	 */
	Composite compose(final Frame frame, final Target target,
		final Painting painting)
	{
		final FaceMask mask = painting.mask(target, settings);
		final double margin = Math.max(LEAST_CONTEXT, CONTEXT * Math.sqrt(mask
			.outline().area()));
		final Region region = Region.around(mask.outline().corners(), margin, frame
			.width(), frame.height());
		final double pixel = 1 / target.toWindow().scale();
		final FloatRgb under = FloatRgb.of(frame.argb(), frame.width(), region);
		final float[] weights = mask.weights(region);
		final FloatRgb face = UnsharpMask.sharpened(detail.apply(PatchResampler
			.resample(painting.coloured(colour), target.toWindow(), region), under,
			weights, pixel, frame.index(), painting.reference().flatMap(r -> r.in(target
				.toWindow(), region, weights))), pixel, sharpen);
		final FloatRgb joined = blend.blend(under, face, mask, region);
		final int[] argb = frame.argb().clone();
		for (int y = 0, i = 0; y < region.height(); y++) {
			int at = (region.y() + y) * frame.width() + region.x();
			for (int x = 0; x < region.width(); x++, i++)
				argb[at++] = joined.argb(i);
		}
		return new Composite(new Frame(frame.index(), frame.time(), frame.width(),
			frame.height(), argb), region, face, mask);
	}
}
