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
package io.github.janusfiji.blink;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes the eye-state model that comes with Janus, and measures it on people
 * whom it has not seen. The same data and seed give the same file.
 */
public final class TrainEyeStateModel {

	private static final int EPOCHS = 60;
	private static final long SEED = 2018;

	/** Disturbed views of each held-out eye. */
	private static final int VIEWS = 5;

	private TrainEyeStateModel() {}

	/**
	 * @param args the zip file of the CEW eye patches, and the file to write
	 * @throws IOException if one cannot be read or the other not be written
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length != 2) throw new InputException(
			"Give the zip file of the eye patches and the file to write.");
		final LabelledEyes eyes = LabelledEyes.read(Path.of(args[0]));
		System.out.printf("%d patches for training, %d held out%n", eyes.train()
			.size(), eyes.heldOut().size());
		final EyeStateModel model = EyeStateTraining.fit(eyes.train(), EPOCHS, SEED,
			new Printed());
		Files.write(Path.of(args[1]), model.toBytes());
		System.out.printf(Locale.ROOT, "log-odds: closed %.2f, least open %.2f%n",
			model.closedLevel(), model.leastOpenLevel());
		print("training, plain", measure(model, eyes.train(), 0));
		print("held out, plain", measure(model, eyes.heldOut(), 0));
		print("held out, disturbed", measure(model, eyes.heldOut(), VIEWS));
	}

	/**
	 * @param count number of views
	 * @param accuracy share of right answers at even odds
	 * @param area under the ROC curve
	 * @param openMissed open eyes called closed
	 * @param closedMissed closed eyes called open
	 */
	record Score(int count, double accuracy, double area, int openMissed,
		int closedMissed)
	{}

	/**
	 * @param model what to measure
	 * @param eyes on what
	 * @param views disturbed views of each eye; 0 for the eye as it is
	 * @return how good it is
	 */
	static Score measure(final EyeStateModel model,
		final List<LabelledEyes.Eye> eyes, final int views)
	{
		final var augmenter = new EyeAugmenter(new Random(SEED + 1));
		final int each = Math.max(1, views);
		final double[] scores = new double[eyes.size() * each];
		final boolean[] open = new boolean[scores.length];
		int openMissed = 0, closedMissed = 0;
		for (int i = 0; i < scores.length; i++) {
			final LabelledEyes.Eye eye = eyes.get(i / each);
			scores[i] = model.logit(views == 0 ? EyeAugmenter.plain(eye.grey())
				: augmenter.disturbed(eye.grey()));
			open[i] = eye.open();
			if (open[i] && scores[i] < 0) openMissed++;
			if (!open[i] && scores[i] >= 0) closedMissed++;
		}
		return new Score(scores.length, 1 - (openMissed + closedMissed) /
			(double) scores.length, RocCurve.area(scores, open), openMissed,
			closedMissed);
	}

	private static void print(final String what, final Score score) {
		System.out.printf(Locale.ROOT,
			"%s: %d views, accuracy %.4f, ROC AUC %.4f, open called closed %d, closed called open %d%n",
			what, score.count(), score.accuracy(), score.area(), score.openMissed(),
			score.closedMissed());
	}

	private static final class Printed implements Progress {

		@Override
		public void stage(final String what, final long total) {
			System.out.println(what);
		}

		@Override
		public void done(final long amount) {
			// The status says it all.
		}

		@Override
		public void status(final String text) {
			System.out.println(text);
		}

		@Override
		public boolean isCancelled() {
			return false;
		}
	}
}
