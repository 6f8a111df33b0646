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
 * smooth colours and outlines over neighbouring frames, put them in, write. Reading runs
 * ahead on its own thread, compositing on all cores; frames leave in order.
 */
final class SwapPipeline {

	private final PersonTrack track;
	private final int person;
	private final int cropSize;
	private final FaceDecoder decoder;
	private final FaceCompositor compositor;
	private final ModelFraming framing;
	private final ShotCounter shots = new ShotCounter();

	/**
	 * @param track where the face is
	 * @param person its number
	 * @param cropSize width and height of the crops that the track's transforms
	 *          lead to, px
	 * @param decoder paints faces; called by the thread that runs the pipeline
	 * @param compositor puts faces in
	 */
	SwapPipeline(final PersonTrack track, final int person, final int cropSize,
		final FaceDecoder decoder, final FaceCompositor compositor)
	{
		this.track = track;
		this.person = person;
		this.cropSize = cropSize;
		this.decoder = decoder;
		this.compositor = compositor;
		framing = decoder.framing();
	}

	/**
	 * @param frames the clip
	 * @param output takes every frame
	 * @param progress told each frame
	 * @return what was done
	 * @throws IOException if the clip cannot be read or the output not be written
	 */
	FaceSwapper.Report run(final FrameSequence frames, final SwapObserver output,
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
				run.add(painted(batch, workers));
				run.finish(run.waiting.size() - PaintingSmoother.REACH);
			}
			run.finish(run.waiting.size());
			return run.report();
		}
		finally {
			workers.shutdownNow();
		}
	}

	/** Called by the reading thread, in order of frames. */
	private SwapFrame cut(final Frame frame) {
		final long start = System.nanoTime();
		final Optional<PersonTrack.Placement> face = track.at(frame.index());
		final Optional<Target> target = face.flatMap(f -> Target.of(frame, f,
			cropSize, compositor.settings(), framing)).map(t -> t.inRun(shots.next(t
				.run(), t.crop())));
		return new SwapFrame(frame, face.isPresent(), target, Optional.empty(),
			since(start));
	}

	private List<SwapFrame> painted(final List<SwapFrame> batch,
		final ExecutorService workers) throws IOException
	{
		final List<FloatRgb> crops = batch.stream().flatMap(f -> f.target()
			.stream()).map(Target::crop).toList();
		if (crops.isEmpty()) return batch;
		final long start = System.nanoTime();
		final var faces = decoder.decode(crops).iterator();
		final double each = since(start) / crops.size();
		final var work = new ArrayList<Future<SwapFrame>>(batch.size());
		for (final SwapFrame f : batch)
			work.add(f.target().isEmpty() ? CompletableFuture.completedFuture(f)
				: painted(f, faces.next(), each, workers));
		final var done = new ArrayList<SwapFrame>(batch.size());
		for (final Future<SwapFrame> f : work)
			done.add(Await.result(f));
		return done;
	}

	private Future<SwapFrame> painted(final SwapFrame f, final FloatRgb face,
		final double decoding, final ExecutorService workers)
	{
		return workers.submit(() -> {
			final long start = System.nanoTime();
			final var painting = Painting.of(face, f.target().orElseThrow(),
				compositor.settings(), compositor.colour());
			return f.with(painting, decoding + since(start));
		});
	}

	private static double since(final long start) {
		return (System.nanoTime() - start) / 1e6;
	}

	/** What a run keeps between batches. */
	private final class Run {

		private final SwapObserver output;
		private final Progress progress;
		private final ExecutorService workers;
		private final List<SwapFrame> waiting = new ArrayList<>();
		private final PaintingSmoother paintings = new PaintingSmoother();
		private final Outlines outlines = new Outlines();
		private int written, skipped;

		private Run(final SwapObserver output, final Progress progress,
			final ExecutorService workers)
		{
			this.output = output;
			this.progress = progress;
			this.workers = workers;
		}

		private void add(final List<SwapFrame> batch) {
			batch.forEach(paintings::add);
			waiting.addAll(batch);
		}

		/** Composes and writes the first frames that wait. */
		private void finish(final int count) throws IOException {
			if (count <= 0) return;
			final List<SwapFrame> ready = waiting.subList(0, count);
			final var composed = new ArrayList<Future<SwapStep>>(count);
			for (final SwapFrame f : ready)
				composed.add(composed(f));
			for (int i = 0; i < count; i++) {
				progress.check();
				output.next(Await.result(composed.get(i)));
				if (ready.get(i).found() && ready.get(i).target().isEmpty()) skipped++;
				progress.done(++written);
			}
			ready.clear();
		}

		private Future<SwapStep> composed(final SwapFrame f) {
			if (f.painting().isEmpty()) return CompletableFuture.completedFuture(
				new SwapStep(f.frame(), new SwapRow(f.frame().index(), f.frame().time(),
					person, false, 0, 0, 0, f.milliseconds()), Optional.empty()));
			final Painting painting = paintings.smoothed(f);
			final Target target = f.target().orElseThrow();
			outlines.add(f.frame().index(), target.within(painting.landmarks(),
				compositor.settings()).mask().outline());
			return workers.submit(() -> step(f, target, painting));
		}

		private SwapStep step(final SwapFrame f, final Target target,
			final Painting painting)
		{
			final long start = System.nanoTime();
			final var composite = compositor.compose(f.frame(), target, painting);
			return new SwapStep(f.frame(), new SwapRow(f.frame().index(), f.frame()
				.time(), person, true, compositor.colour().shift(painting.own(),
					painting.wanted()), composite.mask().outline().area(), target
						.residual(), f.milliseconds() + since(start)), Optional.of(
							composite));
		}

		private FaceSwapper.Report report() {
			return new FaceSwapper.Report(written, outlines.size(), skipped,
				outlines);
		}
	}
}
