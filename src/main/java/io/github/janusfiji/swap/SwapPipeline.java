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
package io.github.janusfiji.swap;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.FrameWriter;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The second pass of a swap, streamed: cut faces out, paint them in batches,
 * smooth the colours over neighbouring frames, put them in, write. Reading runs
 * ahead on its own thread, compositing on all cores; frames leave in order.
 */
final class SwapPipeline {

	private final PersonTrack track;
	private final int cropSize;
	private final FaceDecoder decoder;
	private final MaskShape shape;
	private final FaceCompositor compositor;
	private final ModelFraming framing;

	/**
	 * @param track where the face is
	 * @param cropSize width and height of the crops that the track's transforms
	 *          lead to, px
	 * @param decoder paints faces; called by the thread that runs the pipeline
	 * @param shape what is replaced
	 * @param compositor puts faces in
	 */
	SwapPipeline(final PersonTrack track, final int cropSize,
		final FaceDecoder decoder, final MaskShape shape,
		final FaceCompositor compositor)
	{
		this.track = track;
		this.cropSize = cropSize;
		this.decoder = decoder;
		this.shape = shape;
		this.compositor = compositor;
		framing = decoder.framing();
	}

	/**
	 * @param frames the clip
	 * @param output takes every frame; not committed here
	 * @param progress told each frame
	 * @return what was done
	 * @throws IOException if the clip cannot be read or the output not be written
	 */
	FaceSwapper.Report run(final FrameSequence frames, final FrameWriter output,
		final Progress progress) throws IOException
	{
		final ExecutorService workers = Executors.newFixedThreadPool(Runtime
			.getRuntime().availableProcessors());
		try (var reader = new TargetReader(frames, this::cut)) {
			progress.stage("Swapping faces", frames.count());
			final var run = new Run(output, progress, workers);
			for (List<SwapFrame> batch = reader.next(); !batch.isEmpty(); batch =
				reader.next())
			{
				progress.check();
				run.add(painted(batch));
				run.finish(run.waiting.size() - ColourSmoother.REACH);
			}
			run.finish(run.waiting.size());
			return run.report();
		}
		finally {
			workers.shutdownNow();
		}
	}

	private SwapFrame cut(final Frame frame) {
		final Optional<PersonTrack.Placement> face = track.at(frame.index());
		return new SwapFrame(frame, face.isPresent(), face.flatMap(f -> Target.of(
			frame, f, cropSize, shape, framing)), Optional.empty());
	}

	private List<SwapFrame> painted(final List<SwapFrame> batch) {
		final List<FloatRgb> crops = batch.stream().flatMap(f -> f.target()
			.stream()).map(Target::crop).toList();
		if (crops.isEmpty()) return batch;
		final var faces = decoder.decode(crops).iterator();
		return batch.stream().map(f -> f.target().map(t -> f.with(Painting.of(faces
			.next(), t, compositor.colour()))).orElse(f)).toList();
	}

	/** What a run keeps between batches. */
	private final class Run {

		private final FrameWriter output;
		private final Progress progress;
		private final ExecutorService workers;
		private final List<SwapFrame> waiting = new ArrayList<>();
		private final ColourSmoother colours = new ColourSmoother();
		private final Outlines outlines = new Outlines();
		private int written, skipped;

		private Run(final FrameWriter output, final Progress progress,
			final ExecutorService workers)
		{
			this.output = output;
			this.progress = progress;
			this.workers = workers;
		}

		private void add(final List<SwapFrame> batch) {
			batch.forEach(colours::add);
			waiting.addAll(batch);
		}

		/** Composes and writes the first frames that wait. */
		private void finish(final int count) throws IOException {
			if (count <= 0) return;
			final List<SwapFrame> ready = waiting.subList(0, count);
			final var composed = new ArrayList<Future<Frame>>(count);
			for (final SwapFrame f : ready)
				composed.add(composed(f));
			for (int i = 0; i < count; i++) {
				progress.check();
				output.write(Await.result(composed.get(i)));
				count(ready.get(i));
			}
			ready.clear();
		}

		private Future<Frame> composed(final SwapFrame f) {
			if (f.painting().isEmpty()) return
				CompletableFuture.completedFuture(f.frame());
			final Painting painting = colours.smoothed(f);
			return workers.submit(() -> compositor.compose(f.frame(), f.target()
				.orElseThrow(), painting));
		}

		private void count(final SwapFrame f) {
			f.target().ifPresent(t -> outlines.add(f.frame().index(), t.mask()
				.outline()));
			if (f.found() && f.target().isEmpty()) skipped++;
			progress.done(++written);
		}

		private FaceSwapper.Report report() {
			return new FaceSwapper.Report(written, outlines.size(), skipped,
				outlines);
		}
	}
}
