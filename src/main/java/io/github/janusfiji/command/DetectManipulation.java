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
import io.github.janusfiji.detect.DetectorModel;
import io.github.janusfiji.detect.EvidencePictures;
import io.github.janusfiji.detect.ManipulationAnalysis;
import io.github.janusfiji.detect.ManipulationAnalyzer;
import io.github.janusfiji.detect.ManipulationReport;
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

/** Asks trained detectors whether a face was manipulated. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Detect Manipulation...",
	description = "Asks several detectors how probable it is that the face in a clip was manipulated, for each frame and the clip, with an interval and a map of where the evidence lies: evidence, not a verdict.")
public final class DetectManipulation extends JanusCommand {

	@Parameter(label = "Video or folder", style = "both", required = false,
		persist = false,
		description = "A video, a folder of images or a TIFF stack. Empty: the active image.")
	private File input;

	@Parameter(label = "Image", required = false, persist = false,
		description = "The active image; used when no video or folder is given.")
	private ImagePlus image;

	@Parameter(label = "Folder for report", style = "directory",
		required = false, persist = false,
		description = "Folder for <name>.manipulation.csv, .manipulation.faces.csv, .manipulation.png and .manipulation.tif; made if it is missing. Empty: nothing is written.")
	private File output;

	@Parameter(label = "Detector", style = "open", required = false,
		persist = false,
		description = "A .detector file made by Train Detector. Empty: the detectors that come with Janus.")
	private File detector;

	@Parameter(label = "Person", min = "1", persist = false,
		description = "Whose face: 1 is the person seen largest and longest. Of photographs, every face is judged.")
	private int person = 1;

	@Parameter(label = "Every n-th frame", min = "1", max = "1000",
		persist = false,
		description = "Which frames are judged: 1 for all; 5 for every fifth, which is nearly as sure and several times faster.")
	private int every = 1;

	@Parameter(label = "Blinks", persist = false,
		description = "Ask the number of blinks as well, as Detect Blinks finds it; reads the clip twice more.")
	private boolean blinks;

	@Parameter(label = "Frames are", choices = { "automatic", "sequence",
		"pictures" }, persist = false,
		description = "What the images of a folder or stack are: sequence, the frames of a clip; pictures, photographs of any size that have nothing to do with each other; automatic looks at their sizes, names and contents.")
	private String kind = "automatic";

	@Parameter(label = Shards.LABEL, required = false, persist = false,
		description = Shards.ABOUT)
	private String shard = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Clips",
		description = "What became of the clips of a share, in a sentence.")
	private String clips;

	@Parameter(type = ItemIO.OUTPUT, label = "Probability",
		description = "Calibrated probability of manipulation by all detectors together, for even odds beforehand.")
	private Double probability;

	@Parameter(type = ItemIO.OUTPUT, label = "Lowest",
		description = "Lower end of the 95 % interval of that probability.")
	private Double lowest;

	@Parameter(type = ItemIO.OUTPUT, label = "Highest",
		description = "Upper end of that interval.")
	private Double highest;

	@Parameter(type = ItemIO.OUTPUT, label = "Faces",
		description = "Number of faces that were judged.")
	private Integer faces;

	@Parameter(type = ItemIO.OUTPUT, label = "Finding",
		description = "What the detectors say, in a sentence with its limits.")
	private String finding;

	@Parameter(type = ItemIO.OUTPUT, label = "Evidence",
		description = "Faces beside maps of where the evidence lies; only with a display.")
	private ImagePlus evidence;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		Clip.writable(output);
		final ManipulationAnalysis analysis;
		final Optional<Path> file = Clip.optional(detector);
		final var read = new ArrayList<>(file.stream().toList());
		try (var model = file.isEmpty() ? DetectorModel.embedded() : DetectorModel
			.read(file.get()))
		{
			final var analyzer = new ManipulationAnalyzer(model);
			if (Shards.asked(shard)) {
				clips = Shards.of(this, shard, input, output).run((clip, folder,
					within) -> ManipulationReport.write(analyze(analyzer, clip.toFile(),
						new ArrayList<>(), within), folder, List.of()), progress);
				return;
			}
			analysis = analyze(analyzer, input, read, progress);
		}
		if (output != null) ManipulationReport.write(analysis, output.toPath(),
			read);
		probability = analysis.fused().score();
		lowest = analysis.fused().low();
		highest = analysis.fused().high();
		faces = analysis.faces().size();
		finding = analysis.sentence();
		if (host.interactive()) {
			ManipulationReport.table(analysis).show("Manipulation of " + analysis
				.name());
			ManipulationReport.plot(analysis).show();
		}
		if (host.shows()) evidence = EvidencePictures.stack(analysis);
	}

	/** @param read given the files that are read */
	private ManipulationAnalysis analyze(final ManipulationAnalyzer analyzer,
		final File file, final List<Path> read, final Progress progress)
		throws IOException
	{
		try (var clip = Clip.open(file, image, kind)) {
			read.addAll(clip.files());
			return analyzer.analyze(clip, person, every, blinks, progress);
		}
	}
}
