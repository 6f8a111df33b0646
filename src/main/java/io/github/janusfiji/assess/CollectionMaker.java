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
package io.github.janusfiji.assess;

import io.github.janusfiji.assess.Protocol.Pair;
import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.swap.Donation;
import io.github.janusfiji.swap.DonorFaces;
import io.github.janusfiji.swap.FaceSwapper;
import io.github.janusfiji.swap.SwapMark;
import io.github.janusfiji.swap.SwapMarks;
import io.github.janusfiji.swap.SwapObserver;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import io.github.janusfiji.task.Output;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a collection of genuine and swapped clips as studies of detection need
 * it: each person's clip and the swaps of a protocol, at several strengths of
 * compression, with folds of people that are written down before anybody trains.
 * What is there already is not made again, so that it goes on where it stopped.
 */
public final class CollectionMaker {

	/**
	 * @param list the list of clips that was written
	 * @param clips of the collection
	 * @param made how many of them now
	 * @param people in it
	 */
	public record Report(Path list, int clips, int made, int people) {}

	private final CollectionSettings settings;
	private final Progress progress;
	private final Protocol protocol;
	private final CollectionLayout layout;
	private int made;

	private CollectionMaker(final CollectionSettings settings, final Progress progress)
		throws IOException
	{
		this.settings = settings;
		this.progress = progress;
		if (settings.frames() < 1 || settings.donors() < 1 || settings.folds() < 1)
			throw new InputException(
				"Take at least one frame, one donor and one fold.");
		protocol = Protocol.of(settings.input(), settings.folds(), settings.donors(),
			settings.seed());
		layout = CollectionLayout.of(settings, protocol);
		Inputs.keep(layout.list(), protocol.clips().values());
	}

	/**
	 * @param settings what to make
	 * @param progress told each frame
	 * @return what was made
	 * @throws IOException if something is missing or cannot be written; the message
	 *           is one sentence for the user. What is complete stays
	 */
	public static Report make(final CollectionSettings settings,
		final Progress progress) throws IOException
	{
		final var maker = new CollectionMaker(settings, progress);
		final var rows = maker.layout.rows();
		try (var list = Output.file(maker.layout.list(), maker.protocol
			.clips().values()))
		{
			list.write(("clip,label,subject,donor,method,quality,fold\n" + String.join(
				"\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
			list.commit();
		}
		for (final String person : maker.protocol.clips().keySet())
			maker.genuine(person);
		for (final Pair pair : maker.protocol.pairs()) maker.swaps(pair);
		return new Report(maker.layout.list(), rows.size(), maker.made,
			maker.protocol.clips().size());
	}

	private FrameSequence excerpt(final FrameSequence whole) {
		return new Excerpt(whole, settings.frames());
	}

	private void genuine(final String person) throws IOException {
		final List<Integer> missing = layout.missing(person);
		final Path faces = layout.faces(person);
		if (missing.isEmpty() && Files.exists(faces)) return;
		try (var whole = Frames.open(protocol.clips().get(person))) {
			final var clip = excerpt(whole);
			final Map<String, String> says = new LinkedHashMap<>();
			SyntheticMark.statement(whole.metadata()).ifPresent(s -> says.put(
				"comment", s));
			try (var writers = new QualityWriters(layout, person, missing, clip, says);
					FrameCursor cursor = clip.cursor())
			{
				progress.stage("Copying " + person, clip.count());
				int done = 0;
				for (Frame frame = cursor.next(); frame != null; frame = cursor
					.next())
				{
					progress.check();
					writers.write(frame);
					progress.done(++done);
				}
				made += writers.commit();
			}
			if (settings.graphics() && !Files.exists(faces)) {
				Files.createDirectories(faces.getParent());
				new FaceExtractor().extract(clip, faces, FaceExtractor.Options.DEFAULT,
					progress).close();
			}
		}
	}

	private void swaps(final Pair pair) throws IOException {
		for (final String method : layout.methods(pair)) {
			final List<Integer> missing = layout.missing(CollectionLayout.name(pair, method));
			if (missing.isEmpty()) continue;
			try (var whole = Frames.open(protocol.clips().get(pair.subject()))) {
				if ("graphics".equals(method)) graphics(pair, excerpt(whole), missing);
				else learnt(pair, excerpt(whole), missing);
			}
		}
	}

	private void graphics(final Pair pair, final FrameSequence clip,
		final List<Integer> missing) throws IOException
	{
		final var options = FaceSwapper.Options.into(Side.A);
		final var donors = List.of(new Donation(1, DonorFaces.open(layout.faces(pair
			.donor()), progress)));
		write(CollectionLayout.name(pair, "graphics"), clip, missing, SwapMark.of(clip, donors,
			options, progress), output -> new FaceSwapper().swap(clip, donors,
				options, output, progress));
	}

	private void learnt(final Pair pair, final FrameSequence clip,
		final List<Integer> missing) throws IOException
	{
		final String name = layout.model(pair).orElseThrow();
		final var options = FaceSwapper.Options.into(name.startsWith(pair
			.donor() + "-") ? Side.A : Side.B);
		try (var model = FaceModel.open(layout.model(name))) {
			write(CollectionLayout.name(pair, "model"), clip, missing, SwapMark.of(clip, model,
				options, progress), output -> new FaceSwapper().swap(clip, model,
					options, List.of(), output, progress));
		}
	}

	/** A swap that tells each frame. */
	private interface Swap {

		void run(SwapObserver output) throws IOException;
	}

	private void write(final String name, final FrameSequence clip,
		final List<Integer> missing, final Map<String, String> mark,
		final Swap swap) throws IOException
	{
		final var marks = SwapMarks.of(mark, settings.marks().visible(),
			settings.marks().durable(), settings.marks().purpose(), settings.marks().consent());
		try (var writers = new QualityWriters(layout, name, missing, clip, mark)) {
			swap.run(step -> writers.write(marks.result(step)));
			made += writers.commit();
		}
	}
}
