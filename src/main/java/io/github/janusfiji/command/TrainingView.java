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
package io.github.janusfiji.command;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Plot;
import ij.gui.PlotWindow;
import ij.process.ColorProcessor;
import io.github.janusfiji.model.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Windows that follow a training: a stack of previews, and the losses over the
 * iterations. A window that the user closes stays closed; training goes on.
 */
final class TrainingView implements TrainingListener {

	/** Previews kept; the oldest but the first go, so that memory stays bounded. */
	private static final int KEPT = 50;

	/** Points per curve; twice as many are thinned to every other one. */
	private static final int POINTS = 2000;

	private static final long PAUSE = 1_000_000_000L; // ns between plots

	private final String name;
	private final Curve trainedA = new Curve();
	private final Curve trainedB = new Curve();
	private final Curve validatedA = new Curve();
	private final Curve validatedB = new Curve();
	private ImagePlus previews;
	private boolean previewsClosed;
	private final Curve generator = new Curve();
	private final Curve discriminator = new Curve();
	private final Curve foundA = new Curve();
	private final Curve foundB = new Curve();
	private PlotWindow window;
	private PlotWindow adversaries;
	private PlotWindow swaps;
	private long plotted = System.nanoTime() - PAUSE;

	/** @param model the file that is written */
	TrainingView(final Path model) {
		name = model.getFileName().toString();
	}

	@Override
	public void earlier(final int iteration, final double[] trained,
		final double[] heldOut)
	{
		trainedA.add(iteration, trained[0]);
		trainedB.add(iteration, trained[1]);
		validatedA.add(iteration, heldOut[0]);
		validatedB.add(iteration, heldOut[1]);
	}

	@Override
	public void trained(final int iteration, final double lossA,
		final double lossB)
	{
		trainedA.add(iteration, lossA);
		trainedB.add(iteration, lossB);
		if (System.nanoTime() - plotted >= PAUSE) plot();
	}

	@Override
	public void adversaries(final int iteration, final double painting,
		final double telling)
	{
		generator.add(iteration, painting);
		discriminator.add(iteration, telling);
	}

	@Override
	public void swapped(final int iteration, final double shareA,
		final double shareB)
	{
		foundA.add(iteration, 100 * shareA);
		foundB.add(iteration, 100 * shareB);
		if (foundA.size() < 2 || swaps != null && !swaps.isVisible()) return;
		final var plot = new Plot("Swaps of " + name, "Iteration",
			"Held-out faces in which a face is found (%)");
		final var legend = new ArrayList<String>();
		draw(plot, foundA, "blue", "connected circle", "A, painted as B", legend);
		draw(plot, foundB, "red", "connected circle", "B, painted as A", legend);
		swaps = show(plot, legend, swaps);
	}

	@Override
	public void notice(final String sentence) {
		IJ.log(sentence);
	}

	@Override
	public void validated(final int iteration, final double lossA,
		final double lossB)
	{
		validatedA.add(iteration, lossA);
		validatedB.add(iteration, lossB);
		plot();
	}

	@Override
	public void preview(final int iteration, final int width, final int height,
		final int[] argb)
	{
		if (previewsClosed) return;
		final var picture = PreviewSheet.of(width, height, argb);
		final String label = "iteration " + iteration;
		if (previews == null) {
			final var stack = new ImageStack(picture.getWidth(), picture.getHeight());
			stack.addSlice(label, picture);
			previews = new ImagePlus("Previews of " + name, stack);
			previews.show();
		}
		else if (previews.getWindow() == null) previewsClosed = true;
		else append(label, picture);
	}

	private void append(final String label, final ColorProcessor picture) {
		final ImageStack stack = previews.getStack();
		final boolean following = previews.getCurrentSlice() == stack.size();
		if (stack.size() >= KEPT) stack.deleteSlice(2);
		stack.addSlice(label, picture);
		previews.setStack(stack);
		previews.setSlice(following ? stack.size() : previews.getCurrentSlice());
		previews.updateAndRepaintWindow();
	}

	private void plot() {
		plotted = System.nanoTime();
		if (trainedA.size() + validatedA.size() < 2) return;
		if (window == null || window.isVisible()) { // else closed by the user
			final var plot = new Plot("Losses of " + name, "Iteration",
				"Mean absolute error");
			final var legend = new ArrayList<String>();
			draw(plot, trainedA, "blue", "line", "A", legend);
			draw(plot, trainedB, "red", "line", "B", legend);
			draw(plot, validatedA, "blue", "circle", "A, held out", legend);
			draw(plot, validatedB, "red", "circle", "B, held out", legend);
			window = show(plot, legend, window);
		}
		if (generator.size() < 2 || adversaries != null && !adversaries
			.isVisible()) return;
		final var plot = new Plot("Adversaries of " + name, "Iteration", "Loss");
		final var legend = new ArrayList<String>();
		draw(plot, generator, "blue", "line", "Generator, all but reconstruction",
			legend);
		draw(plot, discriminator, "red", "line", "Discriminator", legend);
		adversaries = show(plot, legend, adversaries);
	}

	private static PlotWindow show(final Plot plot, final List<String> legend,
		final PlotWindow in)
	{
		plot.setLimitsToFit(true);
		plot.setColor("black");
		plot.addLegend(String.join("\n", legend));
		if (in == null) return plot.show();
		in.drawPlot(plot);
		return in;
	}

	private static void draw(final Plot plot, final Curve curve,
		final String colour, final String shape, final String label,
		final List<String> legend)
	{
		if (curve.size() == 0) return;
		plot.setColor(colour);
		plot.add(shape, curve.x(), curve.y());
		legend.add(label);
	}

	/** Losses over iterations, thinned so that they never outgrow a plot. */
	private static final class Curve {

		private final List<double[]> points = new ArrayList<>();

		void add(final int iteration, final double loss) {
			if (Double.isNaN(loss)) return;
			points.add(new double[] { iteration, loss });
			if (points.size() < 2 * POINTS) return;
			for (int i = 0; i < POINTS; i++)
				points.set(i, points.get(2 * i + 1));
			points.subList(POINTS, points.size()).clear();
		}

		int size() {
			return points.size();
		}

		double[] x() {
			return points.stream().mapToDouble(p -> p[0]).toArray();
		}

		double[] y() {
			return points.stream().mapToDouble(p -> p[1]).toArray();
		}
	}
}
