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
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.Inputs;
import io.github.janusfiji.task.OutputLock;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Turns a clip into a {@link FaceSet}: find, track, align, crop, write. */
public final class FaceExtractor {

	/** Crops in work at a time, for each processor. */
	private static final int AHEAD = 4;

	/**
	 * Size at which faces are followed, px: what is measured of them does not
	 * depend on the crops that are asked for.
	 */
	static final Framing FOLLOWED = Framing.of(256);

	/**
	 * @param framing how the faces lie in their crops
	 * @param selection which faces are taken
	 */
	public record Options(Framing framing, FaceSelection selection) {

		/** 256 px, the main person, every frame. */
		public static final Options DEFAULT = new Options(256, 1, 1);

		/**
		 * @param size width and height of the crops, px, from 64 to 512
		 * @param person whose faces: a number from 1 (the largest and longest), or
		 *          0 for everyone
		 * @param every take every n-th frame, from 1
		 */
		public Options(final int size, final int person, final int every) {
			this(Framing.of(size), FaceSelection.of(person, every));
		}
	}

	private final FaceTracker tracker;

	/** Uses the embedded detector and landmark model. */
	public FaceExtractor() {
		this(FaceTracker.create());
	}

	/** @param tracker finds the faces */
	public FaceExtractor(final FaceTracker tracker) {
		this.tracker = tracker;
	}

	/**
	 * @param frames the clip; read twice in order
	 * @param output a {@code .tif}; {@code .faces.json} goes beside it
	 * @param options what to take
	 * @param progress told each frame
	 * @return the face set, as written
	 * @throws IOException if the clip cannot be read, holds no such face, or the
	 *           output cannot be written; the message is one sentence for the user
	 */
	public FaceSet extract(final FrameSequence frames, final Path output,
		final Options options, final Progress progress) throws IOException
	{
		options.framing().check();
		options.selection().check();
		FaceSetWriter.checkOutput(output);
		Inputs.keepAll(FaceSetFiles.of(output), frames.files());
		try (var lock = OutputLock.of(output, "written"); var hash = new SourceHash(frames.path())) {
			final var tracks = tracker.track(frames, FOLLOWED.size(), progress);
			final var toCrop = FOLLOWED.to(options.framing());
			final var faces = options.selection().of(tracks, frames.name(),
				frames.hint()).stream()
				.map(f -> f.withTransform(f.transform().then(toCrop))).toList();
			progress.status("Reading the source's fingerprint");
			final var source = new SourceClip(frames.name(), frames.width(),
				frames.height(), tracks.frames(), frames.frameRate(), hash.await(
					progress));
			progress.stage("Cropping faces", faces.size());
			try (var writer = new FaceSetWriter(lock, output, frames.files(),
				new FaceSetDocument(source, options.framing(), Optional.of(options
					.selection()), faces)))
			{
				mark(writer, frames, source.sha256());
				crop(frames, faces, options.framing().size(), writer, progress);
				writer.finish();
				writer.commit();
			}
		}
		return FaceSet.open(output);
	}

	/** Marks crops of a clip that says that it is synthetic. */
	static void mark(final FaceSetWriter writer, final FrameSequence frames,
		final String sha256) throws IOException
	{
		final var said = frames.metadata();
		if (SyntheticMark.statement(said).isPresent()) writer.mark(SyntheticMark.of(
			said.getOrDefault("digitalSourceType", SyntheticMark.COMPOSITE),
			"The faces were cut from a synthetic clip.",
			new SyntheticMark.Derivation(frames.name(), sha256, "", Map.of())));
	}

	/** Writes the crops of faces that come in order of frames. */
	static void crop(final FrameSequence frames, final List<Face> faces,
		final int size, final FaceSetWriter writer, final Progress progress)
		throws IOException
	{
		final int threads = Runtime.getRuntime().availableProcessors();
		final var pool = Threads.pool("janus-crops", threads);
		final var pending = new ArrayDeque<Future<int[]>>();
		int begun = 0, done = 0;
		try (var cursor = frames.cursor()) {
			while (begun < faces.size()) {
				final Frame frame = cursor.next();
				if (frame == null) throw new IOException(frames.name() +
					" broke off at its second reading; check the file.");
				while (begun < faces.size() && faces.get(begun).frame() == frame
					.index())
				{
					pending.add(submit(pool, frame, faces.get(begun++), size));
				}
				progress.check();
				while (pending.size() > AHEAD * threads) {
					writer.write(Threads.result(pending.remove()));
					progress.done(++done);
				}
			}
			while (!pending.isEmpty()) {
				writer.write(Threads.result(pending.remove()));
				progress.done(++done);
			}
		}
		finally {
			pool.shutdownNow();
		}
	}

	private static Future<int[]> submit(final ExecutorService pool,
		final Frame frame, final Face face, final int size)
	{
		return pool.submit(() -> FaceAligner.crop(frame, face.transform(), size));
	}
}
