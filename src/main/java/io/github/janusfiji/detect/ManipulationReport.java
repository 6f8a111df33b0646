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
package io.github.janusfiji.detect;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.janusfiji.detect.ManipulationAnalysis.FaceScore;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.FileStem;
import io.github.janusfiji.task.Inputs;
import io.github.janusfiji.task.PendingFiles;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/** Writes a {@link ManipulationAnalysis} for people and programs. */
public final class ManipulationReport {

	private static final String HEADER = "clip,detector,score,low,high\n";
	private static final int WIDTH = 1000, HEIGHT = 320;

	private static final List<Color> COLOURS = List.of(new Color(200, 0, 0),
		new Color(0, 110, 200), new Color(0, 140, 60), new Color(220, 140, 0),
		new Color(140, 60, 180), new Color(110, 110, 110));

	private ManipulationReport() {}

	/**
	 * Writes {@code <name>.manipulation.csv} (a row for each detector and one
	 * {@code fused}), {@code <name>.manipulation.faces.csv} (a row for each face),
	 * {@code <name>.manipulation.png} (their course) and, if a detector tells where
	 * its evidence lies, {@code <name>.manipulation.tif}. Existing files are
	 * replaced. Needs no display.
	 *
	 * @param analysis what was found
	 * @param folder where to; made if it is missing
	 * @param inputs what the job read, none of which is ever written
	 * @throws IOException if it cannot be written
	 */
	public static void write(final ManipulationAnalysis analysis,
		final Path folder, final Collection<Path> inputs) throws IOException
	{
		final String name = FileStem.of(analysis.name()) + ".manipulation";
		final Path stack = folder.resolve(name + ".tif");
		Inputs.keep(stack, inputs);
		try (var files = new PendingFiles(folder, inputs)) {
			files.add(name + ".csv", utf8(csv(analysis)));
			files.add(name + ".faces.csv", utf8(faces(analysis)));
			final var png = new ByteArrayOutputStream();
			ImageIO.write(plot(analysis).getProcessor().getBufferedImage(), "png",
				png);
			files.add(name + ".png", png.toByteArray());
			if (!analysis.evidence().isEmpty()) writeEvidence(analysis, stack);
			files.commit();
		}
	}

	private static void writeEvidence(final ManipulationAnalysis analysis,
		final Path stack) throws IOException
	{
		final Map<String, String> says = new TreeMap<>();
		analysis.statement().ifPresent(s -> says.put("comment", s));
		try (var writer = Frames.writer(stack, 2 * FacePicture.SIZE,
			FacePicture.SIZE, 1, says))
		{
			for (final Frame picture : EvidencePictures.of(analysis))
				writer.write(picture);
			writer.commit();
		}
	}

	private static String csv(final ManipulationAnalysis analysis) {
		final var csv = new StringBuilder(HEADER);
		analysis.clip().forEach((detector, estimate) -> csv.append(row(analysis
			.name(), detector, estimate)));
		return csv.append(row(analysis.name(), "fused", analysis.fused()))
			.toString();
	}

	private static String row(final String clip, final String detector,
		final Estimate e)
	{
		return String.format(Locale.ROOT, "%s,%s,%.4f,%.4f,%.4f\n", cell(clip),
			detector, e.score(), e.low(), e.high());
	}

	/** A name with a comma or a quote is quoted as RFC 4180 has it. */
	private static String cell(final String text) {
		return text.matches("[^,\"\\n\\r]*") ? text : '"' + text.replace("\"",
			"\"\"") + '"';
	}

	private static String faces(final ManipulationAnalysis analysis) {
		final var csv = new StringBuilder("frame,time," + String.join(",", analysis
			.detectors()) + ",fused\n");
		for (final FaceScore face : analysis.faces()) {
			csv.append(face.frame()).append(String.format(Locale.ROOT, ",%.4f", face
				.time()));
			for (final double p : face.probability())
				csv.append(String.format(Locale.ROOT, ",%.4f", p));
			csv.append(String.format(Locale.ROOT, ",%.4f\n", face.fused()));
		}
		return csv.toString();
	}

	/**
	 * @param analysis what was found
	 * @return the rows of {@code <name>.manipulation.csv}
	 */
	public static ResultsTable table(final ManipulationAnalysis analysis) {
		final var table = new ResultsTable();
		table.showRowNumbers(false);
		table.setPrecision(4);
		analysis.clip().forEach((detector, estimate) -> add(table, analysis,
			detector, estimate));
		add(table, analysis, "fused", analysis.fused());
		return table;
	}

	private static void add(final ResultsTable table,
		final ManipulationAnalysis analysis, final String detector,
		final Estimate e)
	{
		table.addRow();
		table.addValue("clip", analysis.name());
		table.addValue("detector", detector);
		table.addValue("score", e.score());
		table.addValue("low", e.low());
		table.addValue("high", e.high());
	}

	/**
	 * @param analysis what was found
	 * @return the probabilities of each face in the order of frames
	 */
	public static Plot plot(final ManipulationAnalysis analysis) {
		final var plot = new Plot("Manipulation of " + analysis.name(), "Frame",
			"Probability for even odds");
		plot.setSize(WIDTH, HEIGHT);
		final double[] x = analysis.faces().stream().mapToDouble(FaceScore::frame)
			.toArray();
		plot.setLimits(x[0], Math.max(x[0] + 1, x[x.length - 1]), 0, 1.2);
		for (int k = 0; k < analysis.detectors().size(); k++) {
			final int detector = k;
			plot.setColor(COLOURS.get(k % COLOURS.size()));
			plot.setLineWidth(1);
			plot.add("line", x, analysis.faces().stream().mapToDouble(f -> f
				.probability()[detector]).toArray());
			plot.addLabel(0.01 + 0.13 * k, 0.08, analysis.detectors().get(k));
		}
		plot.setColor(Color.BLACK);
		plot.setLineWidth(3);
		plot.add("line", x, analysis.faces().stream().mapToDouble(FaceScore::fused)
			.toArray());
		plot.addLabel(0.9, 0.08, "fused");
		return plot;
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
