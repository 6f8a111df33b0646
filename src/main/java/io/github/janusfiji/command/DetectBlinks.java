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
package io.github.janusfiji.command;

import ij.ImagePlus;
import io.github.janusfiji.blink.Activity;
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.BlinkAnalyzer;
import io.github.janusfiji.blink.BlinkStatistics;
import io.github.janusfiji.blink.report.BlinkOverlay;
import io.github.janusfiji.blink.report.BlinkReport;
import io.github.janusfiji.eyestate.EyeMethod;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.frames.VideoVirtualStack;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures how open a person's eyes are in each frame, and finds the blinks. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Detect Blinks...",
	description = "Measures how open a person's eyes are in every frame of a clip and finds the blinks: evidence on whether the face is real, not a verdict.")
public final class DetectBlinks extends JanusCommand {

	@Parameter(label = "Video or folder", style = "both", required = false,
		persist = false,
		description = "A video, a folder of images or a TIFF stack. Empty: the active image.")
	private File input;

	@Parameter(label = "Image", required = false, persist = false,
		description = "The active image; used when no video or folder is given.")
	private ImagePlus image;

	@Parameter(label = "Folder for report", style = "directory",
		required = false, persist = false,
		description = "Folder for <name>.eyes.csv, <name>.blinks.csv, <name>.events.csv, <name>.summary.json, <name>.blinks.html and pictures; made if it is missing. Empty: nothing is written.")
	private File output;

	@Parameter(label = "Person", min = "1", persist = false,
		description = "Whose eyes: 1 is the person seen largest and longest.")
	private int person = 1;

	@Parameter(label = "Task", choices = { "unknown", "rest", "conversation",
		"reading" }, persist = false,
		description = "What the person does while being filmed: blink rates depend on it.")
	private String task = "unknown";

	@Parameter(label = "Method", choices = { "lrcn", "cnn", "ear" },
		persist = false,
		description = "How the state of the eyes is found: lrcn, a convolutional network and an LSTM over time; cnn, the former alone; ear, the eye aspect ratio of the landmarks.")
	private String method = "lrcn";

	@Parameter(label = "Detector", style = "open", required = false,
		persist = false,
		description = "A file made by Train Blink Detector. Empty: Janus's own.")
	private File detector;

	@Parameter(label = "Frames are", choices = { "automatic", "sequence",
		"pictures" }, persist = false,
		description = "What the images of a folder or stack are: sequence, the frames of a clip; pictures, photographs of any size that have nothing to do with each other; automatic looks at their sizes, names and contents.")
	private String kind = "automatic";

	@Parameter(label = Shards.LABEL, required = false, persist = false,
		description = Shards.ABOUT)
	private String shard = "";

	@Parameter(label = Shards.CUT_LABEL, min = "0", persist = false,
		description = Shards.CUT_ABOUT)
	private double cut = 0;

	@Parameter(type = ItemIO.OUTPUT, label = "Clips",
		description = "What became of the clips of a share, in a sentence.")
	private String clips;

	@Parameter(type = ItemIO.OUTPUT, label = "Blinks",
		description = "Number of blinks.")
	private Integer blinks;

	@Parameter(type = ItemIO.OUTPUT, label = "Blinks per minute",
		description = "Blinks per minute of the time in which a blink could be seen.")
	private Double blinksperminute;

	@Parameter(type = ItemIO.OUTPUT, label = "Lowest rate",
		description = "Lower end of the 95 % interval of the blinks per minute.")
	private Double lowestrate;

	@Parameter(type = ItemIO.OUTPUT, label = "Highest rate",
		description = "Upper end of that interval.")
	private Double highestrate;

	@Parameter(type = ItemIO.OUTPUT, label = "p of the rate",
		description = "Probability that a person at random blinks as unusually often or seldom.")
	private Double pvalue;

	@Parameter(type = ItemIO.OUTPUT, label = "Likelihood ratio",
		description = "Decimal logarithm of how much more probable the number of blinks is for a face that hardly ever blinks than for a person at random.")
	private Double logratio;

	@Parameter(type = ItemIO.OUTPUT, label = "Finding",
		description = "What the number of blinks says, in a sentence.")
	private String finding;

	@Parameter(type = ItemIO.OUTPUT, label = "Frames with eyes",
		description = "Number of frames in which the person was found.")
	private Integer eyes;

	@Parameter(type = ItemIO.OUTPUT, label = "Marked clip",
		description = "The clip with the eyes outlined, from green (open) to red (closed); only with a display.")
	private ImagePlus marked;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final Activity activity = Activity.named(task);
		Clip.writable(output);
		final var analyzer = new BlinkAnalyzer(EyeMethod.of(method), model(
			detector));
		if (Shards.asked(shard)) {
			clips = Shards.of(this, shard, input, output).ranges(cut, (clip, part,
				folder, within) -> Ranges.measure(analyzer, Clip.optional(detector), clip,
					part, folder, within)).run((clip, folder, within) -> BlinkReport.write(analyze(analyzer, clip.toFile(),
					new ArrayList<>(), within), activity, folder), progress);
			return;
		}
		final var read = new ArrayList<Path>(Clip.optional(detector).stream()
			.toList());
		final BlinkAnalysis analysis = analyze(analyzer, input, read, progress);
		if (output != null) BlinkReport.write(analysis, activity, output.toPath(),
			read);
		blinks = analysis.blinks().size();
		blinksperminute = analysis.blinksPerMinute();
		final var statistics = BlinkStatistics.of(analysis, activity);
		lowestrate = statistics.lowest();
		highestrate = statistics.highest();
		pvalue = statistics.evidence().p();
		logratio = statistics.evidence().logRatio();
		finding = statistics.evidence().sentence();
		eyes = analysis.eyes().size();
		if (host.interactive()) windows(analysis);
		if (host.shows()) show(analysis);
	}

	/** @param read given the files that are read */
	private BlinkAnalysis analyze(final BlinkAnalyzer analyzer,
		final File file, final List<Path> read, final Progress progress)
		throws IOException
	{
		try (var clip = Clip.open(file, image, kind)) {
			read.addAll(clip.files());
			return analyzer.analyze(clip, person, progress);
		}
	}

	/** @return what the file holds, or Janus's own model if none is given */
	static EyeStateModel model(final File detector) throws IOException {
		final Optional<Path> file = Clip.optional(detector);
		return file.isEmpty() ? EyeStateModel.embedded() : EyeStateModel.read(file
			.get());
	}

	private static void windows(final BlinkAnalysis analysis) {
		BlinkReport.table(analysis).show("Blinks of " + analysis.name());
		BlinkReport.events(analysis).show("Eye events of " + analysis.name());
		BlinkReport.plot(analysis).show();
	}

	private void show(final BlinkAnalysis analysis) throws IOException {
		marked = input == null ? image : VideoVirtualStack.open(input.toPath());
		Shown.overlay(marked, BlinkOverlay.of(analysis));
	}
}
