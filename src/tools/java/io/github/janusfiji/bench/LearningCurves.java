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
package io.github.janusfiji.bench;

import ij.gui.Plot;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws how the held-out error of several trainings fell, from the
 * {@code .losses.csv} that each left beside its model.
 *
 * <pre>
 * java … bench.LearningCurves curves.png 10 "name=file.losses.csv@0.0735" …
 * </pre>
 *
 * The number after {@code @} is what a step takes on a machine that does nothing
 * else, s: then trainings that ran beside other work can be compared. Without
 * it the file's own times count.
 */
public final class LearningCurves {

	private static final Color[] COLOURS = { new Color(0, 90, 200), new Color(200,
		0, 0), new Color(0, 130, 60), new Color(150, 90, 0) };
	private static final int WIDTH = 900, HEIGHT = 420;

	private record Curve(String name, double[] minutes, double[] error) {}

	private LearningCurves() {}

	/**
	 * @param args picture to write, minutes to show, curves
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(final String[] args) throws IOException {
		final double minutes = Double.parseDouble(args[1]);
		final var plot = new Plot("Held-out error", "Minutes",
			"Mean absolute error, both people");
		plot.setSize(WIDTH, HEIGHT);
		plot.setLimits(0, minutes, 0, 0.1);
		for (int i = 2; i < args.length; i++) {
			final Curve curve = read(args[i]);
			plot.setColor(COLOURS[(i - 2) % COLOURS.length]);
			plot.setLineWidth(2);
			plot.add("line", curve.minutes, curve.error);
			plot.addLabel(0.55, 0.02 + 0.06 * (i - 1), curve.name);
			System.out.printf("%s: %.4f after %.1f min%n", curve.name,
				curve.error[curve.error.length - 1], curve.minutes[curve.minutes.length -
					1]);
		}
		plot.setColor(Color.BLACK);
		ImageIO.write(plot.getProcessor().getBufferedImage(), "png", Path.of(
			args[0]).toFile());
	}

	private static Curve read(final String argument) throws IOException {
		final int equals = argument.indexOf('='), at = argument.lastIndexOf('@');
		final Path file = Path.of(argument.substring(equals + 1, at > equals ? at
			: argument.length()));
		final List<String[]> lines = Files.readAllLines(file).stream().map(l -> l
			.split(",", -1)).toList();
		final List<String> names = Arrays.asList(lines.get(0));
		final double[] minutes = at > equals ? Arrays.stream(column(lines, names
			.indexOf("iteration"))).map(n -> n * Double.parseDouble(argument.substring(
				at + 1)) / 60).toArray() : Arrays.stream(column(lines, names.indexOf(
					"seconds"))).map(s -> s / 60).toArray();
		final double[] error = column(lines, names.indexOf("heldout_a"));
		final double[] other = column(lines, names.indexOf("heldout_b"));
		for (int i = 0; i < error.length; i++)
			error[i] = (error[i] + other[i]) / 2;
		return new Curve(argument.substring(0, equals), minutes, error);
	}

	private static double[] column(final List<String[]> lines, final int index) {
		return lines.stream().skip(1).mapToDouble(cells -> Double.parseDouble(
			cells[index])).toArray();
	}
}
