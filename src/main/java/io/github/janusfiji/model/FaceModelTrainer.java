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

import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Trains a {@link FaceModel} on two face sets, or continues one. */
public final class FaceModelTrainer {

	private static final int MOST_BATCH = 256;

	private final UnaryOperator<Engine> machine;

	/** Trains on the device that is wished for. */
	public FaceModelTrainer() {
		this(engine -> engine);
	}

	/** @param machine from the engine of the device, the engine to compute with */
	FaceModelTrainer(final UnaryOperator<Engine> machine) {
		this.machine = machine;
	}

	/**
	 * @param a faces of the first person
	 * @param b faces of the second person
	 * @param model a {@code .janus} file; continued if it exists, with its own seed
	 * @param options how to train
	 * @param listener told losses and previews
	 * @param progress told each step; when it asks to stop, the model is saved and
	 *          this returns
	 * @return how it went
	 * @throws IOException if the faces cannot be read or the model cannot be
	 *           continued or written; the message is one sentence for the user
	 * @throws java.util.concurrent.CancellationException if it is asked to stop
	 *           while the faces are read; nothing is written then
	 */
	public TrainingSummary train(final FaceSet a, final FaceSet b, final Path model,
		final TrainingOptions options, final TrainingListener listener, final Progress progress)
		throws IOException
	{
		return train(List.of(a, b), model, options, listener, progress);
	}

	/**
	 * Trains a model of one person, as the preset {@code fast} makes.
	 *
	 * @param target faces of the person
	 * @param model as in
	 *          {@link #train(FaceSet, FaceSet, Path, TrainingOptions, TrainingListener, Progress)}
	 * @param options likewise
	 * @param listener likewise
	 * @param progress likewise
	 * @return how it went
	 * @throws IOException as there; or if the preset needs two people
	 */
	public TrainingSummary train(final FaceSet target, final Path model,
		final TrainingOptions options, final TrainingListener listener,
		final Progress progress) throws IOException
	{
		final var preset = Preset.named(options.preset());
		if (preset.blueprint().sides().size() > 1) throw new InputException(
			"The preset " + options.preset() + " needs the faces of two people: give " +
				"'facesb' the face set of the second.");
		keepInputs(List.of(target), model, options);
		target.notice().ifPresent(listener::notice);
		return train(new FaceSetSource(target), new FaceSetSource(target), preset,
			model, options, listener, progress);
	}

	/**
	 * The same with any number of people, who come to a model in the order given;
	 * further ones may come to a model of the preset {@code style} later.
	 *
	 * @param people faces of each, at least two
	 * @param model as above
	 * @param options as above
	 * @param listener as above
	 * @param progress as above
	 * @return how it went
	 * @throws IOException as above, or if the preset knows fewer people
	 */
	public TrainingSummary train(final List<FaceSet> people, final Path model,
		final TrainingOptions options, final TrainingListener listener,
		final Progress progress) throws IOException
	{
		final var preset = Preset.named(options.preset());
		preset.blueprint(people.size());
		requireDistinct(people, model, options);
		for (final FaceSet set : people)
			set.notice().ifPresent(listener::notice);
		return trainAll(people.stream().<FaceSource> map(FaceSetSource::new).toList(),
			preset, model, options, listener, progress);
	}

	/** Different people, and a model that takes the place of nothing that is read. */
	private static void requireDistinct(final List<FaceSet> people,
		final Path model, final TrainingOptions options) throws IOException
	{
		for (int i = 0; i < people.size(); i++)
			for (int j = 0; j < i; j++)
				requireDistinct(Side.values()[j], people.get(j), Side.values()[i], people
					.get(i));
		keepInputs(people, model, options);
	}

	private static void keepInputs(final List<FaceSet> sets, final Path model,
		final TrainingOptions options) throws IOException
	{
		final var inputs = new ArrayList<Path>();
		sets.forEach(set -> inputs.addAll(set.files()));
		options.tuning().perceptual().ifPresent(inputs::add);
		final var outputs = new ArrayList<>(new TrainingRecord(model, false)
			.files());
		outputs.add(model);
		Inputs.keepAll(outputs, inputs);
	}

	private static void requireDistinct(final Side one, final FaceSet a,
		final Side two, final FaceSet b) throws IOException
	{
		if (a.isAt(b.path()) || a.hasTheFacesOf(b)) throw new InputException(
			"Both face sets hold the same faces (" + a.path().getFileName() + ", " + b
				.path().getFileName() + "): give " + one + " and " + two +
				" the faces of two people.");
	}

	/** The same on any faces and with any network. */
	TrainingSummary train(final FaceSource a, final FaceSource b, final Preset preset,
		final Path model, final TrainingOptions options, final TrainingListener listener,
		final Progress progress) throws IOException
	{
		return trainAll(List.of(a, b), preset, model, options, listener, progress);
	}

