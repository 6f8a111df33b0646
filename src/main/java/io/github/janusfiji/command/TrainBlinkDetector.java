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

import io.github.janusfiji.blink.training.EyeStateTrainer;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a blink detector on one's own labelled clips. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Train Blink Detector...",
	description = "Trains the networks of Detect Blinks on clips whose blinks people marked, and writes them to a file that Detect Blinks takes.")
public final class TrainBlinkDetector extends JanusCommand {

	@Parameter(label = "List of clips", style = "open", required = false,
		persist = false,
		description = "A CSV file with the columns clip,use,last,skip,blinks: which clips train and which tune, and where their blinks are marked. Needed.")
	private File clips;

	@Parameter(label = "Folder of the clips", style = "directory",
		required = false, persist = false,
		description = "Where clips and tables of blinks are that are not beside the list. Empty: all are beside it.")
	private File folder;

	@Parameter(label = "Eye patches", style = "open", required = false,
		persist = false,
		description = "A zip file of single eyes of 24×24 px in folders openLeftEyes, openRightEyes, closedLeftEyes, closedRightEyes, such as Closed Eyes in the Wild. Empty: only the clips.")
	private File patches;

	@Parameter(label = "Detector to write", style = "open", required = false,
		persist = false,
		description = "The file (.safetensors) to write; an older one is replaced. Needed.")
	private File output;

	@Parameter(label = "Passes", min = "1", max = "1000", persist = false,
		description = "How often the pictures of eyes are shown, each time disturbed anew.")
	private int epochs = 40;

	@Parameter(label = "Seed", persist = false,
		description = "Start of all random numbers; the same seed and data give the same detector.")
	private long seed = 1;

	@Parameter(type = ItemIO.OUTPUT, label = "Detector",
		description = "The file that was written.")
	private String detector;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final File list = Clip.required(clips, "clips",
			"the list of labelled clips (.csv)");
		final File file = Clip.required(output, "output",
			"the file to write the detector to (.safetensors)");
		EyeStateTrainer.train(new EyeStateTrainer.Settings(list
			.toPath(), Clip.optional(folder), Clip.optional(patches), epochs, seed),
			file.toPath(), progress);
		detector = file.getPath();
	}
}
