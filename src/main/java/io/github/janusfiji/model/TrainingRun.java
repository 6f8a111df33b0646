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
package io.github.janusfiji.model;

import io.github.janusfiji.nn.ComputeDevice;
import io.github.janusfiji.nn.Memory;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One run of training: the loop, its reports and its saves. */
final class TrainingRun {

	private static final double REPORT_SECONDS = 1;
	private static final double SAVE_SECONDS = 60;

	/** Saving takes no more than this share of the time. */
	private static final double SHARE = 0.05;

	/**
	 * Steps between two judgements on held-out faces. Judging 64 faces takes about
	 * as long as a step with 16 of each person. Counted in steps and not in
	 * seconds, so that what follows from a judgement does not depend on the clock.
	 */
	private static final int JUDGE_EVERY = 50;

	private final FaceNetwork network;
	private final Preset recipe;
	private final TrainingPeople faces;
	private final ModelDescription start;
	private final LossHistory history;
	private final Map<String, byte[]> galleries;
	private final HeldOutFaces heldOut;
	private final Optional<SwapWatch> swaps;
	private final Checkpoint checkpoint;
	private final TrainingRecord record;
	private final TrainingOptions options;
	private final TrainingListener listener;
	private final Progress progress;
	private final ComputeDevice device;
	private final RunLimits limits;

	private final double secondsBefore;
	private final MeanLosses sinceReport = new MeanLosses();
	private final MeanLosses sinceJudgement = new MeanLosses();
	private HeldOutFaces.Preview preview;
	private Plateau plateau;
	private double reported;
	private double rate;
	private int batch;
	private int iteration;
	private int savedAt;

	/**
	 * @param state the model as it is
	 * @param recipe how its weights move
	 * @param faces to train on
	 * @param checkpoint where it is saved
	 * @param record what is left beside it
	 * @param options when to stop
	 * @param listener told losses and previews
	 * @param progress told each step
	 * @param device that computes
	 */
	TrainingRun(final ModelFile.State state, final Preset recipe,
		final TrainingPeople faces, final Checkpoint checkpoint, final TrainingRecord record,
		final TrainingOptions options, final TrainingListener listener, final Progress progress,
		final ComputeDevice device)
	{
		network = state.network();
		start = state.description();
		history = state.history();
		galleries = state.galleries();
		plateau = start.plateau();
		this.recipe = recipe;
		this.faces = faces;
		heldOut = new HeldOutFaces(faces, network.blueprint());
		swaps = SwapWatch.of(network, faces, listener);
		this.checkpoint = checkpoint;
		this.record = record;
		this.options = options;
		this.listener = listener;
		this.progress = progress;
		this.device = device;
		iteration = start.iterations();
		savedAt = iteration;
		rate = start.optimiser().rate();
		limits = new RunLimits(options, iteration);
		secondsBefore = history.last().map(LossHistory.Row::seconds).orElse(0.0);
	}

	/**
	 * @return how it went
	 * @throws IOException if it became unstable or the model cannot be saved
	 */
	TrainingSummary run() throws IOException {
		final int wish = options.batch() > 0 ? options.batch() : network.blueprint()
			.batch();
		batch = MemoryNeed.fitting(network, wish, iteration == 0, MemoryNeed
			.available());
		if (batch < wish) listener.notice("Memory is short, so " +
			batch + " faces of each person are trained on in a step instead of " +
			wish + ".");
		for (final var row : history.rows()) listener.earlier(row.iteration(),
			new double[] { row.train().a(), row.train().b() }, new double[] { row.a()
				.error(), row.b().error() });
		progress.stage("Training the face model on " + device.name(), options
			.iterations());
		final int first = iteration;
		double training = 0;
		try {
			while (!isOver())
				training += steps();
			report(true);
			if (iteration > savedAt || iteration == 0) save();
		}
		finally {
			swaps.ifPresent(SwapWatch::close);
		}
		final var last = history.last().orElseThrow();
		return new TrainingSummary(iteration, (iteration - first) / Math.max(1e-9, training),
			(last.train().a() + last.train().b()) / 2, (last.a().error() + last.b()
				.error()) / 2, (last.a().ssim() + last.b().ssim()) / 2, batch, progress
					.isCancelled(), device.name());
	}

	private boolean isOver() {
		return progress.isCancelled() || limits.isOver(iteration, plateau);
	}

