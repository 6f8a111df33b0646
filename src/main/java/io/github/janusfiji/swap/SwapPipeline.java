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
import io.github.janusfiji.swap.StageClock.Stage;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The second pass of a swap, streamed: cut faces out, paint them in batches,
 * smooth colours and outlines over neighbouring frames, put them in, write.
 * Reading runs ahead on its own thread, compositing on all cores; frames leave
 * in order.
 */
final class SwapPipeline {

	private final List<SwapLane> lanes;
	private final FaceCompositor compositor;
	private final StageClock clock;

	/**
	 * @param lanes the persons whose faces are replaced
	 * @param compositor puts faces in
	 * @param clock told how long the stages take
	 */
	SwapPipeline(final List<SwapLane> lanes, final FaceCompositor compositor,
		final StageClock clock)
	{
		this.lanes = List.copyOf(lanes);
		this.compositor = compositor;
		this.clock = clock;
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
		final ExecutorService workers = Threads.pool("Janus swap");
		try (var reader = new TargetReader(frames, this::cut, clock)) {
			progress.stage("Swapping faces", frames.count());
			final var run = new Run(output, progress, workers);
			for (List<FrameFaces> batch = reader.next(); !batch.isEmpty(); batch =
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
	private FrameFaces cut(final Frame frame) {
		return new FrameFaces(frame, lanes.stream().map(lane -> lane.cut(frame))
			.toList());
	}

	private List<FrameFaces> painted(final List<FrameFaces> batch,
		final ExecutorService workers) throws IOException
	{
		final var columns = new ArrayList<List<SwapFrame>>(lanes.size());
		for (int k = 0; k < lanes.size(); k++) {
			final int lane = k;
			columns.add(lanes.get(k).painted(batch.stream().map(f -> f.faces().get(
				lane)).toList(), workers));
		}
		final var done = new ArrayList<FrameFaces>(batch.size());
		for (int i = 0; i < batch.size(); i++) {
			final int at = i;
			done.add(new FrameFaces(batch.get(i).frame(), columns.stream().map(
				column -> column.get(at)).toList()));
		}
		return done;
	}

	/** What a run keeps between batches. */
	private final class Run {

		private final SwapObserver output;
		private final Progress progress;
		private final ExecutorService workers;
		private final List<FrameFaces> waiting = new ArrayList<>();
		private int written, swapped, skipped;

		private Run(final SwapObserver output, final Progress progress,
			final ExecutorService workers)
		{
			this.output = output;
			this.progress = progress;
			this.workers = workers;
		}

		private void add(final List<FrameFaces> batch) {
			for (final FrameFaces f : batch)
				for (int k = 0; k < lanes.size(); k++)
					lanes.get(k).add(f.faces().get(k));
			waiting.addAll(batch);
		}

		/** Composes and writes the first frames that wait. */
		private void finish(final int count) throws IOException {
			if (count <= 0) return;
			final List<FrameFaces> ready = waiting.subList(0, count);
			final var composed = new ArrayList<Future<SwapStep>>(count);
			for (final FrameFaces f : ready)
				composed.add(composed(f));
			for (final Future<SwapStep> step : composed) {
				progress.check();
				write(Threads.result(step));
			}
			ready.clear();
		}

		private Future<SwapStep> composed(final FrameFaces f) {
			final var faces = new ArrayList<PlacedFace>(lanes.size());
			for (int k = 0; k < lanes.size(); k++)
				faces.add(lanes.get(k).placed(f.faces().get(k)));
			if (f.faces().stream().anyMatch(face -> face.found() && face.target()
				.isEmpty())) skipped++;
			return workers.submit(() -> {
				final long start = System.nanoTime();
				final SwapStep step = compositor.step(f.frame(), faces);
				clock.add(Stage.BLENDING, start);
				return step;
			});
		}

		private void write(final SwapStep step) throws IOException {
			final long start = System.nanoTime();
			output.next(step);
			clock.add(Stage.WRITING, start);
			if (step.isSwapped()) swapped++;
			progress.done(++written);
		}

		private FaceSwapper.Report report() {
			return new FaceSwapper.Report(written, swapped, skipped, lanes.stream()
				.map(SwapLane::report).toList(), clock.times());
		}
	}
}
