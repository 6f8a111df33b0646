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

import io.github.janusfiji.assess.CollectionMaker;
import io.github.janusfiji.assess.CollectionMarks;
import io.github.janusfiji.assess.CollectionSettings;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes a collection of genuine and swapped clips for studies. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Make Collection...",
	description = "Makes, of clips of several people, a collection of genuine and swapped clips at several strengths of compression, with folds of people and a list that Train Detector and Assess Threat take. Goes on where it stopped.")
public final class MakeCollection extends JanusCommand {

	@Parameter(label = "Folder of people", style = "directory",
		required = false, persist = false,
		description = "A folder that holds a folder for each person, named as the person is to be called, with a clip in it. Needed.")
	private File input;

	@Parameter(label = "Folder for collection", style = "directory",
		required = false, persist = false,
		description = "Folder for collection.csv and the clips; made if it is missing. Clips that are there already are not made again. Needed.")
	private File output;

	@Parameter(label = "Method", choices = { "graphics", "model", "both" },
		persist = false,
		description = "How faces are swapped: graphics, by the donors' own pictures without training; model, by trained models; or both.")
	private String method = "graphics";

	@Parameter(label = "Folder of models", style = "directory",
		required = false, persist = false,
		description = "Models named first-second.janus after their people, whose face A is the first one's. Pairs without a model are swapped by graphics alone.")
	private File models;

	@Parameter(label = "Frames of a clip", min = "1", persist = false,
		description = "How many frames of each clip are taken, from its beginning.")
	private int frames = 200;

	@Parameter(label = "Donors", min = "1", max = "100", persist = false,
		description = "How many other people's faces each person gets. All are of the same fold.")
	private int donors = 2;

	@Parameter(label = "Qualities", persist = false,
		description = "Strengths of compression with ; between them: 0 is lossless, 1 to 51 are quantisers of H.264.")
	private String qualities = "0;23;40";

	@Parameter(label = "Folds", min = "1", max = "100", persist = false,
		description = "Into how many folds the people are dealt. No face changes hands between folds.")
	private int folds = 2;

	@Parameter(label = "Visible mark", persist = false,
		description = "Show the word SYNTHETIC in every swap. A detector that is trained with it learns the word.")
	private boolean visible;

	@Parameter(label = "Durable mark", persist = false,
		description = "Hide a watermark in every swap. A detector that is trained with it learns the watermark.")
	private boolean durable;

	@Parameter(label = "Purpose", required = false, persist = false,
		description = "What the collection is made for; signed with each swap.")
	private String purpose = "";

	@Parameter(label = "Consent", required = false, persist = false,
		description = "The consent of those whose faces are used, such as the number of a form; signed with each swap.")
	private String consent = "";

	@Parameter(label = "Seed", persist = false,
		description = "Decides which people are in which fold and who gets whose face.")
	private long seed = 1;

	@Parameter(type = ItemIO.OUTPUT, label = "List",
		description = "The list of clips that was written.")
	private String list;

	@Parameter(type = ItemIO.OUTPUT, label = "Clips",
		description = "Number of clips of the collection.")
	private int clips;

	@Parameter(type = ItemIO.OUTPUT, label = "Made now",
		description = "How many of them were made now.")
	private int made;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final File people = Clip.required(input, "input",
			"a folder that holds a folder for each person");
		final File folder = Clip.required(output, "output",
			"the folder for the collection");
		Clip.writable(folder);
		if (!method.matches("graphics|model|both")) throw new InputException(
			"There is no method '" + method +
				"': choose one of graphics, model, both.");
		final boolean learnt = !"graphics".equals(method);
		if (learnt) Clip.required(models, "models", "a folder of .janus files");
		final var report = CollectionMaker.make(new CollectionSettings(people
			.toPath(), folder.toPath(), learnt ? Clip.optional(models)
				: Optional.empty(), !"model".equals(method), frames, donors,
			qualities, folds, new CollectionMarks(visible, durable, purpose,
				consent), seed), progress);
		list = report.list().toString();
		clips = report.clips();
		made = report.made();
	}
}
