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

import io.github.janusfiji.assess.DetectionReport;
import io.github.janusfiji.detect.DetectorSettings;
import io.github.janusfiji.detect.DetectorTraining;
import io.github.janusfiji.detect.ErrorRates;
import io.github.janusfiji.detect.Evaluation;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains detectors of manipulated faces on one's own clips. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Train Detector...",
	description = "Trains detectors of manipulated faces on genuine and manipulated clips, or on genuine clips alone, measures them on people they did not learn from, and writes one file that Detect Manipulation takes.")
public final class TrainDetector extends JanusCommand {

	@Parameter(label = "List of clips", style = "open", required = false,
		persist = false,
		description = "A CSV file with the columns clip,label,subject and, if known, fold,donor,method,quality; a label is genuine or manipulated. Make Collection writes such a list. Needed.")
	private File clips;

	@Parameter(label = "Detector to write", style = "open", required = false,
		persist = false,
		description = "The .detector file to write; an older one is replaced. Needed.")
	private File output;

	@Parameter(label = "Folder for report", style = "directory",
		required = false, persist = false,
		description = "Folder for the tables and the page that say what the detectors reach on people they did not learn from; made if it is missing. Empty: nothing but the detector is written.")
	private File report;

	@Parameter(label = "Detectors", persist = false,
		description = "Which detectors learn, with commas between them: blending, qualitylda, qualitysvm, network, frequency, noise and what else is installed; or all.")
	private String detectors = "all";

	@Parameter(label = "Faces of a clip", min = "1", max = "1000",
		persist = false,
		description = "About how many faces of each clip are learnt from, spread evenly over it.")
	private int faces = 20;

	@Parameter(label = "Folds", min = "2", max = "100", persist = false,
		description = "Into how many folds people are dealt if the list has no column fold. Each fold is judged by detectors that learnt from the others.")
	private int folds = 2;

	@Parameter(label = "Blinks", persist = false,
		description = "Give the number of blinks a say in the fused probability; reads every clip twice more.")
	private boolean blinks;

	@Parameter(label = "Steps of networks", min = "1", max = "100000",
		persist = false,
		description = "How many steps, of 24 faces each, the networks blending and network train. More are better and take longer.")
	private int steps = 600;

	@Parameter(label = "Transfers", persist = false,
		description = "Measure as well how detectors that learnt from one method or quality alone judge the others; every detector is trained that many times more.")
	private boolean transfers;

	@Parameter(label = "Seed", persist = false,
		description = "Start of all random numbers; the same seed and clips give the same detector on the same machine.")
	private long seed = 1;

	@Parameter(type = ItemIO.OUTPUT, label = "Detector",
		description = "The file that was written.")
	private String detector;

	@Parameter(type = ItemIO.OUTPUT, label = "Equal error rate (%)",
		description = "Of all detectors together, on people they did not learn from.")
	private double eer;

	@Parameter(type = ItemIO.OUTPUT, label = "Area under the ROC curve",
		description = "The same of the area under the ROC curve.")
	private double area;

	@Parameter(type = ItemIO.OUTPUT, label = "People",
		description = "Number of people in the clips: figures of few people say little about others.")
	private int people;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final File list = Clip.required(clips, "clips",
			"the list of clips (.csv)");
		final File file = Clip.required(output, "output",
			"the .detector file to write");
		Clip.writable(report);
		final Evaluation evaluation = DetectorTraining.train(
			new DetectorSettings(list.toPath(), detectors, faces, folds,
				blinks, steps, transfers, seed), file.toPath(), progress);
		if (report != null) DetectionReport.write(evaluation, report.toPath(),
			list.toPath());
		final ErrorRates rates = evaluation.rates(-1, e -> true, e -> true);
		detector = file.getPath();
		eer = 100 * rates.equalErrorRate();
		area = rates.area();
		people = evaluation.people();
	}
}
