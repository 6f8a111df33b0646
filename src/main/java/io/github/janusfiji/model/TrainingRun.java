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

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.model.FaceModelTrainer.Listener;
import io.github.janusfiji.model.FaceModelTrainer.Options;
import io.github.janusfiji.model.FaceModelTrainer.Summary;
import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.ComputeDevice;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/** One run of training: the loop, its reports and its saves. */
final class TrainingRun {

	private static final double REPORT_SECONDS = 1;
	private static final double VALIDATE_SECONDS = 10;
	private static final double SAVE_SECONDS = 60;

	/** Saving takes no more than this share of the time, and so does judging. */
	private static final double SHARE = 0.05;

	private final FaceAutoencoder network;
	private final Adam optimiser;
	private final ModelDescription start;
	private final LossHistory history;
	private final HeldOutFaces heldOut;
	private final Checkpoint checkpoint;
	private final Options options;
	private final Listener listener;
	private final Progress progress;
	private final ComputeDevice device;

	private final long began = System.nanoTime();
	private final double secondsBefore;
	private final MeanLoss sinceReport = new MeanLoss();
	private final MeanLoss sinceValidation = new MeanLoss();
	private HeldOutFaces.Preview preview;
	private double nextValidation = VALIDATE_SECONDS;
	private int iteration;
	private int savedAt;

	/** Mean of the losses of some steps. */
	private static final class MeanLoss {

		private double a;
		private double b;
		private int steps;
		private double since;

		void add(final FaceAutoencoder.Losses losses) {
			a += losses.a();
			b += losses.b();
			steps++;
		}

		void clear(final double now) {
			a = 0;
			b = 0;
			steps = 0;
			since = now;
		}
	}

	/**
	 * @param state the model as it is
	 * @param heldOut judges it
	 * @param checkpoint where it is saved
	 * @param options when to stop
	 * @param listener told losses and previews
	 * @param progress told each step
	 * @param device what computes
	 */
	TrainingRun(final ModelFile.State state, final HeldOutFaces heldOut,
		final Checkpoint checkpoint, final Options options, final Listener listener,
		final Progress progress, final ComputeDevice device)
	{
		network = state.network();
		start = state.description();
		history = state.history();
		this.heldOut = heldOut;
		this.checkpoint = checkpoint;
		this.options = options;
		this.listener = listener;
		this.progress = progress;
		this.device = device;
		iteration = start.iterations();
		savedAt = iteration;
		secondsBefore = history.last().map(LossHistory.Row::seconds).orElse(0.0);
		optimiser = new Adam(network.operations(), start.optimiser(), iteration);
	}

	/**
	 * @param feeder gives the minibatches from the model's iteration on
	 * @return how it went
	 * @throws IOException if it became unstable or the model cannot be saved
	 */
	Summary run(final BatchFeeder feeder) throws IOException {
		final int first = iteration;
		progress.stage("Training the face model on " + device.name(), options
			.iterations());
		double nextSave = SAVE_SECONDS;
		double training = 0;
		while (!isOver()) {
			final long from = System.nanoTime();
			step(feeder.next());
			training += (System.nanoTime() - from) / 1e9;
			report(false);
			if (seconds() >= nextSave) {
				final double before = seconds();
				save();
				nextSave = seconds() + Math.max(SAVE_SECONDS, (seconds() - before) /
					SHARE);
			}
		}
		report(true);
		if (iteration > savedAt || iteration == 0) save();
		final var last = history.last().orElseThrow();
		return new Summary(iteration, (iteration - first) / Math.max(1e-9, training),
			(last.trainA() + last.trainB()) / 2, (last.heldOutA() + last
				.heldOutB()) / 2, progress.isCancelled(), device.name());
	}

	private double seconds() {
		return (System.nanoTime() - began) / 1e9;
	}

	private boolean isOver() {
		return progress.isCancelled() || options.iterations() > 0 &&
			iteration >= options.iterations() || options.minutes() > 0 &&
				seconds() >= 60 * options.minutes();
	}

	private void step(final BatchFeeder.Pair pair) throws InputException {
		final var losses = network.step(pair.input(), pair.target(), optimiser);
		if (!Double.isFinite(losses.a() + losses.b())) throw unstable();
		iteration++;
		sinceReport.add(losses);
		sinceValidation.add(losses);
		progress.done(iteration);
	}

	private InputException unstable() {
		return new InputException("Training became unstable after " + iteration +
			" iterations, so it was stopped; the model as saved after " + savedAt +
			" iterations is kept: look for damaged faces in the face sets.");
	}

	private void report(final boolean atEnd) {
		final double now = seconds();
		final boolean due = atEnd || now - sinceReport.since >= REPORT_SECONDS;
		if (due && sinceReport.steps > 0) {
			final double a = sinceReport.a / sinceReport.steps;
			final double b = sinceReport.b / sinceReport.steps;
			listener.trained(iteration, a, b);
			progress.status(String.format(Locale.ROOT,
				"%d iterations, error of A %.4f, of B %.4f", iteration, a, b));
			sinceReport.clear(now);
		}
		final boolean first = history.last().isEmpty();
		if (atEnd && (sinceValidation.steps > 0 || first) ||
			now >= nextValidation) validate();
	}

	private void validate() {
		final double began = seconds();
		final double a = heldOut.loss(network, Side.A);
		final double b = heldOut.loss(network, Side.B);
		final int steps = sinceValidation.steps;
		history.add(new LossHistory.Row(iteration, secondsBefore + seconds(),
			sinceValidation.a / steps, sinceValidation.b / steps, a, b));
		listener.validated(iteration, a, b);
		preview = heldOut.preview(network);
		listener.preview(iteration, preview.width(), preview.height(), preview
			.argb());
		final double now = seconds();
		sinceValidation.clear(now);
		nextValidation = now + Math.max(VALIDATE_SECONDS, (now - began) / SHARE);
	}

	private void save() throws IOException {
		for (final Parameter parameter : network.parameters())
			if (!network.operations().isFinite(parameter.value())) throw unstable();
		if (sinceValidation.steps > 0 || preview == null) validate();
		final var png = new ByteArrayOutputStream();
		Frames.writePicture(png, new Frame(0, 0, preview.width(), preview.height(),
			preview.argb()), SyntheticMark.of(SyntheticMark.GENERATED,
				"Preview of a Janus face model: original, reconstruction and swap of " +
					"two people, of which only the originals are recorded."));
		final var description = ModelDescription.of(network.architecture(), start
			.seed(), options.batch(), start.optimiser(), iteration, start.a(), start
				.b(), device.name());
		checkpoint.save(new ModelFile.State(description, network, history, png
			.toByteArray()));
		savedAt = iteration;
	}
}
