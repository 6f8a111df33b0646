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
package io.github.janusfiji.faceset;

import com.google.gson.JsonObject;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins the face sets of several clips into one, as if the clips had been cut one
 * behind the other: frames and times go on counting from clip to clip, and so do
 * persons, since nobody has compared those of different clips. Each face says in a
 * field {@code clip} where it is from. One set is open at a time, and one crop in
 * memory.
 */
public final class FaceSetJoin {

	private final Map<String, Path> sets;

	/** @param sets stacks ({@code .tif}) by the names of their clips, in order */
	public FaceSetJoin(final Map<String, Path> sets) {
		this.sets = new LinkedHashMap<>(sets);
	}

	/** Properties of the joined set, known once all sets were looked at. */
	private record Whole(SourceClip source, Framing framing,
		Optional<FaceSelection> selection, List<String> labels,
		Map<String, String> mark)
	{}

	/**
	 * @param output a {@code .tif}; {@code .faces.json} goes beside it
	 * @param progress told each set, and asked whether to stop
	 * @return for each clip what was added to the numbers of its persons
	 * @throws IOException if a set cannot be read, their crops are of several
	 *           sizes, or the output cannot be written; the message is one sentence
	 *           for the user
	 */
	public Map<String, Integer> write(final Path output,
		final Progress progress) throws IOException
	{
		FaceSetWriter.checkOutput(output);
		final var persons = new LinkedHashMap<String, Integer>();
		final Whole whole = look(persons, progress);
		try (var writer = new JoinedFaces(output, whole.framing.size(),
			whole.labels))
		{
			writer.begin(new FaceSetDocument(whole.source, whole.framing,
				whole.selection, List.of()), whole.mark);
			progress.stage("Joining faces", sets.size());
			final var at = new Place();
			int done = 0;
			for (final var entry : sets.entrySet()) {
				progress.check();
				copy(entry.getKey(), entry.getValue(), at, writer);
				progress.done(++done);
			}
			writer.commit();
		}
		return persons;
	}

	private Whole look(final Map<String, Integer> persons,
		final Progress progress) throws IOException
	{
		progress.stage("Looking at face sets", sets.size());
		final var labels = new ArrayList<String>();
		final var at = new Place();
		final var synthetic = new ArrayList<String>();
		SourceClip source = new SourceClip(sets.size() == 1 ? "1 clip" : sets
			.size() + " clips", 1, 1, 0, 0, "");
		Framing framing = null;
		Optional<FaceSelection> selection = Optional.empty();
		for (final var entry : sets.entrySet()) {
			progress.check();
			try (var set = FaceSet.open(entry.getValue())) {
				if (framing == null) {
					framing = set.framing();
					selection = set.selection();
				}
				else if (!framing.equals(set.framing())) throw new InputException(entry
					.getValue() + " has crops of another size or coverage than those" +
					" before; extract all with the same parameters.");
				persons.put(entry.getKey(), at.persons);
				for (final Face face : set.faces()) labels.add(FaceLabel.of(labels
					.size(), at.moved(face)));
				source = grown(source, set.source());
				at.behind(set);
				SyntheticMark.statement(Frames.metadata(entry.getValue())).ifPresent(
					s -> synthetic.add(entry.getKey()));
			}
			progress.done(persons.size());
		}
		return new Whole(source, framing, selection, labels, synthetic.isEmpty()
			? Map.of() : SyntheticMark.of(SyntheticMark.COMPOSITE,
				"Some of the faces were cut from synthetic clips.",
				new SyntheticMark.Derivation(source.name(), "", "", Map.of())));
	}

	private static SourceClip grown(final SourceClip all,
		final SourceClip one)
	{
		return new SourceClip(all.name(), Math.max(all.width(), one.width()),
			Math.max(all.height(), one.height()), all.frames() + one.frames(), Math.max(
				all.fps(), one.fps()), "");
	}

	private static void copy(final String clip, final Path tiff,
		final Place at, final JoinedFaces writer) throws IOException
	{
		try (var set = FaceSet.open(tiff)) {
			for (int i = 0; i < set.faces().size(); i++) {
				final var said = new JsonObject();
				said.addProperty("clip", clip);
				writer.write(at.moved(set.faces().get(i)), said, set.crop(i));
			}
			at.behind(set);
		}
	}

	/** Where the next clip begins. */
	private static final class Place {

		private int frames;
		private double time;
		private int persons;

		Face moved(final Face f) {
			return new Face(f.frame() + frames, f.time() + time, f.person() + persons, f
				.score(), f.sharpness(), f.box(), f.landmarks(), f.transform(), f.pose(),
				f.file(), f.outline());
		}

		void behind(final FaceSet set) {
			frames += set.source().frames();
			final double fps = set.source().fps();
			time += fps > 0 ? set.source().frames() / fps : 0;
			persons += set.faces().stream().mapToInt(Face::person).max().orElse(0);
		}
	}
}
