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
package io.github.janusfiji.blink.training;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.janusfiji.blink.training.EyeStateEvaluation.Row;
import io.github.janusfiji.eyestate.EyeMethod;
import io.github.janusfiji.task.PendingFiles;
import io.github.janusfiji.task.Table;
import io.github.janusfiji.task.Table.Column;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.imageio.ImageIO;
import org.nd4j.evaluation.curves.ReliabilityDiagram;
import org.nd4j.evaluation.curves.RocCurve;

/** Writes what {@link EyeStateEvaluation} measured. */
public final class EvaluationReport {

	private static final int SIZE = 420;

	private EvaluationReport() {}

	/**
	 * Writes {@code evaluation.csv}, {@code roc.csv}, {@code reliability.csv},
	 * {@code roc.png} and {@code reliability.png}, all together in the place of
	 * older ones.
	 *
	 * @param evaluation what was measured
	 * @param folder where to; made if it is missing
	 * @throws IOException if it cannot be written; nothing is left half-written
	 */
	public static void write(final EyeStateEvaluation evaluation,
		final Path folder) throws IOException
	{
		write(evaluation, folder, List.of());
	}

	/**
	 * As {@link #write(EyeStateEvaluation, Path)}.
	 *
	 * @param evaluation what was measured
	 * @param folder where to; made if it is missing
	 * @param inputs what the job read, none of which is ever written
	 * @throws IOException if it cannot be written; nothing is left half-written
	 */
	public static void write(final EyeStateEvaluation evaluation,
		final Path folder, final Collection<Path> inputs) throws IOException
	{
		final List<Row> rows = evaluation.together();
		try (var files = new PendingFiles(folder, inputs)) {
			files.add("evaluation.csv", utf8(table(evaluation.rows()).csv()));
			files.add("roc.csv", utf8(roc(rows).csv()));
			files.add("reliability.csv", utf8(reliability(rows).csv()));
			files.add("roc.png", png(rocPlot(evaluation)));
			files.add("reliability.png", png(reliabilityPlot(evaluation)));
			files.commit();
		}
	}

	/**
	 * @param evaluation what was measured
	 * @return the columns of {@code evaluation.csv}
	 */
	public static ResultsTable table(final EyeStateEvaluation evaluation) {
		return table(evaluation.rows()).window(4);
	}

	private static Table table(final List<Row> rows) {
		final var columns = new ArrayList<Column>();
		for (final String name : List.of("clip", "method"))
			columns.add(Column.text(name));
		for (final String name : List.of("frames", "closed"))
			columns.add(Column.whole(name));
		for (final String name : List.of("auc", "eer", "ece"))
			columns.add(Column.number(name, 4));
		for (final String name : List.of("found", "missed", "extra"))
			columns.add(Column.whole(name));
		for (final String name : List.of("precision", "recall", "f1"))
			columns.add(Column.number(name, 4));
		final var table = new Table(columns);
		for (final Row row : rows) {
			final var frames = row.frames();
			final var events = row.events();
			table.add(row.clip(), row.method().label(), frames.frames(), frames
				.closedFrames(), frames.area(), frames.equalErrorRate(), frames
					.calibrationError(), events.found(), events.missed(), events.extra(),
				events.precision(), events.recall(), events.f1());
		}
		return table;
	}

	private static Table roc(final List<Row> rows) {
		final var table = new Table(Column.text("method"),
			Column.number("threshold",
			6), Column.number("fpr", 6), Column.number("tpr", 6));
		for (final Row row : rows) {
			final RocCurve curve = row.frames().roc();
			for (int i = 0; curve != null && i < curve.numPoints(); i++) table.add(row
				.method().label(), curve.getThreshold(i), curve.getFalsePositiveRate(i),
				curve.getTruePositiveRate(i));
		}
		return table;
	}

	private static Table reliability(final List<Row> rows) {
		final var table = new Table(Column.text("method"),
			Column.number("predicted",
			6), Column.number("observed", 6));
		for (final Row row : rows) {
			final ReliabilityDiagram diagram = row.frames().reliability();
			for (int i = 0; i < diagram.numPoints(); i++) table.add(row.method()
				.label(), diagram.getMeanPredictedValueX()[i], diagram
					.getFractionPositivesY()[i]);
		}
		return table;
	}

	/**
	 * @param evaluation what was measured
	 * @return the receiver operating characteristics of all methods, over all
	 *         clips
	 */
	public static Plot rocPlot(final EyeStateEvaluation evaluation) {
		final Plot plot = square("ROC of closed eyes",
			"Open eyes called closed (rate)", "Closed eyes called closed (rate)");
		for (final Row row : evaluation.together()) {
			final RocCurve curve = row.frames().roc();
			if (curve == null) continue;
			plot.setColor(colour(row.method()));
			plot.add("line", curve.getFpr(), curve.getTpr());
		}
		legend(plot, evaluation.together());
		return plot;
	}

	/**
	 * @param evaluation what was measured
	 * @return how often eyes are closed, over the probability that each method
	 *         gave, over all clips
	 */
	public static Plot reliabilityPlot(
		final EyeStateEvaluation evaluation)
	{
		final Plot plot = square("Reliability of the probability of closed eyes",
			"Probability given", "Share of closed eyes");
		plot.setColor(Color.GRAY);
		plot.add("line", new double[] { 0, 1 }, new double[] { 0, 1 });
		for (final Row row : evaluation.together()) {
			final ReliabilityDiagram diagram = row.frames().reliability();
			plot.setColor(colour(row.method()));
			for (final String shape : List.of("line", "circle")) plot.add(shape, diagram
				.getMeanPredictedValueX(), diagram.getFractionPositivesY());
		}
		legend(plot, evaluation.together());
		return plot;
	}

	private static Plot square(final String title, final String x,
		final String y)
	{
		final var plot = new Plot(title, x, y);
		plot.setSize(SIZE, SIZE);
		plot.setLimits(0, 1, 0, 1);
		plot.setLineWidth(2);
		return plot;
	}

	private static void legend(final Plot plot, final List<Row> rows) {
		for (int i = 0; i < rows.size(); i++) {
			plot.setColor(colour(rows.get(i).method()));
			plot.addLabel(0.7, 0.8 + 0.06 * i, rows.get(i).method().label());
		}
		plot.setColor(Color.BLACK);
	}

	private static Color colour(final EyeMethod method) {
		return switch (method) {
			case LRCN -> new Color(200, 0, 0);
			case CNN -> new Color(70, 130, 210);
			case EAR -> new Color(230, 140, 40);
		};
	}

	private static byte[] png(final Plot plot) throws IOException {
		final var bytes = new ByteArrayOutputStream();
		ImageIO.write(plot.getProcessor().getBufferedImage(), "png", bytes);
		return bytes.toByteArray();
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
