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

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Output;
import io.github.janusfiji.task.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Trains the weights that the preset light begins with, on marked face pictures
 * of many people: one encoder and one decoder for everybody. May be stopped at
 * any time and goes on where its {@code .janus} file was saved, or, without that
 * file, with the weights that Janus brings already; the weights are exported at
 * the end of each run.
 *
 * <pre>
 * java … io.github.janusfiji.model.TrainBase faces.zip base.janus base-light.safetensors minutes [batch [preset]]
 * </pre>
 */
public final class TrainBase {

	private static final int BATCH = 16;
	private static final int ARGUMENTS = 4;

	private TrainBase() {}

	/**
	 * @param args zip of marked faces, model to write or continue, weights to
	 *          write, minutes, batch (16), preset (light)
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length < ARGUMENTS) throw new InputException("Give a zip of " +
			"marked faces, a .janus file to write or continue, a .safetensors file " +
			"to write, and minutes.");
		final var learnt = Preset.named(args.length > ARGUMENTS + 1 ? args[ARGUMENTS +
			1] : "light");
		if (!(learnt.blueprint() instanceof ExpressionArchitecture e))
			throw new InputException("Only light and light64 begin with a base.");
		final var architecture = e.forEverybody();
		final var preset = new Preset(architecture, learnt.schedule(), learnt
			.clip());
		final Path model = Path.of(args[1]);
		final var options = new TrainingOptions(architecture.preset(), 0, Double
			.parseDouble(args[3]), args.length > ARGUMENTS ? Integer.parseInt(
				args[ARGUMENTS]) : BATCH, 1, "auto", Tuning.RECOMMENDED);
		try (MarkedFaces some = MarkedFaces.open(Path.of(args[0]), 0, 2);
				MarkedFaces others = MarkedFaces.open(Path.of(args[0]), 1, 2))
		{
			final var summary = new FaceModelTrainer().train(some, others, preset,
				model, options, printing(), Progress.NONE);
			System.out.printf("%d iterations, held-out error %.4f, SSIM %.3f%n",
				summary.iterations(), summary.heldOutLoss(), summary.heldOutSsim());
		}
		export(model, Path.of(args[2]));
	}

	private static TrainingListener printing() {
		return new TrainingListener() {

			@Override
			public void validated(final int iteration, final double a,
				final double b)
			{
				System.out.printf("%d\t%.4f\t%.4f%n", iteration, a, b);
			}

			@Override
			public void notice(final String sentence) {
				System.out.println(sentence);
			}
		};
	}

	/**
	 * @param model trained on everybody
	 * @param weights file to write
	 * @throws IOException if it cannot be read or written
	 */
	static void export(final Path model, final Path weights) throws IOException {
		try (var output = Output.file(weights, List.of(model))) {
			try (var engine = Engine.preferred();
					OutputStream out = new BufferedOutputStream(Files.newOutputStream(
						output.temporary())))
			{
				final var state = ModelFile.read(model, engine, false);
				FaceBase.export(state.network(), out, Map.of("statement", state
					.description().statement(), "iterations", Integer.toString(state
						.description().iterations()), "material", state.description().a()
							.name()));
			}
			output.commit();
		}
	}
}
