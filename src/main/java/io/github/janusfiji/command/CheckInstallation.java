package io.github.janusfiji.command;

import ij.text.TextWindow;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.Progress;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Says in words what Janus found on this machine, and what is in its way. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Check Installation...",
	description = "Loads every part that Janus is made of and says in words what it found: versions, processor and graphics card, memory, and what is missing or in the way.")
public final class CheckInstallation extends JanusCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Problems",
		description = "Number of things that keep Janus from working.")
	private int problems;

	@Override
	protected void execute(final Host host, final Progress progress) {
		progress.stage("Looking at the installation", 0);
		final var report = InstallationReport.make();
		problems = report.problems();
		if (host.interactive()) new TextWindow("Janus: installation",
			"Part\tFound", report.text(), 760, 480);
		else System.out.println(report.text());
	}
}
