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
package io.github.janusfiji.measure;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures how good a swap is by laying the swapped clip beside its source: what
 * changed that should not have, how visible the seam is, whether the face
 * flickers, whether it moves like the one it replaced, whose it is, and what a
 * viewer sees of it.
 */
public final class SwapMeasurer {

	/** Farthest that a face of the swap lies from the source's, in box widths. */
	private static final double SAME_PLACE = 0.5;

	/**
	 * Reads each clip twice: once for the faces, once for the pixels. Memory holds
	 * a few frames however long the clips are.
	 *
	 * @param source the clip before the swap
	 * @param swapped the clip after it, of the same size; frames are compared by
	 *          index as far as both go
	 * @param options whose face, and what of it
	 * @param progress told each frame
	 * @return all figures, by frame and in sum
	 * @throws IOException if a clip cannot be read, the sizes differ, or the
	 *           person is not in the source; the message is one sentence for the
	 *           user
	 */
	public SwapMeasurement measure(final FrameSequence source,
		final FrameSequence swapped, final MeasureOptions options,
		final Progress progress) throws IOException
	{
		options.check();
		if (source.width() != swapped.width() || source.height() != swapped
			.height()) throw new InputException(swapped.name() + " has " + swapped
				.width() + "×" + swapped.height() + " px and its source " + source
					.width() + "×" + source.height() +
				"; a swap is measured against a source of the same size.");
		final FaceTracks before = FaceTracker.create().track(source, FlickerMeter.CROP,
			progress);
		final FaceTracks after = FaceTracker.create().track(swapped, FlickerMeter.CROP,
			progress);
		return measure(source, swapped, before, after, options, progress);
	}

	/** Does the second half of the work, for faces that are already known. */
	static SwapMeasurement measure(final FrameSequence source,
		final FrameSequence swapped, final FaceTracks before,
		final FaceTracks after, final MeasureOptions options, final Progress progress)
		throws IOException
	{
		require(source, before, options.person());
		final int count = Math.min(source.count(), swapped.count());
		progress.stage("Measuring the swap", count);
		final var meter = new FrameMeter(options, count);
		final var rows = new ArrayList<FrameMeasure>();
		try (var reader = new PairReader(source, swapped); var viewer =
			new ViewerMeter(options, count))
		{
			for (var pair = reader.next(); pair != null; pair = reader.next()) {
				progress.check();
				final int index = rows.size();
				final var face = before.at(index, options.person());
				rows.add(meter.next(pair.source(), pair.swapped(), face, face.flatMap(
					f -> counterpart(f, after, index))));
				viewer.next(pair.source(), pair.swapped(), face);
				progress.done(rows.size());
			}
			return new SwapMeasurement(source.name(), swapped.name(), FrameMeter
				.aligned(rows), new SwapMeasurement.Media(reader.framesIn(), reader
					.framesOut(), reader.longer(), soundOffset(source, swapped)), viewer
						.finish());
		}
	}

	private static void require(final FrameSequence source,
		final FaceTracks tracks, final int person) throws InputException
	{
		final int persons = tracks.persons();
		if (persons == 0) throw new InputException("No face was found in " + source
			.name() + "; give the clip that the swap was made from." + source.hint());
		if (person > persons) throw new InputException("There is no person " +
			person + " in " + source.name() + ", whose persons are 1 to " + persons +
			".");
	}

	/** Persons are numbered anew in each clip, but faces stay in their place. */
	private static Optional<Face> counterpart(final Face face,
		final FaceTracks after, final int frame)
	{
		Face nearest = null;
		double least = SAME_PLACE * face.box().width();
		for (int person = 1; person <= after.persons(); person++) {
			final Face other = after.at(frame, person).orElse(null);
			if (other == null) continue;
			final double distance = other.box().centre().distance(face.box()
				.centre());
			if (distance > least) continue;
			least = distance;
			nearest = other;
		}
		return Optional.ofNullable(nearest);
	}

	private static OptionalDouble soundOffset(final FrameSequence source,
		final FrameSequence swapped) throws IOException
	{
		final List<Path> files = List.of(source, swapped).stream().flatMap(f -> f
			.path().stream()).filter(Files::isRegularFile).toList();
		return files.size() == 2 ? Frames.soundOffset(files.get(0), files.get(1))
			: OptionalDouble.empty();
	}
}
