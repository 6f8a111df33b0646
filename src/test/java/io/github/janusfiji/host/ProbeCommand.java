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
package io.github.janusfiji.host;

import ij.ImagePlus;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** A small command that tells which parameters reached it, or fails on demand. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Probe...", description = "For tests.")
public final class ProbeCommand extends JanusCommand {

	@Parameter(label = "Input", required = false, persist = false)
	private File input;

	@Parameter(label = "Image", required = false, persist = false)
	private ImagePlus image;

	@Parameter(label = "Size", min = "1", max = "9", persist = false)
	private int size = 5;

	@Parameter(label = "Mode", choices = { "plain", "user", "stop", "memory",
		"jar", "fault" }, persist = false)
	private String mode = "plain";

	@Parameter(label = "Mirror", persist = false)
	private boolean mirror;

	@Parameter(label = "Rate", persist = false)
	private double rate = 0.25;

	@Parameter(label = "Remembered")
	private String remembered = "declared";

	@Parameter(type = ItemIO.OUTPUT)
	private String seen;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		progress.stage("Probing", 2);
		progress.done(2);
		switch (mode) {
			case "user" -> throw new InputException("The probe is not there.");
			case "stop" -> throw new CancellationException();
			case "memory" -> throw new OutOfMemoryError();
			case "jar" -> throw new NoClassDefFoundError(
				"org/bytedeco/javacv/FrameGrabber2");
			case "fault" -> throw new IllegalStateException("odd");
			default -> seen = input + " " + (image == null ? null : image
				.getTitle()) + " " + size + " " + mirror + " " + rate + " " +
				remembered;
		}
	}
}
