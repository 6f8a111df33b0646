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

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurkishTrainingTest {

	@TempDir
	Path folder;

	private final Locale before = Locale.getDefault();

	@AfterEach
	void speakAsBefore() {
		Locale.setDefault(before);
	}

	/** A model begun in one language is continued in another. */
	@Test
	void everyKindOfModelTrainsInTurkish() throws IOException {
		final var gan = new Preset(TinyGan.NETWORK, new Schedule(
			Schedule.Kind.STAGES, 0, 1, 0), 0);
		for (final String objective : List.of("mixup", "minimax",
			"nonsaturating"))
		{
			for (final Preset preset : List.of(gan, TinyFaces.PRESET)) {
				final Path model = folder.resolve(objective + preset.blueprint()
					.preset() + ".janus");
				Locale.setDefault(new Locale("tr", "TR"));
				assertEquals(1, iterations(preset, model, objective, 1));
				Locale.setDefault(Locale.ROOT);
				assertEquals(2, iterations(preset, model, objective, 2));
			}
		}
	}

	private static int iterations(final Preset preset, final Path model,
		final String objective, final int iterations) throws IOException
	{
		return new FaceModelTrainer().train(TinyFaces.ANNA, TinyFaces.BERT, preset,
			model, new TrainingOptions("tiny", iterations, 0, 4, 5, "cpu", new Tuning(0,
				"preset", false, 0, true, false, objective, Optional.empty())),
			TrainingListener.NONE, Progress.NONE).iterations();
	}
}
