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
import ij.measure.ResultsTable;
import io.github.janusfiji.blink.Activity;
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.BlinkStatistics;
import io.github.janusfiji.task.FileStem;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.PendingFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Writes a {@link BlinkAnalysis} for people and programs. */
public final class BlinkReport {

	private BlinkReport() {}

	/**
	 * As {@link #write(BlinkAnalysis, Activity, Path)} for a person of whom it is
	 * not known what he or she does.
	 *
	 * @param analysis what was measured
	 * @param folder where to; made if it is missing
	 * @throws IOException if it cannot be written; nothing is left half-written
	 */
	public static void write(final BlinkAnalysis analysis, final Path folder)
		throws IOException
	{
		write(analysis, Activity.UNKNOWN, folder);
	}

	/**
	 * Writes {@code <name>.eyes.csv}, {@code <name>.blinks.csv},
	 * {@code <name>.events.csv}, {@code <name>.summary.json},
	 * {@code <name>.eyes.png}, {@code <name>.events.png} and
	 * {@code <name>.blinks.html}, where the name is the clip's without its
	 * extension; more than a dozen events give {@code <name>.events-2.png} and so
	 * on, too. Existing files are replaced, all together, and numbered pictures of
	 * an older report that this one does not have are removed. Needs no display.
	 *
	 * @param analysis what was measured
	 * @param activity what the person does
	 * @param folder where to; made if it is missing
	 * @throws IOException if it cannot be written; nothing is left half-written
	 */
	public static void write(final BlinkAnalysis analysis,
		final Activity activity, final Path folder) throws IOException
	{
		write(analysis, activity, folder, List.of());
	}

	/**
	 * As {@link #write(BlinkAnalysis, Activity, Path)}.
	 *
	 * @param analysis what was measured
	 * @param activity what the person does
	 * @param folder where to; made if it is missing
	 * @param inputs what the job read, none of which is ever written
	 * @throws IOException if it cannot be written; nothing is left half-written
	 */
	public static void write(final BlinkAnalysis analysis,
		final Activity activity, final Path folder, final Collection<Path> inputs)
		throws IOException
	{
		final String name = FileStem.of(analysis.name());
		final var statistics = BlinkStatistics.of(analysis, activity);
		try (var files = new PendingFiles(folder, inputs)) {
			files.add(name + ".eyes.csv", utf8(BlinkTables.eyes(analysis).csv()));
			files.add(name + ".blinks.csv", utf8(BlinkTables.blinks(analysis).csv()));
			files.add(name + ".events.csv", utf8(BlinkTables.events(analysis).csv()));
			files.add(name + ".summary.json", utf8(BlinkSummary.json(analysis,
				statistics)));
			files.add(name + ".eyes.png", png(plot(analysis).getProcessor()
				.getBufferedImage()));
			final List<BufferedImage> sheets = EventSheet.of(analysis);
			for (int i = 0; i < sheets.size(); i++) files.add(name + ".events" + (i > 0
				? "-" + (i + 1) : "") + ".png", png(sheets.get(i)));
			files.add(name + ".blinks.html", utf8(BlinkPage.html(analysis,
				statistics)));
			files.commit();
			removeSheets(folder, name, sheets.size());
		}
	}

	/** Those beyond the last one are of an older report with more events. */
	private static void removeSheets(final Path folder, final String name,
		final int last) throws IOException
	{
		final var numbered = Pattern.compile(Pattern.quote(name) +
			"\\.events-([1-9]\\d{0,8})\\.png");
		try (var files = Files.newDirectoryStream(folder)) {
			for (final Path file : files) {
				final var sheet = numbered.matcher(file.getFileName().toString());
				if (sheet.matches() && Integer.parseInt(sheet.group(1)) > last) Files
					.delete(file);
			}
		}
		catch (final IOException | DirectoryIteratorException e) {
			throw new InputException("Pictures of events that an older report left in " +
				folder + " cannot be removed (" + e.getMessage() +
				"); remove those numbered above " + last + ".", e);
		}
	}

	/**
	 * @param analysis what was measured
	 * @return openness over time with the events marked
	 */
	public static Plot plot(final BlinkAnalysis analysis) {
		return OpennessPlot.of(analysis);
	}

	/**
	 * @param analysis what was measured
	 * @return one row per blink, with the columns of {@code <name>.blinks.csv}
	 */
	public static ResultsTable table(final BlinkAnalysis analysis) {
		return BlinkTables.blinks(analysis).window(3);
	}

	/**
	 * @param analysis what was measured
	 * @return one row per event of any kind
	 */
	public static ResultsTable events(final BlinkAnalysis analysis) {
		return BlinkTables.events(analysis).window(3);
	}

	/** @return the picture as a PNG file */
	static byte[] png(final BufferedImage picture) throws IOException {
		final var bytes = new ByteArrayOutputStream();
		ImageIO.write(picture, "png", bytes);
		return bytes.toByteArray();
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
