package io.github.janusfiji.command;

import ij.ImagePlus;
import io.github.janusfiji.frames.VideoVirtualStack;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows a video as a stack that is read as one looks at it. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Open Video...",
	description = "Shows a video as a virtual stack: frames are decoded as they are looked at, so that a long film opens at once and needs little memory.")
public final class OpenVideo extends JanusCommand {

	@Parameter(label = "Video", style = "open", required = false,
		persist = false,
		description = "A video (MP4, MOV, AVI, MKV, WebM), a TIFF stack or a folder of images. Needed.")
	private File input;

	@Parameter(type = ItemIO.OUTPUT, label = "Video",
		description = "The frames as a virtual stack.")
	private ImagePlus video;

	@Parameter(type = ItemIO.OUTPUT, label = "Frames",
		description = "Number of frames.")
	private int frames;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		video = VideoVirtualStack.open(Clip.required(input, "input",
			"a video to open").toPath());
		frames = video.getStackSize();
	}
}
