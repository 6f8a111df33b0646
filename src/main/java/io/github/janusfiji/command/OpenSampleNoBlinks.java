package io.github.janusfiji.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Shows the sample clip {@code no-blinks.mp4}. */
@Plugin(type = Command.class, headless = true,
	menuPath = "File>Open Samples>Janus>Janus Person Without Blinks",
	description = "Opens a short clip of an invented person that comes with Janus.")
public final class OpenSampleNoBlinks extends OpenSample {

	@Override
	String file() {
		return "no-blinks.mp4";
	}
}