	/** The same with any number of people. */
	TrainingSummary trainAll(final List<FaceSource> people, final Preset preset,
		final Path model, final TrainingOptions options,
		final TrainingListener listener, final Progress progress) throws IOException
	{
		check(options);
		final Blueprint blueprint = preset.blueprint(people.size());
		final var recipe = new Preset(blueprint, Schedule.named(options
			.tuning().schedule(), preset.schedule()), preset.clip());
		final var kind = Engine.provider(options.device());
		try (var checkpoint = new Checkpoint(model); Engine engine = machine
			.apply(kind.create()))
		{
			// First, so that a missing file does not cost the reading of the faces.
			final var perceptual = perceptual(preset, options.tuning(), progress);
			final PerceptualLoss judge = perceptual.isEmpty() ? null : PerceptualFile
				.read(perceptual.get(), engine);
			final var objectives = new GanObjectives(Adversarial.named(options
				.tuning().adversarial()), judge);
			final var read = new ArrayList<TrainingFaces>();
			for (final FaceSource source : people)
				read.add(TrainingFaces.read(source, blueprint, options.tuning().focus(),
					progress));
			final var faces = new TrainingPeople(read);
			final var known = new ArrayList<ModelDescription.Person>();
			for (int i = 0; i < read.size(); i++)
				known.add(person(people.get(i), read.get(i)));
			final var start = new ModelStart(blueprint, faces, known, engine);
			final var found = Files.exists(model) ? start.resume(model) : start
				.begin(options);
			final var state = aimed(found, objectives, options.tuning()
				.adversarial(), perceptual).with(GallerySheet.of(people));
			if (state.network() instanceof FastNetwork fast) fast.use(objective(fast,
				faces.a(), judge, people.get(0).fingerprint().equals(people.get(1)
					.fingerprint())));
			final var record = new TrainingRecord(model, options.tuning()
				.timelapse());
			return new TrainingRun(state, recipe, faces, checkpoint, record, options,
				listener, progress, kind.device()).run();
		}
	}

	private static FastObjective objective(final FastNetwork network,
		final TrainingFaces target, final PerceptualLoss judge, final boolean alone)
		throws IOException
	{
		final FaceFeatures features = judge == null ? new BaseFeatures(network
			.engine()) : new VggFeatures(judge);
		return new FastObjective(features, new StylePictures(target, network
			.blueprint(), features, network.engine()), network.blueprint().size(),
			alone);
	}

	/** The model with its objectives, which a perceptual one must not change. */
	private static ModelFile.State aimed(final ModelFile.State state,
		final GanObjectives objectives, final String adversarial,
		final Optional<Path> perceptual) throws IOException
	{
		if (!(state.network() instanceof FaceGan || state
			.network() instanceof FastNetwork)) return state;
		final var was = state.description();
		final String sha256 = perceptual.isEmpty() ? null : Sha256.of(perceptual
			.get(), Progress.NONE);
		if (was.iterations() > 0 && !Objects.equals(was.perceptual(), sha256))
			throw new InputException(was.perceptual() == null
				? "The model was begun without a perceptual network: leave it empty, " +
					"or begin another model." : "The model was begun with the " +
						"perceptual network of SHA-256 " + was.perceptual() +
						": name that file again, or begin another model.");
		if (state.network() instanceof FaceGan gan) gan.use(objectives);
		return new ModelFile.State(was.with(state.network() instanceof FaceGan
			? adversarial : null, sha256), state.network(), state.history(), state
				.preview());
	}

	/** The file of the perceptual network, fetched if need be. */
	private static Optional<Path> perceptual(final Preset preset,
		final Tuning tuning, final Progress progress) throws InputException
	{
		if (tuning.perceptual().isEmpty()) return Optional.empty();
		if (!(preset.blueprint() instanceof GanArchitecture || preset
			.blueprint() instanceof FastArchitecture)) throw new InputException(
				"The preset " + preset.blueprint().preset() +
					" has no perceptual objective: choose gan, gan128 or fast, or leave " +
					"it empty.");
		return Optional.of(PerceptualFile.locate(tuning.perceptual().get(),
			progress));
	}

	private static void check(final TrainingOptions options) throws InputException {
		if (options.batch() < 0 || options.batch() > MOST_BATCH)
			throw new InputException("The batch holds from 1 to " + MOST_BATCH +
				" faces of each person, or 0 for what suits the preset, not " + options.batch() + ".");
		if (options.iterations() < 0 || !(options.minutes() >= 0) || options
			.tuning().patience() < 0) throw new InputException(
				"Iterations, minutes and patience are limits from 0 (none) upwards.");
		if (!(options.tuning().unwarped() >= 0 && options.tuning()
			.unwarped() <= 1)) throw new InputException(
				"The unwarped part of a training is from 0 to 100 percent of it.");
	}

	private static ModelDescription.Person person(final FaceSource source,
		final TrainingFaces faces) throws IOException
	{
		return new ModelDescription.Person(source.name(), source.count(), source
			.fingerprint(), faces.trained(), faces.heldOut(), faces.shape());
	}
}
