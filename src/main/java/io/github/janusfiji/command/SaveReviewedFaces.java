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
import io.github.janusfiji.faceset.FaceReview;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes the faces that are left in a reviewed stack as a face set. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Save Reviewed Faces...",
	description = "Writes the faces whose slices are left in the active stack, opened by Review Faces or Extract Faces, as a face set with all that is known of them.")
public final class SaveReviewedFaces extends JanusCommand {

	@Parameter(label = "Image", required = false, persist = false,
		description = "The stack that was reviewed: the active image.")
	private ImagePlus image;

	@Parameter(label = "Face set to write", required = false, persist = false,
		description = "A .tif file; .faces.json and .faces.csv go beside it. Empty: the file that was reviewed, which is replaced once all is written.")
	private File output;

	@Parameter(label = "Face set reviewed", style = "open", required = false,
		persist = false,
		description = "The .tif that the slices were opened from; needed only if the image does not remember it, as a copy may not.")
	private File faces;

	@Parameter(type = ItemIO.OUTPUT, label = "Faces kept",
		description = "Number of faces written.")
	private int kept;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		if (image == null) throw new InputException("There is nothing to save: " +
			"open a face set with Review Faces, delete the wrong slices, and keep " +
			"its window active.");
		kept = FaceReview.save(image, faces == null ? null : faces.toPath(),
			output == null ? null : output.toPath(), progress);
		// Saving may have renumbered the faces shown.
		image.updateAndDraw();
		if (image.getWindow() != null) image.getWindow().repaint();
	}
}