	/**
	 * Steps with one size of minibatch, to the end of the run or of the memory.
	 *
	 * @return time spent in steps, s
	 */
	private double steps() throws IOException {
		double training = 0;
		double nextSave = limits.seconds() + SAVE_SECONDS;
		try (var feeder = new BatchFeeder(faces, new Turns(faces.count(), start
			.newcomers()), network.blueprint(), batch, start.seed(), iteration, limits::isWarped))
		{
			while (!isOver()) {
				final double from = limits.seconds();
				step(feeder.next());
				final double now = limits.seconds();
				training += now - from;
				if (iteration % JUDGE_EVERY == 0) judge();
				else if (iteration == start.iterations() + 1) show(heldOut.preview(
					network));
				report(false);
				if (now >= nextSave) {
					save();
					nextSave = limits.seconds() + Math.max(SAVE_SECONDS, (limits
						.seconds() - now) / SHARE);
				}
			}
		}
		catch (final OutOfMemoryError e) {
			halveBatch(e);
		}
		return training;
	}

	/** No weight has moved: they do after everything large was computed. */
	private void halveBatch(final OutOfMemoryError cause) throws InputException {
		network.parameters().forEach(Parameter::clearGradient);
		network.engine().close();
		if (batch == 1) throw new InputException(
			"The memory does not suffice for training this preset (" + cause
				.getMessage() + "): close other programs or choose the preset light.",
			cause);
		batch /= 2;
		listener.notice("The memory was used up, so training goes on with " +
			batch + " faces of each person in a step.");
	}

	private void step(final BatchFeeder.Pair pair) throws IOException {
		final var full = network.blueprint().optimiser();
		rate = full.rate() * recipe.schedule().factor(iteration, limits.share(
			iteration), plateau);
		final var losses = network.step(pair, new FaceNetwork.Step(
			full.withRate(rate), iteration, recipe.clip(), limits.share(iteration)));
		if (!losses.isFinite()) stopUnstable();
		iteration++;
		sinceReport.add(losses);
		sinceJudgement.add(losses);
		progress.done(iteration);
	}

	/** What was learnt up to here is saved if it still paints. */
	private void stopUnstable() throws IOException {
		if (iteration > savedAt) save();
		throw unstable();
	}

	private InputException unstable() {
		return new InputException("Training became unstable after " + iteration +
			" iterations, so it was stopped; the model as saved after " + savedAt +
			" iterations is kept: look for damaged faces in the face sets.");
	}

	private void report(final boolean atEnd) {
		final double now = limits.seconds();
		if (sinceReport.steps() > 0 && (atEnd || now - reported >=
			REPORT_SECONDS))
		{
			final var mean = sinceReport.mean();
			listener.trained(iteration, mean.a(), mean.b());
			if (!Double.isNaN(mean.discriminator())) listener.adversaries(iteration,
				mean.generator(), mean.discriminator());
			progress.status(String.format(Locale.ROOT,
				"%d iterations, error of A %.4f, of B %.4f", iteration, mean.a(), mean
					.b()));
			sinceReport.clear();
			reported = now;
		}
		if (atEnd && (sinceJudgement.steps() > 0 || history.last().isEmpty()))
			judge();
	}

	private void judge() {
		final var a = heldOut.judge(network, Side.A);
		final var b = heldOut.judgeOthers(network);
		history.add(new LossHistory.Row(iteration, secondsBefore + limits.seconds(),
			rate, sinceJudgement.mean(), a, b, SwapJudge.Verdict.NONE,
			SwapJudge.Verdict.NONE));
		sinceJudgement.clear();
		if (iteration % JUDGE_EVERY == 0) plateau = plateau.judged(iteration, (a
			.error() + b.error()) / 2);
		listener.validated(iteration, a.error(), b.error());
		preview = heldOut.preview(network);
		show(preview);
	}

	private void show(final HeldOutFaces.Preview picture) {
		listener.preview(iteration, picture.width(), picture.height(), picture
			.argb());
	}

	private void save() throws IOException {
		if (sinceJudgement.steps() > 0 || preview == null) judge();
		swaps.ifPresent(watch -> watch.look(history));
		final var last = history.last().orElseThrow();
		if (!Double.isFinite(last.a().error() + last.b().error())) throw unstable();
		for (final Parameter parameter : network.parameters())
			if (!network.engine().memory().isFinite(
				parameter.value())) throw unstable();
		final byte[] png = TrainingRecord.png(preview);
		checkpoint.save(new ModelFile.State(start.after(recipe, batch, iteration,
			plateau, device.name()), network, history, png, galleries));
		record.update(iteration, history, preview, png);
		savedAt = iteration;
	}
}
