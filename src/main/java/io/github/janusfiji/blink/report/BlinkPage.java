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
import io.github.janusfiji.blink.Blink;
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.BlinkDeformation;
import io.github.janusfiji.blink.BlinkStatistics;
import io.github.janusfiji.blink.DeformationTest;
import io.github.janusfiji.blink.EventStrip;
import io.github.janusfiji.blink.EyeEvent;
import io.github.janusfiji.blink.EyeState;
import io.github.janusfiji.blink.RateEvidence;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * One page for any browser, with all pictures in it and no scripts: what was
 * found about the blinks of a clip, and how far it carries.
 */
final class BlinkPage {

	/** Length of a row of the plot, s, and most rows. */
	private static final double ROW = 60;
	private static final int MOST_ROWS = 30;

	private static final String STYLE = """
		body { font: 15px/1.5 sans-serif; max-width: 1720px; margin: 2em auto; padding: 0 1em; color: #222 }
		img { max-width: 100%; display: block } td img { max-width: none } p, ul { max-width: 60em } table { border-collapse: collapse; margin: 1em 0 }
		td, th { border: 1px solid #ccc; padding: .25em .7em; text-align: left; vertical-align: top } .events td { white-space: nowrap }
		th { background: #f4f4f4 } .note { color: #555 }
		.box { background: #eef4fb; border: 1px solid #b9d0ea; padding: .6em 1em }
		.mark { background: #fff3cd; border: 1px solid #e0c060; padding: .6em 1em }
		""";

	private BlinkPage() {}

	/**
	 * @param analysis what was measured
	 * @param statistics its statistics
	 * @return the page
	 * @throws IOException if a picture cannot be encoded
	 */
	static String html(final BlinkAnalysis analysis,
		final BlinkStatistics statistics) throws IOException
	{
		return """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<title>Blinks of %1$s</title>
			<style>%2$s</style>
			</head>
			<body>
			<h1>Blinks of %1$s</h1>
			%3$s
			<p class="box">%4$s</p>
			<p class="note">This page states what was measured. It is evidence to be weighed with other evidence; it does not
			say whether the clip is genuine.</p>
			<h2>How often, how long</h2>
			%5$s
			<h2>Openness of the eyes</h2>
			%6$s
			<h2>Does the number of blinks tell anything?</h2>
			%7$s
			<h2>Does the face change while its eyes blink?</h2>
			%8$s
			<h2>Every event</h2>
			%9$s
			<h2>Limits</h2>
			%10$s
			</body>
			</html>
			""".formatted(text(analysis.name()), STYLE, statement(analysis), text(
			statistics.evidence().sentence()), numbers(analysis, statistics), plots(
				analysis), rate(statistics.evidence()), deformation(analysis.evidence()
					.tests()), events(analysis), LIMITS);
	}

	private static final String LIMITS = """
		<ul>
		<li>Openness is relative to how far this person's eyes are usually open in this clip. A person who squints through
		most of it has a low open level.</li>
		<li>Frames are taken at arbitrary moments: the shortest blinks may not show a shut eye, and count as partial.</li>
		<li>Lids that are lowered to look down and lids that are shut look alike in small pictures; which of both a long
		event is called follows from its length and the nodding of the head.</li>
		<li>Blink rates differ between people and tasks by a factor of ten and more. A rate that is unusual has many possible
		causes; a usual one is no proof either: faces can be made to blink.</li>
		<li>The comparison inside and outside of blinks finds changes that are larger than those of the few genuine clips on
		which its allowances were set.</li>
		</ul>
		""";

	private static String statement(final BlinkAnalysis analysis) {
		return analysis.evidence().statement().map(s ->
			"<p class=\"mark\">The clip's own metadata says: " + text(s) + "</p>")
			.orElse("<p class=\"note\">The clip's own metadata says nothing about being synthetic, which means nothing.</p>");
	}

	private static String numbers(final BlinkAnalysis analysis,
		final BlinkStatistics s)
	{
		return "<table>" + row("frames", analysis.frames() + ", with eyes " + analysis
			.eyes().size()) + row("time in which blinks could be seen", format(
				"%.1f s", s.secondsObserved())) + row("blinks", s.blinks() + ", of which " +
					s.full() + " full") + row("rate", format(
						"%.1f per minute (95 %% interval %.1f to %.1f, Garwood 1936)", s
							.perMinute(), s.lowest(), s.highest())) + row("duration", format(
								"mean %.2f s, below half of the fall %.2f s (usual: %.1f to %.1f s, %s)",
								s.meanDuration(), s.meanHalfDuration(), Norm.SHORTEST, Norm.LONGEST,
								Norm.DURATION)) + row("from blink to blink", format(
									"median %.1f s, mean %.1f s, variation %.2f (about 1 at random, 0 for a metronome)",
									s.medianInterval(), s.meanInterval(), s.intervalVariation())) +
			row("completeness", format("%.0f %% full; %s", 100.0 * s.full() / s
				.blinks(), Norm.PARTIAL)) + "</table>";
	}

