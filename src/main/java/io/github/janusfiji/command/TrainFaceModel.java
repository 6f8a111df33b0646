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
package io.github.janusfiji.command;

import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.host.Host;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.model.FaceModelTrainer;
import io.github.janusfiji.model.TrainingListener;
import io.github.janusfiji.model.TrainingOptions;
import io.github.janusfiji.model.Tuning;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a model on the faces of two people or more, or continues one. */
@Plugin(type = Command.class, headless = true,
	menuPath = "Plugins>Janus>Train Face Model...",
	description = "Trains a model that paints either of two people's faces with the pose and expression of the other. May be stopped at any time; the model is saved and can be continued.")
public final class TrainFaceModel extends JanusCommand {

	@Parameter(label = "Faces of person A", style = "open", required = false,
		persist = false,
		description = "The first person's face set: a .tif made by Extract Faces. Needed, unless 'faces' names two people or more.")
	private File facesa;

	@Parameter(label = "Faces of person B", style = "open", required = false,
		persist = false,
		description = "The second person's face set. Needed, unless 'faces' names two people or more; with fast it is optional: other people's faces to practise on.")
	private File facesb;

	@Parameter(label = "Model to write or continue", style = "open",
		required = false, persist = false,
		description = "A .janus file: continued if it exists, else begun. Needed.")
	private File model;

	@Parameter(label = "Preset", choices = { "light", "light64", "style", "light128",
		"original", "h128", "gan", "gan128", "fast" },
		persist = false,
		description = "Architecture of a new model: light, 128 px, made for two processor cores, the one to choose; light64, the same at 64 px; style, one decoder for any number of people; original, the network of 2017 with 82 million parameters; gan, adversarial, for a graphics card; light128, h128, gan128: earlier networks at 128 px; fast, a small network for one target, A, of whom alone it needs faces.")
	private String preset = "light";

	@Parameter(label = "Iterations", min = "0", persist = false,
		description = "Stops after so many training steps in all; 0 for no limit.")
	private int iterations = 0;

	@Parameter(label = "Minutes", min = "0", persist = false,
		description = "Stops after so many minutes; 0 for no limit.")
	private double minutes = 30;

	@Parameter(label = "Faces per step", min = "0", max = "256",
		persist = false,
		description = "Faces of each person in one training step (the batch); 0 for what suits the preset: 8 for light, light64, style and fast, 16 for the others.")
	private int batch = 0;

	@Parameter(label = "Seed", persist = false,
		description = "Start of all random numbers; the same seed and data give the same model.")
	private long seed = 1;

	@Parameter(label = "Device", choices = { "auto", "cpu", "gpu" },
		persistKey = "janus.device",
		description = "Where to compute: auto takes a graphics card if Janus can use one. Check Installation names it.")
	private String device = "auto";

	@Parameter(label = "Patience", min = "0", persist = false,
		description = "Stops when the held-out error has not fallen for so many iterations; 0 for never.")
	private int patience = 0;

	@Parameter(label = "Learning rate", choices = { "preset", "constant",
		"cosine", "plateau" }, persist = false,
		description = "How the learning rate goes: as the preset has it, constant, falling over the run, or halved whenever the held-out error stops falling.")
	private String schedule = "preset";

	@Parameter(label = "Begin with the pretrained base", persist = false,
		description = "A new model begins with weights that learnt many people's faces, if Janus brings some for the preset.")
	private boolean base = true;

	@Parameter(label = "Weigh eyes and mouth", persist = false,
		description = "Errors count three to four times in the eyes and two to three times in the mouth.")
	private boolean focus = true;

	@Parameter(label = "Unwarped at the end (%)", min = "0", max = "100",
		persist = false,
		description = "Share of the run, at its end, in which faces are no longer warped.")
	private double unwarped = 20;

	@Parameter(label = "Adversarial objective", choices = { "mixup", "minimax",
		"nonsaturating" }, persist = false,
		description = "Of gan and gan128: least squares on mixed pictures, Goodfellow's minimax game, or its form that does not saturate.")
	private String adversarial = "mixup";

	@Parameter(label = "Perceptual network", style = "open", required = false,
		persist = false,
		description = "Of gan, gan128 and fast: the word vggface, for VGGFace from DL4J's model zoo (fetched once, half a gigabyte); or a file of such a network, zip or safetensors; empty for none.")
	private File perceptual;

	@Parameter(label = "Keep a time-lapse", persist = false,
		description = "Collects the previews in <model>.timelapse.tif beside the model.")
	private boolean timelapse = true;

	@Parameter(label = "Faces of further people", required = false,
		persist = false,
		description = "Of the preset style: face sets of more people, with ; between them, such as c.tif;d.tif. They follow A and B; if those are empty, all people are named here. New ones may be added when a model is continued.")
	private String faces = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Iterations done",
		description = "Training steps of the model in all.")
	private int done;

	@Parameter(type = ItemIO.OUTPUT, label = "Training loss",
		description = "Mean absolute error at the end, from 0 to 1.")
	private double loss;

	@Parameter(type = ItemIO.OUTPUT, label = "Held-out loss",
		description = "The same on faces that were not trained on.")
	private double heldoutloss;

	@Parameter(type = ItemIO.OUTPUT, label = "Held-out similarity",
		description = "Mean structural similarity (SSIM) of held-out faces, 1 for equal.")
	private double ssim;

	@Parameter(type = ItemIO.OUTPUT, label = "Iterations per second",
		description = "Training steps per second of this run.")
	private double speed;

	@Parameter(type = ItemIO.OUTPUT, label = "Device used",
		description = "The device's real name.")
	private String deviceused;

	@Override
	protected void execute(final Host host, final Progress progress)
		throws IOException
	{
		final List<Path> sets = preset.equals("fast") && PeopleList.isEmpty(facesb)
			? List.of(Clip.required(facesa, "facesa",
				"the face set (.tif) of the first person").toPath()) : PeopleList.of(
					facesa, facesb, faces);
		final File file = Clip.required(model, "model",
			"the .janus file to write or continue");
		final var options = new TrainingOptions(preset, iterations,
			minutes, batch, seed, device, tuning());
		final var listener = host.interactive() ? new TrainingView(file.toPath())
			: telling(progress);
		try (var people = new PeopleList(sets)) {
			final List<FaceSet> opened = people.open();
			final var trainer = new FaceModelTrainer();
			final var summary = opened.size() == 1 ? trainer.train(opened.get(0), file
				.toPath(), options, listener, progress) : trainer.train(opened, file
					.toPath(), options, listener, progress);
			done = summary.iterations();
			loss = summary.trainingLoss();
			heldoutloss = summary.heldOutLoss();
			ssim = summary.heldOutSsim();
			speed = summary.iterationsPerSecond();
			deviceused = summary.device();
		}
	}

	private Tuning tuning() {
		return new Tuning(patience, schedule, focus, unwarped /
			100, timelapse, base, adversarial, perceptual == null || perceptual
				.getPath().isBlank() ? Optional.empty() : Optional.of(perceptual
					.toPath()));
	}

	private static TrainingListener telling(final Progress progress) {
		return new TrainingListener() {

			@Override
			public void notice(final String sentence) {
				progress.status(sentence);
			}
		};
	}
}
