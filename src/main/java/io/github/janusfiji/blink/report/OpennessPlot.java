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
package io.github.janusfiji.blink.report;

import ij.gui.Plot;
import io.github.janusfiji.blink.Blink;
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.EyeEvent;
import io.github.janusfiji.blink.EyeState;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Draws openness over time with the events marked. */
final class OpennessPlot {

	private static final int WIDTH = 1200, HEIGHT = 320;
	private static final double TOP = 1.3;

	private static final Color RIGHT = new Color(70, 130, 210);
	private static final Color LEFT = new Color(230, 140, 40);
	private static final Color BLINK = EventColours.line(EyeEvent.Kind.BLINK);

	private OpennessPlot() {}

	/**
	 * @param analysis what was measured
	 * @return all of it in one row
	 */
	static Plot of(final BlinkAnalysis analysis) {
		final List<EyeState> eyes = analysis.eyes();
		final double frame = 1 / analysis.frameRate();
		final double first = eyes.isEmpty() ? 0 : eyes.get(0).time();
		final double last = eyes.isEmpty() ? frame : eyes.get(eyes.size() - 1)
			.time();
		return of(analysis, first, Math.max(last, first + frame));
	}

	/**
	 * @param analysis what was measured
	 * @param from beginning of the time shown, s
	 * @param to end of it, s
	 * @return openness over that time
	 */
	static Plot of(final BlinkAnalysis analysis, final double from,
		final double to)
	{
		final List<EyeState> eyes = analysis.eyes().stream().filter(e -> e
			.time() >= from && e.time() <= to).toList();
		final var plot = new Plot("Eye openness of " + analysis.name(), "Time (s)",
			"Eye openness (0 closed, 1 open)");
		plot.setSize(WIDTH, HEIGHT);
		plot.setLimits(from, to, -0.05, TOP);
		for (final EyeEvent event : analysis.events()) band(plot, event, from, to);
		line(plot, eyes, EyeState::right, RIGHT, 1);
		line(plot, eyes, EyeState::left, LEFT, 1);
		line(plot, eyes, EyeState::openness, Color.BLACK, 2);
		peaks(plot, analysis, eyes);
		legend(plot, analysis);
		return plot;
	}

	/** Above the curves: ImageJ's own legend would hide some of them. */
	private static void legend(final Plot plot, final BlinkAnalysis analysis) {
		final var texts = new ArrayList<>(List.of("both eyes", "right eye",
			"left eye", "o blink"));
		final var colours = new ArrayList<>(List.of(Color.BLACK, RIGHT, LEFT, BLINK));
		for (final EyeEvent.Kind kind : EyeEvent.Kind.values()) {
			if (kind == EyeEvent.Kind.BLINK || analysis.events().stream().noneMatch(
				e -> e.kind() == kind)) continue;
			texts.add(kind.toString());
			colours.add(EventColours.line(kind));
		}
		for (int i = 0; i < texts.size(); i++) {
			plot.setColor(colours.get(i));
			plot.addLabel(0.01 + 0.08 * i, 0.09, texts.get(i));
		}
		plot.setColor(Color.BLACK);
	}

	private static void band(final Plot plot, final EyeEvent event,
		final double from, final double to)
	{
		if (event.to() < from || event.from() > to) return;
		final Color colour = EventColours.band(event.kind());
		plot.setColor(colour, colour);
		plot.add("filled", new double[] { Math.max(from, event.from()), Math.min(to,
			event.to()) }, new double[] { 1.1, 1.1 });
	}

	/** A line that breaks where the eyes were out of sight. */
	private static void line(final Plot plot, final List<EyeState> eyes,
		final ToDoubleFunction<EyeState> value, final Color colour,
		final int width)
	{
		final var x = new ArrayList<Double>();
		final var y = new ArrayList<Double>();
		for (int i = 0; i < eyes.size(); i++) {
			final EyeState eye = eyes.get(i);
			if (i > 0 && eye.frame() != eyes.get(i - 1).frame() + 1) {
				x.add((eye.time() + eyes.get(i - 1).time()) / 2);
				y.add(Double.NaN);
			}
			x.add(eye.time());
			y.add(value.applyAsDouble(eye));
		}
		plot.setColor(colour);
		plot.setLineWidth(width);
		plot.add("line", array(x), array(y));
	}

	private static void peaks(final Plot plot, final BlinkAnalysis analysis,
		final List<EyeState> shown)
	{
		final var frames = analysis.blinks().stream().map(Blink::peak).collect(
			Collectors.toSet());
		final var peaks = shown.stream().filter(e -> frames.contains(e.frame()))
			.toList();
		if (peaks.isEmpty()) return;
		plot.setColor(BLINK);
		plot.setLineWidth(2);
		plot.add("circle", peaks.stream().mapToDouble(EyeState::time).toArray(),
			peaks.stream().mapToDouble(EyeState::openness).toArray());
	}

	private static double[] array(final List<Double> values) {
		return values.stream().mapToDouble(d -> d).toArray();
	}
}
