package io.github.janusfiji.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Shows the sample clip {@code ben.mp4}. */
@Plugin(type = Command.class, headless = true,
	menuPath = "File>Open Samples>Janus>Janus Person B",
	description = "Opens a short clip of an invented person that comes with Janus.")
public final class OpenSampleBen extends OpenSample {

	@Override
	String file() {
		return "ben.mp4";
	}
}
