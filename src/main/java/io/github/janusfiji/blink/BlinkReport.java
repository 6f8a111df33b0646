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
package io.github.janusfiji.blink;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.janusfiji.blink.BlinkAnalysis.Blink;
import io.github.janusfiji.blink.BlinkAnalysis.EyeState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Writes a {@link BlinkAnalysis} for people and programs. */
public final class BlinkReport {

	private BlinkReport() {}

	/**
	 * Writes {@code <name>.eyes.csv}, {@code <name>.blinks.csv},
	 * {@code <name>.summary.json} and {@code <name>.eyes.png}, where the name is
	 * the clip's without its extension. Existing files are replaced, all four
	 * together. Needs no display.
	 *
	 * @param analysis what was measured
	 * @param folder where to; made if it is missing
	 * @throws IOException if it cannot be written; nothing is left half-written
	 */
	public static void write(final BlinkAnalysis analysis, final Path folder)
		throws IOException
	{
		final String name = fileName(analysis.name());
		final byte[] picture = png(analysis);
		try (var files = new PendingFiles(folder)) {
			files.add(name + ".eyes.csv", utf8(eyes(analysis)));
			files.add(name + ".blinks.csv", utf8(blinks(analysis)));
			files.add(name + ".summary.json", utf8(BlinkSummary.json(analysis)));
			files.add(name + ".eyes.png", picture);
			files.commit();
		}
	}

	/**
	 * @param analysis what was measured
	 * @return openness over time with the blinks marked
	 */
	public static Plot plot(final BlinkAnalysis analysis) {
		return OpennessPlot.of(analysis);
	}

	/**
	 * @param analysis what was measured
	 * @return one row per blink, with the columns of {@code <name>.blinks.csv}
	 */
	public static ResultsTable table(final BlinkAnalysis analysis) {
		final var table = new ResultsTable();
		table.showRowNumbers(false);
		table.setPrecision(3);
		for (final Blink blink : analysis.blinks()) {
			table.addRow();
			table.addValue("blink", blink.number());
			table.addValue("start", blink.start());
			table.addValue("peak", blink.peak());
			table.addValue("end", blink.end());
			table.addValue("duration", blink.duration());
			table.addValue("depth", blink.depth());
		}
		for (final String whole : new String[] { "blink", "start", "peak", "end" }) {
			if (table.columnExists(whole)) table.setDecimalPlaces(table.getColumnIndex(
				whole), 0);
		}
		return table;
	}

	/** The clip's name without extension, safe in every file system. */
	static String fileName(final String clip) {
		final String bare = clip.replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,5}$", "");
		final String safe = bare.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_")
			.strip();
		return safe.isEmpty() ? "clip" : safe;
	}

	private static String eyes(final BlinkAnalysis analysis) {
		final var csv = new StringBuilder("frame,time,openness,right,left\n");
		for (final EyeState eye : analysis.eyes()) {
			csv.append(String.format(Locale.ROOT, "%d,%.4f,%.4f,%.4f,%.4f\n", eye
				.frame(), eye.time(), eye.openness(), eye.right(), eye.left()));
		}
		return csv.toString();
	}

	private static String blinks(final BlinkAnalysis analysis) {
		final var csv = new StringBuilder("blink,start,peak,end,duration,depth\n");
		for (final Blink blink : analysis.blinks()) {
			csv.append(String.format(Locale.ROOT, "%d,%d,%d,%d,%.4f,%.4f\n", blink
				.number(), blink.start(), blink.peak(), blink.end(), blink.duration(),
				blink.depth()));
		}
		return csv.toString();
	}

	private static byte[] png(final BlinkAnalysis analysis) throws IOException {
		final var bytes = new ByteArrayOutputStream();
		ImageIO.write(plot(analysis).getProcessor().getBufferedImage(), "png",
			bytes);
		return bytes.toByteArray();
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
