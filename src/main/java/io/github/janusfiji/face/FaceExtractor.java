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
package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Turns a clip into a {@link FaceSet}: find, track, align, crop, write. */
public final class FaceExtractor {

	/** Crops in work at a time, for each processor. */
	private static final int AHEAD = 4;

	/**
	 * @param size width and height of the crops, px, from 64 to 512
	 * @param person whose faces: a number from 1 (the largest and longest), or 0
	 *          for everyone
	 * @param every take every n-th frame, from 1
	 */
	public record Options(int size, int person, int every) {

		/** 256 px, the main person, every frame. */
		public static final Options DEFAULT = new Options(256, 1, 1);
	}

	private record Crop(int[] pixels, double sharpness) {}

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
		check(options);
		FaceSetWriter.checkOutput(output);
		try (var hash = new SourceHash(frames.path())) {
			final var tracks = tracker.track(frames, options.size(), progress);
			final var faces = select(frames, tracks, options);
			progress.status("Reading the source's fingerprint");
			final var source = new FaceSet.Source(frames.name(), frames.width(),
				frames.height(), tracks.frames(), frames.frameRate(), hash.await(
					progress));
			progress.stage("Cropping faces", faces.size());
			try (var writer = new FaceSetWriter(output, new FaceSetDocument(source,
				options.size(), faces)))
			{
				crop(frames, faces, options.size(), writer, progress);
				writer.commit();
			}
		}
		return FaceSet.open(output);
	}

	private static void check(final Options options) throws InputException {
		if (options.size() < 64 || options.size() > 512) throw new InputException(
			"The size of the crops must be from 64 to 512 px, not " + options
				.size() + ".");
		if (options.person() < 0) throw new InputException(
			"The person must be a number from 1, or 0 for everyone, not " + options
				.person() + ".");
		if (options.every() < 1) throw new InputException(
			"Every n-th frame is taken, so n must be 1 or more, not " + options
				.every() + ".");
	}

	private static List<Face> select(final FrameSequence frames,
		final FaceTracks tracks, final Options options) throws InputException
	{
		final int persons = tracks.persons();
		if (persons == 0) throw new InputException("No face was found in " + frames
			.name() + " (" + tracks.frames() +
			" frames looked at); faces must be upright, look about towards the " +
			"camera and be at least 24 px wide.");
		if (options.person() > persons) throw new InputException(frames.name() +
			" shows " + persons + (persons == 1 ? " person" : " persons") +
			", so there is no person " + options.person() +
			"; choose a number up to " + persons + ", or 0 for everyone.");
		final var faces = tracks.of(options.person()).stream().filter(f -> f
			.frame() % options.every() == 0).toList();
		if (faces.isEmpty()) throw new InputException("None of the frames taken (" +
			"every " + options.every() + "th) shows the person; take more frames.");
		return faces;
	}

	private static void crop(final FrameSequence frames, final List<Face> faces,
		final int size, final FaceSetWriter writer, final Progress progress)
		throws IOException
	{
		final int threads = Runtime.getRuntime().availableProcessors();
		final var pool = Executors.newFixedThreadPool(threads);
		final var pending = new ArrayDeque<Future<Crop>>();
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
					write(writer, pending.remove());
					progress.done(++done);
				}
			}
			while (!pending.isEmpty()) {
				write(writer, pending.remove());
				progress.done(++done);
			}
		}
		finally {
			pool.shutdownNow();
		}
	}

	private static Future<Crop> submit(final ExecutorService pool,
		final Frame frame, final Face face, final int size)
	{
		return pool.submit(() -> {
			final int[] pixels = FaceAligner.crop(frame, face.transform(), size);
			return new Crop(pixels, Grey.sharpness(pixels, size));
		});
	}

	private static void write(final FaceSetWriter writer,
		final Future<Crop> crop) throws IOException
	{
		try {
			final Crop c = crop.get();
			writer.write(c.pixels(), c.sharpness());
		}
		catch (final ExecutionException exc) {
			throw new IllegalStateException(exc.getCause());
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted.");
		}
	}
}
