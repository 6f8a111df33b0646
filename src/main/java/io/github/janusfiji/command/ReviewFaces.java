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
import io.github.janusfiji.faceset.FaceQuery;
import io.github.janusfiji.faceset.FaceReview;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows the crops of a face set, sorted and filtered, so that bad ones can go. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Review Faces...",
	description = "Opens the crops of a face set as a stack, sorted and filtered by what is known of them. Delete the slices that are wrong and run Save Reviewed Faces; or give an output to save what passes the filter at once.")
public final class ReviewFaces extends JanusCommand {

	@Parameter(label = "Face set", style = "open", required = false,
		persist = false,
		description = "A .tif made by Extract Faces, with its .faces.json beside it. Needed.")
	private File faces;

	@Parameter(label = "Show only", required = false, persist = false,
		description = "Conditions joined by 'and', such as: score >= 0.5 and |yaw| < 30. There are frame, time, person, score, sharpness, width, yaw, pitch, roll and opening (of the eyes: 1 as usual for the person, about 0.5 closed). Empty: all faces.")
	private String filter = "";

	@Parameter(label = "Sort by", choices = { "frame", "time", "person", "score",
		"sharpness", "width", "yaw", "pitch", "roll", "opening" }, persist = false,
		description = "What the slices are sorted by; equals keep the order of the clip.")
	private String sort = "frame";

	@Parameter(label = "Largest first", persist = false,
		description = "Sorts from the largest to the smallest instead of the other way round.")
	private boolean descending = false;

	@Parameter(label = "Face set to write", required = false, persist = false,
		description = "A .tif to which the faces that pass the filter are saved at once, in the order of the clip. Empty: nothing is written.")
	private File output;

	@Parameter(type = ItemIO.OUTPUT, label = "Faces kept",
		description = "Number of faces that pass the filter.")
	private int kept;

	@Parameter(type = ItemIO.OUTPUT, label = "Faces left out",
		description = "Number of faces that do not.")
	private int leftout;

	@Parameter(type = ItemIO.OUTPUT, label = "Faces",
		description = "The crops that pass the filter as a virtual stack.")
	private ImagePlus stack;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final File tiff = Clip.required(faces, "faces",
			"the face set (.tif) to look at");
		final var query = FaceQuery.of(filter == null ? "" : filter, sort,
			descending);
		FaceSet set = FaceSet.open(tiff.toPath());
		set.notice().ifPresent(progress::status);
		try {
			final var indices = query.select(set.faces());
			kept = indices.size();
			leftout = set.faces().size() - kept;
			if (kept == 0) throw new InputException("None of the " + leftout +
				" faces of " + tiff.getName() + " passes the filter '" + filter +
				"'; loosen it.");
			if (output != null) {
				final var old = set;
				set = old.saveAs(output.toPath(), new HashSet<>(
					indices)::contains, progress);
				old.close();
			}
			stack = Shown.closing(FaceReview.open(set, query));
		}
		catch (final IOException | RuntimeException exc) {
			set.close();
			throw exc;
		}
	}
}
