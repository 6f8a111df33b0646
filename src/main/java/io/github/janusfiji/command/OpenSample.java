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
