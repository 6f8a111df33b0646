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

import ij.ImagePlus;
import io.github.janusfiji.frames.FrameKind;
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

	@Parameter(label = "Video", style = "both", required = false,
		persist = false,
		description = "A video (MP4, MOV, AVI, MKV, WebM), a TIFF stack or a folder of images. Needed.")
	private File input;

	@Parameter(label = "Frames are", choices = { "automatic", "sequence",
		"pictures" }, persist = false,
		description = "What the images of a folder or stack are: sequence, the frames of a clip; pictures, photographs of any size that have nothing to do with each other; automatic looks at their sizes, names and contents.")
	private String kind = "automatic";

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
			"a video to open").toPath(), FrameKind.named(kind));
		frames = video.getStackSize();
	}
}
