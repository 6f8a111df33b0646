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

import io.github.janusfiji.archive.MergeSummary;
import io.github.janusfiji.archive.ShardMerger;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Joins what the shares of an archive's clips became. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Merge Shards...",
	description = "Joins the tables, reports and face sets that a command wrote for each clip of an archive in shares, and says which clips failed and which are missing.")
public final class MergeShards extends JanusCommand {

	@Parameter(label = "Folder of results", style = "directory",
		required = false, persist = false,
		description = "The folder that a command wrote its shares into, with its shard-*.jsonl files. Needed.")
	private File input;

	@Parameter(label = "Folder for joined results", style = "directory",
		required = false, persist = false,
		description = "Another folder, for archive.csv, all.<kind>.csv, all.<kind>.jsonl and the face set all.tif; made if it is missing. Needed.")
	private File output;

	@Parameter(type = ItemIO.OUTPUT, label = "Done",
		description = "Number of clips with a whole result.")
	private int done;

	@Parameter(type = ItemIO.OUTPUT, label = "Failed",
		description = "Number of clips that could not be done.")
	private int failed;

	@Parameter(type = ItemIO.OUTPUT, label = "Missing",
		description = "Number of clips that no share has finished.")
	private int missing;

	@Parameter(type = ItemIO.OUTPUT, label = "Finding",
		description = "All of that in a sentence, with the first names.")
	private String finding;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final MergeSummary summary = ShardMerger.merge(Clip.required(input, "input",
			"the folder that the shares were written into").toPath(), Clip.required(
				output, "output", "another folder for the joined results").toPath(), Ranges
					.JOINS, progress);
		done = summary.done();
		failed = summary.failed().size();
		missing = summary.missing().size();
		finding = summary.sentence();
	}
}
