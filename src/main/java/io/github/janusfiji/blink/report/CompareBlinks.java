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

import io.github.janusfiji.blink.Activity;
import io.github.janusfiji.blink.report.BlinkRoc.Curve;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.PendingFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints how well blinks tell clips apart, for windows of several lengths, from
 * the reports of Detect Blinks.
 */
final class CompareBlinks {

	private static final String USAGE =
		"Usage: CompareBlinks GENUINE.eyes.csv[,MORE.eyes.csv] OTHER.eyes.csv[,MORE.eyes.csv] [rest|conversation|reading|unknown [CURVES.csv]]";

	private CompareBlinks() {}

	/**
	 * Ends with state 1 after a mistake, which is told in one sentence: the
	 * launcher takes that state from the exception that leaves this method.
	 *
	 * @param args as for {@link #run}
	 * @throws IOException as {@link #run} does
	 */
	public static void main(final String[] args) throws IOException {
		Thread.currentThread().setUncaughtExceptionHandler(CompareBlinks::tell);
		run(System.out, args);
	}

	private static void tell(final Thread thread, final Throwable fault) {
		if (fault instanceof IOException) System.err.println(fault.getMessage());
		else thread.getThreadGroup().uncaughtException(thread, fault);
	}

	/**
	 * @param out receives a table of the areas under the curves
	 * @param args tables of eyes of genuine clips, joined by commas; those of other
	 *          clips; what the people do; a file for the points of the curves
	 * @throws IOException if a table cannot be read or the curves be written; the
	 *           message is one sentence
	 */
	static void run(final PrintStream out, final String... args)
		throws IOException
	{
		if (args.length < 2) throw new InputException(USAGE);
		final Activity activity = args.length > 2 ? Activity.named(args[2])
			: Activity.UNKNOWN;
		final List<Curve> curves = BlinkRoc.compare(records(args[0]), records(
			args[1]), BlinkRoc.LENGTHS, activity);
		out.println("window  genuine  other  AUC    95 % interval");
		for (final Curve c : curves) out.println(Double.isNaN(c.area())
			? String.format(Locale.ROOT, "%4.0f s  %7d  %5d  clips too short", c
				.length(), c.genuine(), c.other()) : String.format(Locale.ROOT,
					"%4.0f s  %7d  %5d  %.3f  %.3f to %.3f", c.length(), c.genuine(), c
						.other(), c.area(), c.low(), c.high()));
		if (args.length > 3) write(csv(curves), Path.of(args[3]).toAbsolutePath(),
			Stream.of(args[0], args[1]).flatMap(list -> Stream.of(list.split(",")))
				.map(Path::of).toList());
	}

	private static void write(final String text, final Path file,
		final Collection<Path> inputs) throws IOException
	{
		if (Files.isDirectory(file)) throw new InputException(file +
			" is a folder; give the file to write the curves to.");
		try (var pending = new PendingFiles(file.getParent(), inputs)) {
			pending.add(file.getFileName().toString(), text.getBytes(
				StandardCharsets.UTF_8));
			pending.commit();
		}
	}

	private static List<BlinkRecord> records(final String files)
		throws IOException
	{
		final var records = new ArrayList<BlinkRecord>();
		for (final String file : files.split(",")) records.add(BlinkRecord.read(Path
			.of(file)));
		return records;
	}

	private static String csv(final List<Curve> curves) {
		final var csv = new StringBuilder("window,false_alarms,hits\n");
		for (final Curve c : curves) for (final double[] p : c.points()) csv.append(
			String.format(Locale.ROOT, "%.0f,%.4f,%.4f\n", c.length(), p[0], p[1]));
		return csv.toString();
	}
}
