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
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import io.github.janusfiji.task.FileStem;
import io.github.janusfiji.task.PendingFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;

/** Writes a {@link SwapMeasurement} for people and programs. */
public final class MeasureReport {

	private static final String HEADER = "frame,time,psnr,ssim,differing," +
		"gradient,gradientsource,seam,seam95,seamsource,tone,tonesource,skin," +
		"flicker,flickersource,landmarks,inner,pose,identitya,identityb";

	private MeasureReport() {}

	/**
	 * Writes {@code <name>.measure.csv}, {@code <name>.measure.json} and
	 * {@code <name>.measure.png}, and of what a viewer sees
	 * {@code <name>.measure.viewer.png} and {@code <name>.measure.agreement.csv},
	 * where the name is the swapped clip's without its extension. Existing files
	 * are replaced, all together. Needs no display.
	 *
	 * @param measurement what was measured
	 * @param folder where to; made if it is missing
	 * @throws IOException if it cannot be written; nothing is left half-written
	 */
	public static void write(final SwapMeasurement measurement,
		final Path folder) throws IOException
	{
		write(measurement, folder, List.of());
	}

	/**
	 * As {@link #write(SwapMeasurement, Path)}.
	 *
	 * @param measurement what was measured
	 * @param folder where to; made if it is missing
	 * @param inputs what the job read, none of which is ever written
	 * @throws IOException if it cannot be written; nothing is left half-written
	 */
	public static void write(final SwapMeasurement measurement,
		final Path folder, final Collection<Path> inputs) throws IOException
	{
		final String name = FileStem.of(measurement.swapped()) + ".measure";
		try (var files = new PendingFiles(folder, inputs)) {
			files.add(name + ".csv", utf8(table(measurement)));
			files.add(name + ".json", utf8(MeasureSummary.json(measurement)));
			files.add(name + ".png", png(plot(measurement).getProcessor()));
			files.add(name + ".viewer.png", png(viewer(measurement)
				.getProcessor()));
			files.add(name + ".agreement.csv", utf8(ViewerTables.agreement(measurement
				.appearance())));
			files.commit();
		}
	}

	/**
	 * @param measurement what was measured
	 * @return its course over time
	 */
	public static Plot plot(final SwapMeasurement measurement) {
		return MeasurePlot.of(measurement);
	}

	/**
	 * @param measurement what was measured
	 * @return the course of what a viewer sees, the swap's beside the source's
	 */
	public static ImagePlus viewer(final SwapMeasurement measurement) {
		return ViewerPlot.of(measurement);
	}

	/**
	 * @param measurement what was measured
	 * @return how expression and pose follow the source, a row for each
	 *         {@link Trait}
	 */
	public static ResultsTable agreement(final SwapMeasurement measurement) {
		return ViewerTables.table(measurement.appearance());
	}

	private static byte[] png(final ImageProcessor picture) throws IOException {
		final var bytes = new ByteArrayOutputStream();
		ImageIO.write(picture.getBufferedImage(), "png", bytes);
		return bytes.toByteArray();
	}

	private static String table(final SwapMeasurement measurement) {
		final var csv = new StringBuilder(HEADER).append(ViewerTables.header())
			.append('\n');
		for (int i = 0; i < measurement.rows().size(); i++) {
			final FrameMeasure m = measurement.rows().get(i);
			csv.append(m.frame()).append(',').append(text(m.time())).append(',')
				.append(text(m.outside().psnr())).append(',').append(text(m.outside()
					.ssim())).append(',').append(m.outside().differing()).append(',')
				.append(DoubleStream.concat(seam(m.seam()), face(m)).mapToObj(
					MeasureReport::text).collect(Collectors.joining(","))).append(
						ViewerTables.row(measurement.appearance().frames().get(i),
							MeasureReport::text)).append('\n');
		}
		return csv.toString();
	}

	private static DoubleStream seam(final FrameMeasure.Seam seam) {
		return DoubleStream.of(seam.gradient(), seam.sourceGradient(), seam
			.deltaE(), seam.deltaE95(), seam.sourceDeltaE(), seam.tone(), seam
				.sourceTone(), seam.skin());
	}

	private static DoubleStream face(final FrameMeasure m) {
		return DoubleStream.of(m.flicker().swapped(), m.flicker().source(), m
			.agreement().landmarks(), m.agreement().inner(), m.agreement().pose(), m
				.identityA(), m.identityB());
	}

	/** Empty where nothing was measured. */
	private static String text(final double value) {
		if (Double.isNaN(value)) return "";
		return Double.isInfinite(value) ? "inf" : String.format(Locale.ROOT,
			"%.4f", value);
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
