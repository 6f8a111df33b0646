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

import io.github.janusfiji.detect.ErrorRates;
import io.github.janusfiji.detect.Evaluation;
import java.util.Locale;

/** The page of {@link DetectionReport}. */
final class DetectionPage {

	/** Figures of Korshunov and Marcel 2018 (320 clips of 32 people). */
	private static final String PAPER =
		"detector,quality,eer,frr at far 10 %\n" +
			"IQM+SVM,LQ (64 px),0.0333,0.0095\n" +
			"IQM+SVM,HQ (128 px),0.0897,0.0905\n" +
			"lip movement and speech (PCA+LSTM),LQ (64 px),0.4180,0.8167\n";

	private DetectionPage() {}

	static String of(final Evaluation evaluation, final String rates,
		final String fusion, final String transfer)
	{
		final ErrorRates all = evaluation.rates(-1, e -> true, e -> true);
		final var body = new StringBuilder();
		body.append(Html.note(String.format(Locale.ROOT,
			"%d people, %d genuine and %d manipulated clips. Every clip was judged by detectors, a calibration and a fusion that learnt from other people only. Intervals (95 %%) are of a bootstrap over people: with %d people they are wide, and they say nothing about cameras, compressions and methods that are not in the list.",
			evaluation.people(), all.count(false), all.count(true), evaluation
				.people())));
		body.append(Html.heading("Error rates")).append(Html.paragraph(
			"eer: equal error rate; auc: area under the ROC curve; ece: expected calibration error for even odds. quality is the compression of the genuine and the manipulated clips alike."))
			.append(Html.table(rates));
		body.append(Html.heading("Beside the paper")).append(Html.paragraph(
			"Korshunov and Marcel 2018, DeepfakeTIMIT, other people and other swaps: the figures stand beside each other for orientation and cannot be compared."))
			.append(Html.table(PAPER));
		body.append(Html.heading("What each detector adds")).append(Html
			.paragraph(
				"Fusion by logistic regression with ever more detectors, weighed on other people."))
			.append(Html.table(fusion));
		if (!evaluation.transfers().isEmpty()) body.append(Html.heading(
			"Learnt from one kind, judging another")).append(Html.paragraph(
				"Area under the ROC curve on other people, mean over folds.")).append(Html
					.table(transfer));
		body.append(Html.heading("Calibration")).append(Html.table(reliability(
			evaluation)));
		body.append(Html.heading("What cannot be concluded")).append(Html
			.paragraph(
				"That a clip is genuine because its probability is low: methods that are not in the list may leave other traces, and strong compression removes traces. That a person manipulated a clip because its probability is high: filters, make-up, odd cameras and repeated compression can look alike. The probability is for even odds beforehand; where manipulated clips are rare, most alarms are false."));
		return Html.page("Detectors on people they did not learn from", body
			.toString());
	}

	private static String reliability(final Evaluation evaluation) {
		final int bins = 5;
		final double[][] sums = new double[bins][3];
		evaluation.rows().forEach(row -> {
			final double[] bin = sums[Math.min(bins - 1, (int) (row.fused() *
				bins))];
			bin[0]++;
			bin[1] += row.fused();
			if (row.entry().manipulated()) bin[2]++;
		});
		final var csv = new StringBuilder(
			"fused probability,clips,mean probability,share manipulated\n");
		for (int b = 0; b < bins; b++)
			csv.append(String.format(Locale.ROOT, "%.1f to %.1f,%d,%s,%s\n", (double) b /
				bins, (b + 1.0) / bins, (int) sums[b][0], mean(sums[b][1], sums[b][0]),
				mean(sums[b][2], sums[b][0])));
		return csv.toString();
	}

	private static String mean(final double sum, final double count) {
		return count == 0 ? "" : String.format(Locale.ROOT, "%.3f", sum / count);
	}
}
