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

import io.github.janusfiji.blink.Activity;
import io.github.janusfiji.blink.report.BlinkComparison;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures how well clips can be told apart by the number of their blinks. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Compare Blinks...",
	description = "Measures from reports of Detect Blinks how well genuine clips and others can be told apart by the number of blinks in windows of 5 to 60 s.")
public final class CompareBlinks extends JanusCommand {

	private static final String WHAT =
		"a report on blinks (.eyes.csv) or a folder of them";

	@Parameter(label = "Genuine clips", style = "both", required = false,
		persist = false,
		description = "A .eyes.csv that Detect Blinks has written, with its .blinks.csv beside it, or a folder of them. Needed.")
	private File genuine;

	@Parameter(label = "Other clips", style = "both", required = false,
		persist = false,
		description = "The same of clips in which something was done, such as swaps. Needed.")
	private File other;

	@Parameter(label = "Task", choices = { "unknown", "rest", "conversation",
		"reading" }, persist = false,
		description = "What the people do while being filmed: blink rates depend on it.")
	private String task = "unknown";

	@Parameter(label = "Curves to write", style = "both", required = false,
		persist = false,
		description = "A .csv file for the points of the ROC curves. Empty: they are not written.")
	private File output;

	@Parameter(type = ItemIO.OUTPUT, label = "Areas under the curves",
		description = "For each length of the windows the area under the ROC curve and its 95 % interval: 0.5 means that windows cannot be told, 1 that they always can.")
	private String areas;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final var comparison = BlinkComparison.of(Clip.required(genuine, "genuine",
			WHAT).toPath(), Clip.required(other, "other", WHAT).toPath(), Activity
				.named(task));
		if (output != null) comparison.write(output.toPath());
		areas = comparison.text();
		if (host.interactive()) comparison.table().window(3).show(
			"Comparison of blinks");
	}
}
