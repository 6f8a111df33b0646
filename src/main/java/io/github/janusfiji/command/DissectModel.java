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

import io.github.janusfiji.dissect.Act;
import io.github.janusfiji.dissect.Dissection;
import io.github.janusfiji.dissect.DissectionListener;
import io.github.janusfiji.dissect.DissectionOptions;
import io.github.janusfiji.dissect.DissectionReport;
import io.github.janusfiji.dissect.ModelDissector;
import io.github.janusfiji.dissect.Part;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.model.ModelUnits;
import io.github.janusfiji.model.UnitFaces;
import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.FileStem;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells what the units of a face model's decoders do. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Dissect Model...",
	description = "Finds which channels of a face model's decoders paint which part of a face, ablates or inserts them and measures what that changes.")
public final class DissectModel extends JanusCommand {

	/** Name of the files of the pretrained base. */
	private static final String BASE = "base";

	@Parameter(label = "Model", style = "open", required = false,
		persist = false,
		description = "A .janus file made by Train Face Model. Empty: the pretrained base that new models begin with.")
	private File model;

	@Parameter(label = "Faces", style = "open", required = false,
		persist = false,
		description = "A face set made by Extract Faces: what the model is given to paint. Needed.")
	private File faces;

	@Parameter(label = "Output folder", style = "directory", required = false,
		persist = false,
		description = "Folder for tables, stacks and the page <model>.dissection.html; made if it is missing. Needed.")
	private File output;

	@Parameter(label = "Faces at most", min = "8", max = "100000",
		persist = false,
		description = "How many faces are looked at; of more, as many are taken evenly.")
	private int most = 1000;

	@Parameter(label = "Layer", persist = false,
		description = "Whose units are drawn and changed: all, or a layer's name such as up1.")
	private String layer = "all";

	@Parameter(label = "Units", persist = false,
		description = "Which units of the layer are drawn and changed: all, numbers such as 3,17,40-45, or those that match a part best, such as eyes.")
	private String units = "all";

	@Parameter(label = "Ablate", choices = { "each", "together", "insert",
		"none" }, persist = false,
		description = "What is done to the units: each is set to 0 alone; together, all at once; insert sets them to their mean level at once; none leaves them.")
	private String ablate = "each";

	@Parameter(label = "Place", choices = { "everywhere", "eyes", "irises",
		"lids", "brows", "nose", "lips", "mouth", "skin", "jaw", "background" },
		persist = false,
		description = "Where in the picture units are changed: everywhere, or only where a part of the face is.")
	private String place = "everywhere";

	@Parameter(type = ItemIO.OUTPUT, label = "Units",
		description = "Number of units of all decoders.")
	private int unitcount;

	@Parameter(type = ItemIO.OUTPUT, label = "Share that matches a part",
		description = "Share of the units whose overlap with a part of the face is above 0.05, 0 to 1.")
	private double matched;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final File set = Clip.required(faces, "faces",
			"the face set that the model is to paint");
		final Path folder = Clip.required(output, "output",
			"the folder for tables and stacks").toPath();
		Clip.writable(output);
		final var options = new DissectionOptions(most, layer, units, Choice.of(
			Act.class, "choice of 'ablate'", ablate), place.equals("everywhere") ? null
				: Choice.of(Part.class, "place", place));
		final Dissection found;
		final var read = new ArrayList<Path>();
		if (model != null) read.add(model.toPath());
		try (var opened = model == null ? ModelUnits.base() : ModelUnits.open(model
			.toPath()); var given = FaceSet.open(set.toPath()))
		{
			read.addAll(given.files());
			found = new ModelDissector().dissect(opened, UnitFaces.of(given, opened,
				most), options, host.interactive() ? new DissectionView(model == null
					? BASE : model.getName()) : DissectionListener.NONE, progress);
		}
		DissectionReport.write(found, model == null ? BASE : FileStem.of(model
			.getName()), folder, read);
		unitcount = found.units().size();
		matched = found.matched();
		if (host.interactive()) DissectionReport.table(found).show("Units of " +
			(model == null ? BASE : model.getName()));
	}
}