	private static String plots(final BlinkAnalysis analysis)
		throws IOException
	{
		final List<EyeState> eyes = analysis.eyes();
		if (eyes.isEmpty()) return "";
		final double first = eyes.get(0).time();
		final double last = eyes.get(eyes.size() - 1).time() + 1 / analysis
			.frameRate();
		final int rows = (int) Math.max(1, Math.min(MOST_ROWS, Math.ceil((last -
			first) / ROW)));
		final var html = new StringBuilder();
		for (int i = 0; i < rows; i++) html.append(image(OpennessPlot.of(analysis,
			first + i * (last - first) / rows, first + (i + 1) * (last - first) / rows)
			.getProcessor().getBufferedImage(), "png", "openness over time"));
		return html.toString();
	}

	private static String rate(final RateEvidence e) {
		final String norms = Norm.RATES.stream().map(n -> "<tr><td>" + n.task() +
			"</td><td>" + n.rate() + "</td><td>" + n.people() + "</td><td>" + text(n
				.source()) + "</td></tr>").collect(Collectors.joining("\n"));
		return "<table>" + row("task", e.activity().toString()) + row(
			"so few blinks or fewer", format("%.3g of people", e.few())) + row(
				"so many blinks or more", format("%.3g of people", e.many())) + row(
					"p, both sides", format("%.3g", e.p())) + row(
						"a face that hardly ever blinks (1 per minute) against people",
						format("%.3g times as probable (decimal logarithm %.2f)", Math.pow(10,
							e.logRatio()), e.logRatio())) + row(
								"needed to judge a clip without blinks", format("%.0f s; %s", Math
									.ceil(e.needed()), neededByTask())) + "</table>" +
			"<p>Published means, blinks per minute:</p><table><tr><th>task</th><th>mean</th><th>people</th><th>source</th></tr>" +
			norms + "</table><p class=\"note\">" + text(Norm.RANGES) + ".</p>";
	}

	private static String neededByTask() {
		return Activity.UNKNOWN.possible().stream().map(a -> format("%s %.0f s", a,
			Math.ceil(RateEvidence.of(0, 0, a).needed()))).collect(Collectors.joining(
				", "));
	}

	private static String deformation(final List<DeformationTest> tests) {
		final String rows = tests.stream().map(t -> "<tr><td>" + t.measure() +
			"</td><td>" + t.frames() + "</td><td>" + format("%.2f", t.effect()) +
			"</td><td>" + format("%.2f", t.allowance()) + "</td><td>" + format("%.2g", t
				.p()) + "</td><td>" + format("%.2g", t.corrected()) + "</td></tr>").collect(
					Collectors.joining("\n"));
		return "<p>" + text(sentence(tests)) + "</p><table><tr><th>measure</th><th>frames in blinks</th><th>effect</th><th>allowed</th><th>p</th><th>p corrected</th></tr>" +
			rows + "</table><p class=\"note\">Effect: how much greater the measure is during blinks, in robust standard deviations of the other times; allowed: what genuine faces show. p: blinks moved through time as blocks, 9999 times, seed " +
			BlinkDeformation.SEED + "; corrected after Holm (1979).</p>";
	}

	/** @return what the tests amount to */
	private static String sentence(final List<DeformationTest> tests) {
		if (tests.stream().allMatch(t -> Double.isNaN(t.effect())))
			return "Too few blinks to compare.";
		final var found = tests.stream().filter(t -> t
			.corrected() < RateEvidence.LEVEL).map(t -> t.measure().toString())
			.toList();
		return found.isEmpty()
			? "No measure is greater during blinks than it is in genuine faces (p corrected 0.01 or more)."
			: "During blinks greater than in genuine faces: " + String.join(", ",
				found) + ".";
	}

	private static String events(final BlinkAnalysis analysis)
		throws IOException
	{
		if (analysis.events().isEmpty()) return "<p>None.</p>";
		final var strips = analysis.evidence().strips().stream().collect(Collectors
			.toMap(EventStrip::event, s -> s, (a, b) -> a));
		final var html = new StringBuilder(
			"<table class=\"events\"><tr><th></th><th>kind</th><th>frames</th><th>time</th><th>confidence</th><th>eyes</th></tr>\n");
		int number = 0;
		for (final EyeEvent e : analysis.events()) {
			final EventStrip strip = strips.get(e);
			html.append(format(
				"<tr><td>%d</td><td style=\"color:%s\"><b>%s</b></td><td>%d–%d</td><td>%.2f s, for %.2f s</td><td>%.2f</td><td>",
				++number, EventColours.css(EventColours.line(e.kind())), e.kind(), e
					.start(), e.end(), e.from(), e.duration(), e.confidence())).append(
						strip == null ? "not seen" : image(EventSheet.of(strip), "jpg",
							"eyes in frames " + strip.frames())).append("</td></tr>\n");
		}
		return html.append("</table>").toString();
	}

	private static String image(final BufferedImage picture,
		final String format, final String alternative) throws IOException
	{
		final var bytes = new ByteArrayOutputStream();
		ImageIO.write(picture, format, bytes);
		return "<img alt=\"%s\" src=\"data:image/%s;base64,%s\">".formatted(text(
			alternative), format.equals("jpg") ? "jpeg" : format, Base64.getEncoder()
				.encodeToString(bytes.toByteArray()));
	}

	private static String row(final String name, final String value) {
		return "<tr><th>" + text(name) + "</th><td>" + text(value) + "</td></tr>\n";
	}

	/** Numbers that are unknown become dashes. */
	private static String format(final String format, final Object... values) {
		return String.format(Locale.ROOT, format, values).replace("NaN", "–");
	}

	private static String text(final String plain) {
		return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
			.replace("\"", "&quot;");
	}
}
