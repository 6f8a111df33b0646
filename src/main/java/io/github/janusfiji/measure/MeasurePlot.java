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

import ij.gui.Plot;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws the course of a swap's figures. */
final class MeasurePlot {

	private static final int WIDTH = 1200, HEIGHT = 360;

	/** Least height of the axis, so that a good swap looks good. */
	private static final double LEAST_TOP = 6;

	private record Line(String label, Color colour, int width,
		ToDoubleFunction<FrameMeasure> value)
	{}

	private static final List<Line> LINES = List.of(new Line("seam (dE00)",
		new Color(200, 0, 0), 2, m -> m.seam().deltaE()), new Line(
			"seam in the source", new Color(240, 170, 170), 1, m -> m.seam()
				.sourceDeltaE()), new Line("flicker (levels)", new Color(0, 90, 200), 2,
					m -> m.flicker().swapped()), new Line("flicker of the source",
						new Color(160, 195, 240), 1, m -> m.flicker().source()), new Line(
							"landmarks (%)", new Color(0, 130, 60), 2, m -> m.agreement()
								.landmarks()));

	private MeasurePlot() {}

	static Plot of(final SwapMeasurement measurement) {
		final List<FrameMeasure> rows = measurement.rows();
		final double[] time = rows.stream().mapToDouble(FrameMeasure::time)
			.toArray();
		final var plot = new Plot("Quality of " + measurement.swapped(),
			"Time (s)", "Difference");
		plot.setSize(WIDTH, HEIGHT);
		final double last = time.length == 0 ? 1 : time[time.length - 1];
		plot.setLimits(0, Math.max(last, 1e-3), 0, 1.15 * top(rows));
		for (int i = 0; i < LINES.size(); i++) {
			final Line line = LINES.get(i);
			plot.setColor(line.colour);
			plot.setLineWidth(line.width);
			plot.add("line", time, rows.stream().mapToDouble(line.value)
				.toArray());
			plot.addLabel(0.01 + 0.16 * i, 0.08, line.label);
		}
		plot.setColor(Color.BLACK);
		return plot;
	}

	private static double top(final List<FrameMeasure> rows) {
		return rows.stream().flatMapToDouble(r -> LINES.stream().mapToDouble(l -> l
			.value().applyAsDouble(r))).filter(Double::isFinite).reduce(LEAST_TOP,
				Math::max);
	}
}
