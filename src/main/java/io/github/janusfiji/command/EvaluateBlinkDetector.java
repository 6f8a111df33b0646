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

import io.github.janusfiji.blink.BlinkAnalyzer;
import io.github.janusfiji.blink.training.EyeStateEvaluation;
import io.github.janusfiji.blink.training.EvaluationReport;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures a blink detector on labelled clips. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Evaluate Blink Detector...",
	description = "Measures on clips whose blinks people marked how well each method of Detect Blinks tells open from closed eyes and finds blinks.")
public final class EvaluateBlinkDetector extends JanusCommand {

	@Parameter(label = "List of clips", style = "open", required = false,
		persist = false,
		description = "A CSV file with the columns clip,use,last,skip,blinks: which clips there are, and where their blinks are marked. Needed.")
	private File clips;

	@Parameter(label = "Folder of the clips", style = "directory",
		required = false, persist = false,
		description = "Where clips and tables of blinks are that are not beside the list. Empty: all are beside it.")
	private File folder;

	@Parameter(label = "Eye patches", style = "open", required = false,
		persist = false,
		description = "A zip file of single eyes, as for Train Blink Detector; the people that training leaves out are measured. Empty: only the clips.")
	private File patches;

	@Parameter(label = "Use", choices = { "measure", "tune", "train", "all" },
		persist = false,
		description = "Which clips of the list to measure on. Those that trained the detector flatter it.")
	private String use = "measure";

	@Parameter(label = "Detector", style = "open", required = false,
		persist = false,
		description = "A file made by Train Blink Detector. Empty: Janus's own.")
	private File detector;

	@Parameter(label = "Tolerance (frames)", min = "0", persist = false,
		description = "How far the most closed frame of a found blink may lie from the marked one.")
	private int tolerance = 3;

	@Parameter(label = "Folder for tables", style = "directory",
		required = false, persist = false,
		description = "Folder for evaluation.csv, roc.csv, reliability.csv, roc.png and reliability.png; made if it is missing. Empty: nothing is written.")
	private File output;

	@Parameter(type = ItemIO.OUTPUT, label = "AUC",
		description = "Area under the ROC curve of the best method, over all clips' frames.")
	private double auc;

	@Parameter(type = ItemIO.OUTPUT, label = "F1",
		description = "F1 of the best method's blinks, over all clips.")
	private double score;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		Clip.writable(output);
		final File list = Clip.required(clips, "clips",
			"the list of labelled clips (.csv)");
		final var settings = new EyeStateEvaluation.Settings(list.toPath(), Clip
			.optional(folder), Clip.optional(patches), use, tolerance);
		final var evaluation = EyeStateEvaluation.of(settings, DetectBlinks
			.model(detector), progress);
		if (output != null) EvaluationReport.write(evaluation, output.toPath(),
			settings.files());
		for (final var row : evaluation.together()) {
			if (row.method() != BlinkAnalyzer.BEST) continue;
			auc = row.area();
			score = row.f1();
		}
		if (!host.interactive()) return;
		EvaluationReport.table(evaluation).show("Evaluation of blink detection");
		EvaluationReport.rocPlot(evaluation).show();
		EvaluationReport.reliabilityPlot(evaluation).show();
	}
}
