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
package io.github.janusfiji.demo;

import io.github.janusfiji.Janus;
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.model.TrainingSummary;
import io.github.janusfiji.task.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One page with everything the demo made, for any browser. */
final class DemoReport {

	/**
	 * One thing the demo did.
	 *
	 * @param command the command that does it in the menu
	 * @param input what it worked on
	 * @param result in a few words
	 * @param seconds how long it took
	 */
	record Stage(String command, String input, String result, double seconds) {}

	private static final String STYLE = """
		body { font: 15px/1.5 sans-serif; max-width: 1000px; margin: 2em auto; padding: 0 1em; color: #222 }
		img, video { max-width: 100% } figure { margin: 1.5em 0 } figcaption { color: #666 }
		table { border-collapse: collapse } td, th { border: 1px solid #ccc; padding: .3em .8em; text-align: left }
		.mark { background: #fff3cd; border: 1px solid #e0c060; padding: .6em 1em }
		""";

	private final Path folder;

	DemoReport(final Path folder) {
		this.folder = folder;
	}

	/** Takes the preview picture out of a model file. */
	static void copyPreview(final Path model, final Path picture)
		throws IOException
	{
		try (FileSystem zip = FileSystems.newFileSystem(model); var output = Output
			.file(picture, List.of(model)))
		{
			output.write(Files.readAllBytes(zip.getPath("preview.png")));
			output.commit();
		}
	}

	/** Writes the page and returns its file. */
	Path write(final List<Stage> stages,
		final TrainingSummary training, final List<BlinkAnalysis> blinks)
		throws IOException
	{
		final String page = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<title>Janus: the demo's results</title>
			<meta name="digitalSourceType" content="compositeWithTrainedAlgorithmicMedia">
			<style>%s</style>
			</head>
			<body>
			<h1>Janus: the demo's results</h1>
			<p class="mark">SYNTHETIC. The two people on this page do not exist, and every swapped picture was painted by a
			trained network. The files say so in their own metadata.</p>
			<h2>What was done</h2>
			<table><tr><th>command</th><th>on</th><th>result</th><th>seconds</th></tr>
			%s</table>
			<h2>Training</h2>
			<p>Mean absolute error after %d iterations: %.4f on the warped faces it trained on, %.4f on faces it never saw
			(0 is perfect, 1 is black for white).</p>
			%s%s
			<h2>Swapped</h2>
			%s%s%s%s
			<h2>Blinks</h2>
			%s
			</body>
			</html>
			""".formatted(STYLE, rows(stages), training.iterations(), training
			.trainingLoss(), training.heldOutLoss(), figure("preview.png",
				"Columns: face, own reconstruction, the other's face with this expression; Ada on the left, Ben on the right."),
			figure("training.png", "Losses while training."), figure(
				"ada-swapped.png", "Ada's clip above; below, with Ben's face."), video(
					"ada-swapped.mp4"), figure("ben-swapped.png",
						"Ben's clip above; below, with Ada's face."), video(
							"ben-swapped.mp4"), blinks.stream().map(DemoReport::blinks)
								.collect(Collectors.joining()));
		final Path report = folder.resolve("report.html");
		try (var output = Output.file(report)) {
			output.write(page.getBytes(StandardCharsets.UTF_8));
			output.commit();
		}
		return report;
	}

	private static String rows(final List<Stage> stages) {
		return stages.stream().map(stage -> String.format(Locale.ROOT,
			"<tr><td>%s</td><td>%s</td><td>%s</td><td>%.1f</td></tr>%n", stage
				.command(), stage.input(), stage.result(), stage.seconds())).collect(
					Collectors.joining());
	}

	private static String figure(final String file, final String caption) {
		return "<figure><img src=\"%s\" alt=\"%s\"><figcaption>%s</figcaption></figure>%n"
			.formatted(file, caption, caption);
	}

	private static String video(final String file) {
		return "<p><video src=\"%s\" controls loop muted></video><br><a href=\"%s\">%s</a></p>%n"
			.formatted(file, file, file);
	}

	private static String blinks(final BlinkAnalysis analysis) {
		final String name = baseName(analysis.name());
		return String.format(Locale.ROOT,
			"<h3>%s</h3><p>%d blinks in %.1f s in which one could be seen, %.1f per minute.</p>%n%s<p><a href=\"%s.blinks.html\">%s.blinks.html</a>: every event, and what they say.</p>%n",
			analysis.name(), analysis.blinks().size(), analysis.secondsObserved(),
			analysis.blinksPerMinute(), figure(name + ".eyes.png",
				"Openness of the eyes over time: " + name + ".eyes.csv, " + name +
					".blinks.csv."), name, name);
	}

	private static String baseName(final String file) {
		final int dot = file.lastIndexOf('.');
		return dot < 0 ? file : file.substring(0, dot);
	}
}
