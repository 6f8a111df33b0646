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
package io.github.janusfiji.assess;

import io.github.janusfiji.detect.ClipList.Entry;
import io.github.janusfiji.detect.ErrorRates;
import io.github.janusfiji.detect.Evaluation;
import io.github.janusfiji.detect.Evaluation.Row;
import io.github.janusfiji.task.PendingFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes what detectors reach on people they did not learn from. */
public final class DetectionReport {

	/** Seed of the bootstrap, so that a report can be made again. */
	private static final long SEED = 1;

	private static final int BINS = 5;

	private static final String HEADER =
		"detector,method,quality,genuine,manipulated,people,eer,eerlow,eerhigh,auc,auclow,auchigh,ece\n";

	private DetectionReport() {}

	/** A line of the table of figures. */
	private record Line(String detector, String method, String quality,
		ErrorRates rates)
	{

		String csv() {
			final var eer = rates.interval(ErrorRates::equalErrorRate, SEED);
			final var auc = rates.interval(ErrorRates::area, SEED);
			return String.format(Locale.ROOT,
				"%s,%s,%s,%d,%d,%d,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f\n", detector,
				method, quality, rates.count(false), rates.count(true), rates.people(),
				eer.value(), eer.low(), eer.high(), auc.value(), auc.low(), auc.high(),
				rates.calibrationError(BINS));
		}
	}

	/**
	 * Writes {@code detection.csv} (error rates by detector, method and quality,
	 * with intervals), {@code detection.clips.csv} (every clip's probabilities),
	 * {@code detection.fusion.csv} (what each detector adds), if it was measured
	 * {@code detection.transfer.csv}, and {@code detection.html}.
	 *
	 * @param evaluation what was measured
	 * @param folder where to; made if it is missing
	 * @param list the list of clips, which is not overwritten
	 * @throws IOException if it cannot be written; nothing is left half-written
	 */
	public static void write(final Evaluation evaluation, final Path folder,
		final Path list) throws IOException
	{
		final List<Line> lines = lines(evaluation);
		final String rates = HEADER + lines.stream().map(Line::csv).collect(
			Collectors.joining());
		final String fusion = fusion(evaluation);
		try (var files = new PendingFiles(folder, List.of(list))) {
			files.add("detection.csv", utf8(rates));
			files.add("detection.clips.csv", utf8(clips(evaluation)));
			files.add("detection.fusion.csv", utf8(fusion));
			if (!evaluation.transfers().isEmpty()) files.add("detection.transfer.csv",
				utf8(transfer(evaluation)));
			files.add("detection.html", utf8(DetectionPage.of(evaluation, rates,
				fusion, transfer(evaluation))));
			files.commit();
		}
	}

	private static List<Line> lines(final Evaluation evaluation) {
		final var lines = new ArrayList<Line>();
		final List<String> methods = values(evaluation, Entry::manipulated,
			r -> r.entry().method());
		final List<String> qualities = values(evaluation, e -> true, r -> r
			.entry().quality());
		for (int k = -1; k < evaluation.detectors().size(); k++) {
			final String name = k < 0 ? "fused" : evaluation.detectors().get(k);
			lines.add(new Line(name, "all", "all", evaluation.rates(k, e -> true,
				e -> true)));
			for (final String method : methods)
				for (final String quality : qualities)
					lines.add(new Line(name, method, quality, evaluation.rates(k, e -> e
						.quality().equals(quality), e -> e.method().equals(method) && e
							.quality().equals(quality))));
		}
		lines.removeIf(line -> !line.rates.isComplete());
		return lines;
	}

	private static List<String> values(final Evaluation evaluation,
		final Predicate<Entry> which,
		final Function<Row, String> value)
	{
		return evaluation.rows().stream().filter(r -> which.test(r.entry())).map(
			value).distinct().sorted().toList();
	}

	private static String clips(final Evaluation evaluation) {
		final var csv = new StringBuilder(
			"clip,label,subject,donor,method,quality,fold," + String.join(",",
				evaluation.detectors()) + ",fused\n");
		for (final Row row : evaluation.rows()) {
			final Entry e = row.entry();
			csv.append(String.join(",", e.path().getFileName().toString(), e
				.manipulated() ? "manipulated" : "genuine", e.subject(), e.donor(), e
					.method(), e.quality(), String.valueOf(row.fold())));
			for (final double p : row.probability())
				csv.append(String.format(Locale.ROOT, ",%.4f", p));
			csv.append(String.format(Locale.ROOT, ",%.4f\n", row.fused()));
		}
		return csv.toString();
	}

	private static String fusion(final Evaluation evaluation) {
		final var csv = new StringBuilder("detectors,eer,auc\n");
		for (final var added : evaluation.added()) {
			final var scores = new ArrayList<ErrorRates.Score>();
			for (int i = 0; i < added.fused().length; i++) {
				final Entry e = evaluation.rows().get(i).entry();
				scores.add(new ErrorRates.Score(added.fused()[i], e.manipulated(), e
					.subject()));
			}
			final var rates = new ErrorRates(scores);
			csv.append(String.format(Locale.ROOT, "%s,%.4f,%.4f\n", String.join(" + ",
				added.detectors()), rates.equalErrorRate(), rates.area()));
		}
		return csv.toString();
	}

	private static String transfer(final Evaluation evaluation) {
		return "detector,by,learnt,judged,auc\n" + evaluation.transfers().stream()
			.map(t -> String.format(Locale.ROOT, "%s,%s,%s,%s,%.4f\n", t.detector(), t
				.by(), t.learnt(), t.judged(), t.area())).collect(Collectors.joining());
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
