package io.github.janusfiji.command;

import ij.ImagePlus;
import io.github.janusfiji.frames.VideoVirtualStack;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** Shows a clip that lies in Janus's jar. */
abstract class OpenSample extends JanusCommand {

	private static final String FOLDER = "/io/github/janusfiji/samples/";

	@Parameter(type = ItemIO.OUTPUT, label = "Clip",
		description = "The clip as a virtual stack.")
	private ImagePlus clip;

	/** @return the clip's file name */
	abstract String file();

	@Override
	protected final void execute(final Host host, final Progress progress)
		throws IOException
	{
		final Path folder = Files.createTempDirectory("janus");
		final Path copy = folder.resolve(file());
		folder.toFile().deleteOnExit();
		copy.toFile().deleteOnExit();
		try (InputStream in = OpenSample.class.getResourceAsStream(FOLDER +
			file()))
		{
			if (in == null) throw new InputException("Janus's jar has no sample " +
				file() + ": install the jar again.");
			Files.copy(in, copy);
		}
		clip = VideoVirtualStack.open(copy);
	}
}
