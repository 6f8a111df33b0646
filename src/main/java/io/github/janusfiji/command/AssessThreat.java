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

import io.github.janusfiji.assess.Threat;
import io.github.janusfiji.assess.ThreatAssessment;
import io.github.janusfiji.assess.ThreatReport;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Asks networks that recognise faces how swaps fare with them. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Assess Threat...",
	description = "Measures how often swaps pass for the person whose face was put in, with face recognition networks of yours: genuine error rate, threshold, false acceptance of swaps by person, method and compression.")
public final class AssessThreat extends JanusCommand {

	@Parameter(label = "List of clips", style = "open", required = false,
		persist = false,
		description = "A CSV file with the columns clip,label,subject,donor and, if known, method,quality; a label is genuine or manipulated. Make Collection writes such a list. Needed.")
	private File clips;

	@Parameter(label = "Embedding networks", required = false, persist = false,
		description = "ONNX files of your own that turn a face into a vector, with ; between them. SFace is known by its name; the others take what is said below.")
	private String networks = "";

	@Parameter(label = "Networks' range", choices = { "unit", "levels" },
		persist = false,
		description = "What the networks take: unit for -1 to 1, levels for 0 to 255.")
	private String range = "unit";

	@Parameter(label = "Networks' size", min = "16", max = "512",
		persist = false,
		description = "Width and height of the faces that the networks take, in pixels; aligned as for ArcFace.")
	private int size = 112;

	@Parameter(label = "Vectors", style = "open", required = false,
		persist = false,
		description = "A CSV file of vectors that another program made: in each row a clip as the list names it, then the numbers of one face.")
	private File vectors;

	@Parameter(label = "Faces of a clip", min = "1", max = "1000",
		persist = false,
		description = "About how many faces of each clip the networks look at, spread evenly over it.")
	private int faces = 20;

	@Parameter(label = "Folder for report", style = "directory",
		required = false, persist = false,
		description = "Folder for threat.csv, threat.scores.csv, threat.html and plots; made if it is missing. Empty: nothing is written.")
	private File output;

	@Parameter(type = ItemIO.OUTPUT, label = "Genuine equal error rate (%)",
		description = "Of the first network, between people and other people's genuine clips.")
	private double eer;

	@Parameter(type = ItemIO.OUTPUT, label = "Threshold",
		description = "Cosine at which the first network errs both ways alike.")
	private double threshold;

	@Parameter(type = ItemIO.OUTPUT, label = "False acceptance of swaps (%)",
		description = "Share of the swaps that reach the first network's threshold.")
	private double far;

	@Parameter(type = ItemIO.OUTPUT, label = "False rejection (%)",
		description = "Share of the genuine comparisons that do not reach it.")
	private double frr;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final File list = Clip.required(clips, "clips",
			"the list of clips (.csv)");
		Clip.writable(output);
		final List<Threat> threats = ThreatAssessment.assess(
			new ThreatAssessment.Settings(list.toPath(), networks, range, size, Clip
				.optional(vectors), faces), progress);
		final var read = new ArrayList<>(List.of(list.toPath()));
		Clip.optional(vectors).ifPresent(read::add);
		if (output != null) ThreatReport.write(threats, output.toPath(), read);
		final Threat first = threats.get(0);
		threshold = first.threshold();
		eer = 100 * first.verification().equalErrorRate();
		frr = 100 * first.verification().misses(threshold);
		far = 100 * first.swaps(c -> true).falseAlarms(threshold);
	}
}
