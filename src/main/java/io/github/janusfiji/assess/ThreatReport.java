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

import ij.gui.Plot;
import io.github.janusfiji.assess.Threat.Comparison;
import io.github.janusfiji.assess.Threat.Kind;
import io.github.janusfiji.detect.ErrorRates;
import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.FileStem;
import io.github.janusfiji.task.PendingFiles;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.imageio.ImageIO;

/** Writes {@link Threat}s for people and programs. */
public final class ThreatReport {

	private static final long SEED = 1;
	private static final int BINS = 40, SIZE = 420;

	private static final String HEADER =
		"network,identity,method,quality,genuine,impostor,swaps,people,eer,eerlow,eerhigh,threshold,frr,far,farlow,farhigh,farlenient\n";

	/** Korshunov and Marcel 2018: 320 swaps of 32 people at each quality. */
	private static final String PAPER =
		"network,genuine eer,far of swaps at LQ,far of swaps at HQ\n" + "VGG,0.0003,0.8875,0.8562\nFaceNet,0.0000,0.9438,0.9500\n";

	private ThreatReport() {}

	/**
	 * Writes {@code threat.csv} (a row for each network, identity, method and
	 * quality, and for all), {@code threat.scores.csv}, {@code threat.html}, and
	 * for each network {@code threat.<network>.scores.png} (histograms) and
	 * {@code threat.<network>.roc.png}.
	 *
	 * @param threats what was found
	 * @param folder where to; made if it is missing
	 * @param inputs what the job read, none of which is ever written
	 * @throws IOException if it cannot be written; nothing is left half-written
	 */
	public static void write(final List<Threat> threats, final Path folder,
		final Collection<Path> inputs) throws IOException
	{
		final var csv = new StringBuilder(HEADER);
		final var scores = new StringBuilder(
			"network,kind,score,claimed,seen,method,quality\n");
		final var body = new StringBuilder();
		try (var files = new PendingFiles(folder, inputs)) {
			for (final Threat threat : threats) {
				final String rows = rows(threat);
				csv.append(rows);
				for (final Comparison c : threat.comparisons()) scores.append(String
					.format(Locale.ROOT, "%s,%s,%.5f,%s,%s,%s,%s\n", threat.network(), Choice
						.label(c.kind()), c.score(), c.claimed(), c
							.seen(), c.method(), c.quality()));
				final String name = "threat." + FileStem.of(threat.network());
				final byte[] histogram = png(histogram(threat)), roc = png(roc(
					threat));
				files.add(name + ".scores.png", histogram);
				files.add(name + ".roc.png", roc);
				body.append(section(threat, rows, histogram, roc));
			}
			files.add("threat.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
			files.add("threat.scores.csv", scores.toString().getBytes(
				StandardCharsets.UTF_8));
			files.add("threat.html", page(body.toString()).getBytes(
				StandardCharsets.UTF_8));
			files.commit();
		}
	}

	private static String rows(final Threat threat) {
		final var rows = new StringBuilder(row(threat, "all", "all", "all",
			c -> true));
		final var swaps = threat.comparisons().stream().filter(c -> c
			.kind() == Kind.SWAP).toList();
		for (final String method : swaps.stream().map(Comparison::method).distinct()
			.sorted().toList()) for (final String quality : swaps.stream().map(
				Comparison::quality).distinct().sorted().toList()) rows.append(row(
					threat, "all", method, quality, c -> c.method().equals(method) && c
						.quality().equals(quality)));
		for (final String person : threat.enrolled())
			rows.append(row(threat, person, "all", "all", c -> c.claimed().equals(
				person)));
		return rows.toString();
	}

	private static String row(final Threat threat, final String identity,
		final String method, final String quality,
		final Predicate<Comparison> which)
	{
		final double threshold = threat.threshold();
		final ErrorRates swaps = threat.swaps(which);
		if (swaps.count(false) == 0) return "";
		final var everyone = threat.verification();
		final var known = "all".equals(identity) ? everyone : new ErrorRates(everyone
			.scores().stream().filter(s -> s.person().equals(identity)).toList());
		final var eer = known.interval(ErrorRates::equalErrorRate, SEED);
		final var far = new ErrorRates(swaps.scores().stream().filter(s -> !s
			.positive()).toList()).interval(r -> r.falseAlarms(threshold), SEED);
		return String.format(Locale.ROOT,
			"%s,%s,%s,%s,%d,%d,%d,%d,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f\n", threat
				.network(), identity, method, quality, known.count(true), known.count(
					false), swaps.count(false), known.people(), eer.value(), eer.low(), eer
						.high(), threshold, known.misses(threshold), far.value(), far.low(),
			far.high(), swaps.falseAlarms(everyone.lenientThreshold()));
	}

	private static String page(final String body) {
		return Html.page("How swaps pass face recognition", Html.paragraph(
			"Each person is enrolled by the mean vector of genuine faces. Scores are cosines between that and means of five successive faces. The threshold is where the person and other people's genuine clips err alike (eer); far is the share of swaps, compared with the person whose face was put in, that reach it, and farlenient the same at the lowest threshold that serves as well: where the person and impostors do not overlap, the truth lies between. Intervals (95 %) are of a bootstrap over enrolled people.") +
			Html.heading("Beside the paper") + Html.paragraph(
				"Korshunov and Marcel 2018, DeepfakeTIMIT: other people, swaps and networks; for orientation.") +
			Html.table(PAPER) + body + Html.heading("What cannot be concluded") + Html
				.paragraph(
					"How a system in use fares, which has another network, threshold and liveness test; and how swaps of other people fare: with few people the intervals are wide, and an identity's own row rests on a few clips. A low rate can also mean a swap that is like nobody."));
	}

	private static String section(final Threat threat, final String rows,
		final byte[] histogram, final byte[] roc)
	{
		return Html.heading(threat.network()) + (threat.sameRecording() ? Html.note(
			"Some people were enrolled by one half of a recording and compared by the other, which is easier than two recordings: the genuine eer is too good.")
			: "") + Html.table(HEADER + rows) + image(histogram) + image(roc);
	}

	private static String image(final byte[] png) {
		return "<p><img alt=\"\" src=\"data:image/png;base64," + Base64.getEncoder()
			.encodeToString(png) + "\"></p>\n";
	}

	private static Plot histogram(final Threat threat) {
		final var plot = new Plot("Scores of " + threat.network(), "Cosine",
			"Share");
		plot.setSize(2 * SIZE, SIZE);
		final var colours = List.of(new Color(0, 130, 60), new Color(0, 90, 200),
			new Color(200, 0, 0));
		double top = 0;
		final double from = Math.floor(10 * threat.comparisons().stream()
			.mapToDouble(Comparison::score).min().orElse(-1)) / 10;
		final double[] x = new double[BINS];
		Arrays.setAll(x, b -> from + (1 - from) * (b + 0.5) / BINS);
		plot.setLineWidth(2);
		for (final Kind kind : Kind.values()) {
			final double[] scores = threat.scores(kind), share = new double[BINS];
			for (final double s : scores)
				share[Math.max(0, Math.min(BINS - 1, (int) ((s - from) / (1 -
					from) * BINS)))] += 1.0 / scores.length;
			top = Math.max(top, Arrays.stream(share).max().orElse(0));
			plot.setColor(colours.get(kind.ordinal()));
			plot.add("line", x, share);
			plot.addLabel(0.02, 0.08 + 0.07 * kind.ordinal(), Choice.label(kind));
		}
		plot.setColor(Color.BLACK);
		final double t = threat.threshold();
		plot.add("line", new double[] { t, t }, new double[] { 0, top });
		plot.setLimits(from, 1, 0, 1.1 * Math.max(top, 0.01));
		return plot;
	}

	private static Plot roc(final Threat threat) {
		final var plot = new Plot("ROC of " + threat.network(),
			"Falsely accepted (share)", "Genuinely accepted (share)");
		plot.setSize(SIZE, SIZE);
		plot.setLineWidth(2);
		plot.setColor(new Color(0, 90, 200));
		add(plot, threat.verification(), "impostors", 0.7);
		plot.setColor(new Color(200, 0, 0));
		add(plot, threat.swaps(c -> true), "swaps", 0.78);
		plot.setColor(Color.BLACK);
		plot.setLimits(0, 1, 0, 1.02);
		return plot;
	}

	private static void add(final Plot plot, final ErrorRates rates,
		final String label, final double at)
	{
		final double[][] curve = rates.curve();
		plot.add("line", Arrays.stream(curve).mapToDouble(p -> p[0]).toArray(),
			Arrays.stream(curve).mapToDouble(p -> p[1]).toArray());
		plot.addLabel(0.6, at, label);
	}

	private static byte[] png(final Plot plot) throws IOException {
		final var bytes = new ByteArrayOutputStream();
		ImageIO.write(plot.getProcessor().getBufferedImage(), "png", bytes);
		return bytes.toByteArray();
	}
}
