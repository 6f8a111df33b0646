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

import ij.ImagePlus;
import ij.gui.Plot;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Draws what a viewer sees over time, one panel below the other: the source's
 * course in grey, the swap's in colour.
 */
final class ViewerPlot {

	private static final int WIDTH = 1200, HEIGHT = 160;

	private static final Color SOURCE = new Color(150, 150, 150);
	private static final Color SWAPPED = new Color(200, 0, 0);

	private record Panel(String label, ToDoubleFunction<FaceState> value) {}

	private ViewerPlot() {}

	/**
	 * @param m what was measured
	 * @return its course over time
	 */
	static ImagePlus of(final SwapMeasurement m) {
		final var panels = panels(m.appearance());
		ColorProcessor all = null;
		for (int i = 0; i < panels.size(); i++) {
			final var drawn = draw(m, panels.get(i)).getProcessor()
				.convertToColorProcessor();
			if (all == null) all = new ColorProcessor(drawn.getWidth(), drawn
				.getHeight() * panels.size());
			all.insert(drawn, 0, i * drawn.getHeight());
		}
		return new ImagePlus("What a viewer sees of " + m.swapped(), all);
	}

	private static List<Panel> panels(final Appearance seen) {
		final var panels = new ArrayList<Panel>();
		panels.add(new Panel(String.format(Locale.ROOT,
			"face: log-odds, found in %.0f %% of the frames", 100 * seen.found()),
			FaceState::score));
		for (final Trait trait : Trait.values()) {
			final Following f = seen.following(trait);
			panels.add(new Panel(String.format(Locale.ROOT, "%s: r %.2f, slope %.2f",
				trait.label(), f.r(), f.slope()), trait::of));
		}
		panels.add(new Panel("sharpness", FaceState::sharpness));
		return panels;
	}

	private static Plot draw(final SwapMeasurement m, final Panel panel) {
		final double[] time = m.rows().stream().mapToDouble(FrameMeasure::time)
			.toArray();
		final double[] source = m.appearance().frames().stream().mapToDouble(
			v -> panel.value.applyAsDouble(v.source())).toArray();
		final double[] swapped = m.appearance().frames().stream().mapToDouble(
			v -> panel.value.applyAsDouble(v.swapped())).toArray();
		final var range = DoubleStream.concat(DoubleStream.of(source), DoubleStream
			.of(swapped)).filter(Double::isFinite).summaryStatistics();
		final double low = range.getCount() == 0 ? 0 : range.getMin();
		final double high = range.getCount() == 0 ? 1 : range.getMax();
		final double room = Math.max(1e-3, 0.4 * (high - low));
		final var plot = new Plot(panel.label, "Time (s)", "");
		plot.setSize(WIDTH, HEIGHT);
		plot.setLimits(0, Math.max(1e-3, time.length == 0 ? 1 : time[time.length -
			1]), low - 0.2 * room, high + room);
		plot.setLineWidth(2);
		plot.setColor(SOURCE);
		plot.add("line", time, source);
		plot.setColor(SWAPPED);
		plot.add("line", time, swapped);
		plot.setColor(Color.BLACK);
		plot.addLabel(0.01, 0.24, panel.label + " (grey: source, red: swap)");
		return plot;
	}
}
