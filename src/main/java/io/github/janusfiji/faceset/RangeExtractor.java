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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.RangeFaces;
import io.github.janusfiji.face.RangeJoin;
import io.github.janusfiji.faceset.FaceExtractor.Options;
import io.github.janusfiji.frames.FrameRange;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.OutputLock;
import io.github.janusfiji.task.Progress;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Turns the ranges of a long clip into face sets, each on its own, and joins
 * these to the {@link FaceSet} that the clip read at once would give. A range
 * cuts out everyone's faces, since only the whole clip tells who is who.
 */
public final class RangeExtractor {

	private final FaceTracker tracker;
	private final Options options;

	/**
	 * @param tracker finds the faces
	 * @param options what to take of the whole clip
	 */
	public RangeExtractor(final FaceTracker tracker, final Options options) {
		this.tracker = tracker;
		this.options = options;
	}

	/**
	 * @param range a range of a clip
	 * @param output a {@code .tif} for the crops, if there are any; a file
	 *          {@code .range} with all that joining needs goes beside it
	 * @param progress told each frame
	 * @throws IOException if the clip cannot be read or nothing be written; the
	 *           message is one sentence for the user
	 */
	public void extract(final FrameRange range, final Path output,
		final Progress progress) throws IOException
	{
		options.framing().check();
		options.selection().check();
		final RangeFaces found = tracker.track(range, FaceExtractor.FOLLOWED.size(),
			progress);
		final var toCrop = FaceExtractor.FOLLOWED.to(options.framing());
		final List<Face> seen = found.faces();
		final List<Face> faces = cut(found).mapToObj(seen::get).map(f -> f
			.withTransform(f.transform().then(toCrop))).toList();
		progress.stage("Cropping faces", faces.size());
		if (!faces.isEmpty()) try (var writer = new FaceSetWriter(OutputLock.of(
			output, "written"), output, range.files(), new FaceSetDocument(
				new SourceClip(range.name(), range.width(), range.height(), range.count(),
					range.frameRate(), ""), options.framing(), Optional.of(options
						.selection()), faces)))
		{
			FaceExtractor.mark(writer, range, "");
			FaceExtractor.crop(range, faces, options.framing().size(), writer,
				progress);
			writer.finish();
			writer.commit();
		}
		try (var out = new DataOutputStream(new BufferedOutputStream(Files
			.newOutputStream(tracks(output)))))
		{
			found.write(out);
		}
	}

	/** @return indices of the faces whose crops are kept */
	private IntStream cut(final RangeFaces found) {
		final List<Face> faces = found.faces();
		return IntStream.range(0, faces.size()).filter(i -> found.holds(faces.get(
			i)) && options.selection().accepts(faces.get(i)));
	}

	private static Path tracks(final Path stack) {
		return stack.resolveSibling(stack.getFileName().toString().replaceFirst(
			"\\.tif$", ".range"));
	}

	/**
	 * @param clip the clip; nothing but what its container says is read
	 * @param ranges stacks of all its ranges, in order
	 * @param output a {@code .tif}; {@code .faces.json} goes beside it
	 * @param progress told each crop
	 * @return the largest distance between tracks at a seam, px
	 *         ({@link RangeJoin#apart()})
	 * @throws IOException if the clip holds no such face, a range is damaged, or the
	 *           output cannot be written; the message is one sentence for the user
	 */
	public double join(final FrameSequence clip, final List<Path> ranges,
		final Path output, final Progress progress) throws IOException
	{
		final var found = new ArrayList<RangeFaces>();
		for (final Path range : ranges) found.add(read(range));
		final var join = new RangeJoin(found, clip.frameRate());
		final var tracks = join.tracks();
		final var toCrop = FaceExtractor.FOLLOWED.to(options.framing());
		final List<Face> faces = options.selection().of(tracks, clip.name(), clip
			.hint()).stream().map(f -> f.withTransform(f.transform().then(toCrop)))
			.toList();
		progress.stage("Joining faces", faces.size());
		try (var hash = new SourceHash(clip.path())) {
			final String sha256 = hash.await(progress);
			try (var writer = new FaceSetWriter(OutputLock.of(output, "written"),
				output, clip.files(), new FaceSetDocument(new SourceClip(clip.name(), clip
					.width(), clip.height(), tracks.frames(), clip.frameRate(), sha256),
					options.framing(), Optional.of(options.selection()), faces)))
			{
				FaceExtractor.mark(writer, clip, sha256);
				copy(join, found, ranges, faces, writer, progress);
				writer.finish();
				writer.commit();
			}
		}
		return join.apart();
	}

	/** Faces come in order of frames, so that ranges come one after another. */
	private void copy(final RangeJoin join, final List<RangeFaces> found,
		final List<Path> ranges, final List<Face> faces, final FaceSetWriter writer,
		final Progress progress) throws IOException
	{
		int done = 0;
		for (int r = 0; r < ranges.size() && done < faces.size(); r++) {
			if (join.origin(faces.get(done)).range() != r) continue;
			final int[] crops = cut(found.get(r)).toArray();
			try (var set = FaceSet.open(ranges.get(r))) {
				for (int k = 0; done < faces.size() && join.origin(faces.get(done))
					.range() == r; k++)
				{
					if (crops[k] != join.origin(faces.get(done)).index()) continue;
					writer.write(set.crop(k));
					progress.check();
					progress.done(++done);
				}
			}
		}
	}

	private static RangeFaces read(final Path stack) throws IOException {
		try (var in = new DataInputStream(new BufferedInputStream(Files
			.newInputStream(tracks(stack)))))
		{
			return RangeFaces.read(in);
		}
		catch (final IOException e) {
			throw new InputException(tracks(stack) +
				" is damaged; delete its folder and run the share again.", e);
		}
	}
}
