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

import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.BlinkAnalyzer;
import io.github.janusfiji.blink.report.BlinkReport;
import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.FrameWriter;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.host.HostProgress;
import io.github.janusfiji.host.Hosts;
import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.model.FaceModelTrainer;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.model.TrainingOptions;
import io.github.janusfiji.model.TrainingSummary;
import io.github.janusfiji.model.Tuning;
import io.github.janusfiji.swap.FaceSwapper;
import io.github.janusfiji.swap.SwapMark;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Shutdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The whole of Janus on the sample clips, without any window: extracts both
 * people, trains a model, swaps, looks for blinks, and writes a report of one
 * page.
 */
public final class Demo {

	private final Path samples;
	private final Path output;
	private final double minutes;
	private final Progress progress;

	/**
	 * @param samples folder of the sample clips
	 * @param output folder for the results; made if it is missing
	 * @param minutes how long to train
	 * @param progress told every stage
	 */
	public Demo(final Path samples, final Path output, final double minutes,
		final Progress progress)
	{
		this.samples = samples;
		this.output = output;
		this.minutes = minutes;
		this.progress = progress;
	}

	/**
	 * @param args folder of the sample clips, folder for the results, minutes of
	 *          training
	 * @throws IOException if anything cannot be read or written
	 */
	public static void main(final String[] args) throws IOException {
		final Path report;
		try (HostProgress progress = Hosts.console(System.out).begin("Demo");
				var work = Shutdown.begin())
		{
			report = new Demo(Path.of(args[0]), Path.of(args[1]), Double.parseDouble(
				args[2]), progress).run();
		}
		System.out.println("Open " + report.toAbsolutePath() + " in a browser.");
	}

	/**
	 * Runs every stage.
	 *
	 * @return the report's file
	 * @throws IOException if anything cannot be read or written
	 */
	public Path run() throws IOException {
		Files.createDirectories(output);
		final var stages = new ArrayList<DemoReport.Stage>();
		final Path model = output.resolve("ada-ben.janus");
		Files.deleteIfExists(model);
		final TrainingSummary training;
		try (FaceSet ada = extract("ada", stages); FaceSet ben = extract("ben",
			stages))
		{
			training = train(ada, ben, model, stages);
		}
		swap("ada", Side.B, model, stages);
		swap("ben", Side.A, model, stages);
		final var blinks = new ArrayList<BlinkAnalysis>();
		for (final String clip : List.of("ada", "ben", "no-blinks"))
			blinks.add(blinks(clip, stages));
		return new DemoReport(output).write(stages, training, blinks);
	}

	private FaceSet extract(final String person,
		final List<DemoReport.Stage> stages) throws IOException
	{
		final long start = System.nanoTime();
		try (FrameSequence clip = open(person)) {
			final FaceSet faces = new FaceExtractor().extract(clip, output.resolve(
				"faces-" + person + ".tif"), FaceExtractor.Options.DEFAULT, progress);
			stages.add(new DemoReport.Stage("Extract Faces", person + ".mp4", faces
				.faces().size() + " faces in " + clip.count() + " frames", seconds(
					start)));
			return faces;
		}
	}

	private TrainingSummary train(final FaceSet a, final FaceSet b,
		final Path model, final List<DemoReport.Stage> stages) throws IOException
	{
		final long start = System.nanoTime();
		final var options = new TrainingOptions("light", 0, minutes, 0, 1,
			"auto", Tuning.RECOMMENDED);
		final var curve = new LossCurve();
		final TrainingSummary summary = new FaceModelTrainer().train(a, b,
			model, options, curve, progress);
		curve.write(output.resolve("training.png"));
		DemoReport.copyPreview(model, output.resolve("preview.png"));
		stages.add(new DemoReport.Stage("Train Face Model", "light", String.format(
			"%d iterations, %.1f per second, on %s", summary.iterations(), summary
				.iterationsPerSecond(), summary.device()), seconds(start)));
		return summary;
	}

	private void swap(final String clipName, final Side into, final Path model,
		final List<DemoReport.Stage> stages) throws IOException
	{
		final long start = System.nanoTime();
		final String name = clipName + "-swapped.mp4";
		final Map<String, String> mark;
		final var options = FaceSwapper.Options.into(into);
		try (FrameSequence clip = open(clipName); FaceModel pair = FaceModel.open(
			model))
		{
			mark = SwapMark.of(clip, pair, options, progress);
			try (FrameWriter writer = Frames.writer(output.resolve(name), clip,
				mark))
			{
				final FaceSwapper.Report report = new FaceSwapper().swap(clip, pair,
					options, writer, progress);
				writer.commit();
				stages.add(new DemoReport.Stage("Swap Faces", clipName + ".mp4", report
					.swapped() + " of " + report.frames() + " frames swapped", seconds(
						start)));
			}
		}
		ContactSheet.write(samples.resolve(clipName + ".mp4"), output.resolve(name),
			output.resolve(clipName + "-swapped.png"), mark);
	}

	private BlinkAnalysis blinks(final String clipName,
		final List<DemoReport.Stage> stages) throws IOException
	{
		final long start = System.nanoTime();
		try (FrameSequence clip = open(clipName)) {
			final BlinkAnalysis analysis = new BlinkAnalyzer().analyze(clip, 1,
				progress);
			BlinkReport.write(analysis, output);
			stages.add(new DemoReport.Stage("Detect Blinks", clipName + ".mp4",
				analysis.blinks().size() + " blinks", seconds(start)));
			return analysis;
		}
	}

	private FrameSequence open(final String clip) throws IOException {
		return Frames.open(samples.resolve(clip + ".mp4"));
	}

	private static double seconds(final long start) {
		return (System.nanoTime() - start) / 1e9;
	}
}
