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
package io.github.janusfiji.measure;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.measure.FrameMeasure.Agreement;
import io.github.janusfiji.measure.FrameMeasure.Seam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures pairs of frames in order. */
final class FrameMeter {

	/** Most frames whose identity is asked for, spread over the clip. */
	private static final int IDENTITIES = 100;

	private final MeasureOptions options;
	private final int every;
	private final FlickerMeter flicker = new FlickerMeter();

	/**
	 * @param options what to measure
	 * @param count how many pairs there are
	 */
	FrameMeter(final MeasureOptions options, final int count) {
		this.options = options;
		every = Math.max(1, (count + IDENTITIES - 1) / IDENTITIES);
	}

	/**
	 * @param source the next frame
	 * @param swapped the same frame after the swap
	 * @param before the face in the source, if it was found
	 * @param after the face in the swap, if it was found
	 * @return all that these two tell; flicker is that of the frame before, whose
	 *         neighbours are now known
	 */
	FrameMeasure next(final Frame source, final Frame swapped,
		final Optional<Face> before, final Optional<Face> after)
	{
		final Optional<ConvexPolygon> outline = before.map(f -> new ConvexPolygon(f
			.outline().corners()));
		final Optional<ConvexPolygon> limit = outline.map(o -> dilated(o, options
			.dilate() / 100));
		final var outside = OutsideMeter.measure(source, swapped, limit);
		final Optional<ConvexPolygon> area = options.area().equals("outline")
			? outline : limit.flatMap(l -> ChangedArea.of(source, swapped, l));
		final double size = outline.map(o -> Math.sqrt(o.area())).orElse(0.0);
		final Seam seam = area.map(a -> new SeamMeter(a, size).measure(source,
			swapped)).orElse(Seam.NONE);
		final double[] identity = identity(swapped, after);
		return new FrameMeasure(source.index(), source.time(), before.isPresent(),
			outside, seam, flicker.next(source, swapped, before, area), before
				.flatMap(b -> after.map(a -> agreement(b, a))).orElse(Agreement.NONE),
			identity[0], identity[1]);
	}

	private static ConvexPolygon dilated(final ConvexPolygon outline,
		final double share)
	{
		return share == 0 ? outline : new ConvexPolygon(outline.offset(share * Math
			.sqrt(outline.area())));
	}

	private double[] identity(final Frame swapped, final Optional<Face> face) {
		if (options.identity().isEmpty() || face.isEmpty() || swapped.index() %
			every != 0) return new double[] { Double.NaN, Double.NaN };
		return options.identity().get().similarities(swapped, face.get()
			.landmarks());
	}

	private static Agreement agreement(final Face before, final Face after) {
		final Landmarks p = before.landmarks(), q = after.landmarks();
		final double[] distances = new double[Landmarks.COUNT];
		for (int i = 0; i < distances.length; i++)
			distances[i] = p.get(i).distance(q.get(i)) / p.interOcularDistance();
		final int jaw = p.jaw().size();
		return new Agreement(100 * mean(distances, 0), 100 * mean(distances, jaw),
			angle(before.pose(), after.pose()));
	}

	private static double angle(final Pose a, final Pose b) {
		final double yaw = a.yaw() - b.yaw(), pitch = a.pitch() - b.pitch();
		final double roll = Math.IEEEremainder(a.roll() - b.roll(), 360);
		return Math.sqrt(yaw * yaw + pitch * pitch + roll * roll);
	}

	private static double mean(final double[] values, final int from) {
		double sum = 0;
		for (int i = from; i < values.length; i++)
			sum += values[i];
		return sum / (values.length - from);
	}

	/**
	 * @param rows as {@link #next} gave them, one behind with the flicker
	 * @return the same with each flicker at its own frame
	 */
	static List<FrameMeasure> aligned(final List<FrameMeasure> rows) {
		final var aligned = new ArrayList<FrameMeasure>();
		for (int i = 0; i < rows.size(); i++)
			aligned.add(rows.get(i).with(i + 1 < rows.size() ? rows.get(i + 1)
				.flicker() : FrameMeasure.Flicker.NONE));
		return aligned;
	}
}
