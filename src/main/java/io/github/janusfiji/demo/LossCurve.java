package io.github.janusfiji.demo;

import ij.gui.Plot;
import io.github.janusfiji.model.FaceModelTrainer;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Collects the losses of a training and draws them. */
final class LossCurve implements FaceModelTrainer.Listener {

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
		ImageIO.write(plot.getProcessor().getBufferedImage(), "png", file.toFile());
	}

	private static double[] column(final List<double[]> rows, final int index) {
		return rows.stream().mapToDouble(row -> row[index]).toArray();
	}
}
