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
package io.github.janusfiji.demo;

import ij.gui.Plot;
import io.github.janusfiji.model.TrainingListener;
import io.github.janusfiji.task.Output;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Collects the losses of a training and draws them. */
final class LossCurve implements TrainingListener {

	private final List<double[]> training = new ArrayList<>();
	private final List<double[]> heldOut = new ArrayList<>();

	@Override
	public void trained(final int iteration, final double lossA,
		final double lossB)
	{
		training.add(new double[] { iteration, (lossA + lossB) / 2 });
	}

	@Override
	public void validated(final int iteration, final double lossA,
		final double lossB)
	{
		heldOut.add(new double[] { iteration, (lossA + lossB) / 2 });
	}

	void write(final Path file) throws IOException {
		final Plot plot = new Plot("Training", "iteration", "mean absolute error");
		plot.setSize(720, 300);
		plot.setColor(new Color(0x1f77b4));
		plot.add("line", column(training, 0), column(training, 1));
		plot.setColor(new Color(0xd62728));
		plot.add("line", column(heldOut, 0), column(heldOut, 1));
		plot.setColor(Color.BLACK);
		plot.addLegend("training (warped faces)\theld-out faces");
		plot.setLimitsToFit(false);
		final var png = new ByteArrayOutputStream();
		ImageIO.write(plot.getProcessor().getBufferedImage(), "png", png);
		try (var output = Output.file(file)) {
			output.write(png.toByteArray());
			output.commit();
		}
	}

	private static double[] column(final List<double[]> rows, final int index) {
		return rows.stream().mapToDouble(row -> row[index]).toArray();
	}
}
