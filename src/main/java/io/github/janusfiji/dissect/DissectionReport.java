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
package io.github.janusfiji.dissect;

import ij.measure.ResultsTable;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameWriter;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.PendingFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes a {@link Dissection} for people and programs. */
public final class DissectionReport {

	private static final Map<String, String> MARK = SyntheticMark.of(
		SyntheticMark.GENERATED,
		"Faces painted by a trained network whose units were dissected.");

	private DissectionReport() {}

	/**
	 * Writes {@code <name>.units.csv}, {@code .overlaps.csv}, {@code .effects.csv},
	 * {@code .groups.csv}, {@code .twins.csv} and {@code .dissection.html}, and the
	 * signed stacks {@code .units.tif} and, if units were changed together,
	 * {@code .changed.tif}. Existing files are replaced.
	 *
	 * @param found a dissection
	 * @param name of the model
	 * @param folder where to; made if it is missing
	 * @param inputs what the job read, none of which is ever written
	 * @throws IOException if they cannot be written; nothing is left half-written
	 */
	public static void write(final Dissection found, final String name,
		final Path folder, final Collection<Path> inputs) throws IOException
	{
		try (var files = new PendingFiles(folder, inputs)) {
			files.add(name + ".units.csv", utf8(DissectionTables.units(found)));
			files.add(name + ".overlaps.csv", utf8(DissectionTables.overlaps(found)));
			files.add(name + ".effects.csv", utf8(DissectionTables.effects(found)));
			files.add(name + ".groups.csv", utf8(DissectionTables.groups(found)));
			if (!found.twins().isEmpty()) files.add(name + ".twins.csv", utf8(
				DissectionTables.twins(found)));
			files.add(name + ".dissection.html", utf8(new DissectionPage(found, name,
				MARK).html()));
			stack(folder.resolve(name + ".units.tif"), found.sheets().stream().map(
				Dissection.Sheet::picture).toList());
			stack(folder.resolve(name + ".changed.tif"), found.comparison());
			files.commit();
		}
	}

	private static void stack(final Path file, final List<Frame> pictures)
		throws IOException
	{
		if (pictures.isEmpty()) return;
		try (FrameWriter writer = Frames.writer(file, pictures.get(0).width(), pictures
			.get(0).height(), 1, MARK))
		{
			for (int i = 0; i < pictures.size(); i++) {
				final Frame p = pictures.get(i);
				writer.write(new Frame(i, i, p.width(), p.height(), p.argb()));
			}
			writer.commit();
		}
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * @param found a dissection
	 * @return a row for each unit
	 */
	public static ResultsTable table(final Dissection found) {
		return DissectionTables.table(found);
	}
}
