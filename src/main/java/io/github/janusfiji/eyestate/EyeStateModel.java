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
package io.github.janusfiji.eyestate;

import com.google.gson.Gson;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.tensor.Safetensors;
import io.github.janusfiji.tensor.Safetensors.Loaded;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Tells from pictures of eyes how open they are. Holds both networks, what their
 * numbers mean and how the model was made; a safetensors file holds all of it.
 * One thread at a time may ask it.
 */
public final class EyeStateModel {

	private static final String RESOURCE = "eye-state.safetensors";
	private static final String PICTURES = "pictures.", SEQUENCES = "sequences.";
	private static final String FORMAT = "format", NAME = "janus-eye-state 1";

	private final Map<String, Loaded> weights;
	private final Map<EyeMethod, Calibration> calibrations;
	private final Map<String, String> made;

	/**
	 * Calibration of a method's numbers, found on clips that it was not trained
	 * on.
	 *
	 * @param closed the value typical of closed eyes; for {@link EyeMethod#EAR}
	 *          over that of the same person's open eyes
	 * @param leastOpen the value below which only a tenth of open eyes lie;
	 *          likewise
	 * @param slope of the log-odds of "closed" per unit of openness
	 * @param offset log-odds of "closed" at openness 0
	 */
	public record Calibration(double closed, double leastOpen, double slope,
		double offset)
	{

		/** An openness is what lies between two values, so these must differ. */
		private boolean isSane() {
			return Double.isFinite(closed) && Double.isFinite(leastOpen) && Double
				.isFinite(slope) && Double.isFinite(offset) && closed < leastOpen;
		}

		/**
		 * @param openness from 0 (closed) to 1, or beyond
		 * @return the probability that the eyes are closed (Platt 1999)
		 */
		public double closedProbability(final double openness) {
			return 1 / (1 + Math.exp(-offset - slope * openness));
		}
	}

	/** Built when first asked: the aspect ratio needs neither. */
	private EyeNetwork eye;
	private SequenceNetwork sequence;

	private EyeStateModel(final Map<String, Loaded> weights,
		final Map<EyeMethod, Calibration> calibrations, final Map<String, String> made)
	{
		this.weights = weights;
		this.calibrations = new EnumMap<>(EyeMethod.class);
		this.calibrations.putAll(calibrations);
		// Map.copyOf has another order in each run, and so would the file.
		this.made = Collections.unmodifiableMap(new LinkedHashMap<>(made));
	}

	/** A trained model that is not calibrated yet. */
	EyeStateModel(final MultiLayerNetwork pictures,
		final MultiLayerNetwork sequences)
	{
		this(Weights.of(pictures, PICTURES), Map.of(), Map.of());
		weights.putAll(Weights.of(sequences, SEQUENCES));
	}

	/** @return the model that comes with Janus */
	public static EyeStateModel embedded() {
		try (InputStream in = EyeStateModel.class.getResourceAsStream(RESOURCE)) {
			if (in == null) throw new IOException("the resource is missing");
			return read(in);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(new IOException("The eye-state model " +
				"inside Janus's jar cannot be read (" + e.getMessage() +
				"); install Janus again.", e));
		}
	}

	/**
	 * @param file written by {@link #write}
	 * @return the model
	 * @throws InputException if the file is missing, damaged or something else
	 */
	public static EyeStateModel read(final Path file) throws InputException {
		if (!Files.isRegularFile(file)) throw new InputException(
			"There is no blink detector at " + file +
				": train one first, or leave it empty for Janus's own.");
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			final EyeStateModel model = read(in);
			model.build();
			return model;
		}
		catch (final IOException | RuntimeException e) {
			final String said = String.valueOf(e.getMessage());
			throw new InputException("The blink detector " + file +
				" cannot be read (" + (said.startsWith("it") ? said : "it is damaged") +
				"); give a file made by Train Blink Detector.", e);
		}
	}

	private static EyeStateModel read(final InputStream in) throws IOException {
		final var content = Safetensors.read(in);
		final var metadata = new LinkedHashMap<>(content.metadata());
		if (!NAME.equals(metadata.remove(FORMAT))) throw new IOException(
			"it is not marked as " + NAME);
		final var calibrations = new EnumMap<EyeMethod, Calibration>(EyeMethod.class);
		try {
			for (final EyeMethod method : EyeMethod.values())
				calibrations.put(method, new Gson().fromJson(metadata.remove(method
					.label()), Calibration.class));
		}
		catch (final RuntimeException e) {
			throw new IOException("its numbers have no meaning that can be read", e);
		}
		if (calibrations.containsValue(null)) throw new IOException(
			"it lacks the meaning of its numbers");
		for (final Calibration m : calibrations.values()) if (!m.isSane())
			throw new IOException("its numbers have an impossible meaning");
		return new EyeStateModel(content.tensors(), calibrations, metadata);
	}

	private void build() throws IOException {
		if (sequence != null) return;
		final var pictures = Architecture.build(Architecture.pictures(0, 0, 0));
		Weights.set(pictures, PICTURES, weights);
		final var sequences = Architecture.build(Architecture.sequences(0, 0, 0));
		Weights.set(sequences, SEQUENCES, weights);
		eye = new EyeNetwork(pictures);
		sequence = new SequenceNetwork(sequences);
	}

	private void ready() {
		try {
			build();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * @param out takes a safetensors file; not closed
	 * @throws IOException if it cannot be written
	 */
	public void write(final OutputStream out) throws IOException {
		final var metadata = new LinkedHashMap<String, String>();
		metadata.put(FORMAT, NAME);
		calibrations.forEach((method, calibration) -> metadata.put(method.label(),
			new Gson().toJson(calibration)));
		metadata.putAll(made);
		Safetensors.write(out, weights, metadata, Safetensors.Type.F32);
	}

	/**
	 * @param pictures {@link EyePicture#SIZE}² grey values from 0 to 255 each, row
	 *          by row, the outer corner of the eye on the left, without margin
	 * @return what the convolutional network says of each: features and, last,
	 *         the log-odds of "open"
	 */
	public float[][] read(final List<float[]> pictures) {
		ready();
		return eye.read(pictures);
	}

	/**
	 * @param method {@link EyeMethod#LRCN} or {@link EyeMethod#CNN}
	 * @param features what {@link #read} said of one eye in frames that follow each
	 *          other
	 * @return log-odds of the eye being open in each frame
	 */
	public double[] logits(final EyeMethod method, final float[][] features) {
		return logits(method, Collections.singletonList(features))[0];
	}

	/**
	 * @param method {@link EyeMethod#LRCN} or {@link EyeMethod#CNN}
	 * @param sequences as in {@link #logits(EyeMethod, float[][])}; several take
	 *          little longer than one
	 * @return the same of each
	 */
	public double[][] logits(final EyeMethod method,
		final List<float[][]> sequences)
	{
		return switch (method) {
			case LRCN -> {
				ready();
				yield sequence.read(sequences);
			}
			case CNN -> sequences.stream().map(features -> Arrays.stream(features)
				.mapToDouble(frame -> frame[EyeNetwork.VALUES - 1]).toArray()).toArray(
					double[][]::new);
			case EAR -> throw new IllegalArgumentException(
				"The aspect ratio needs no network");
		};
	}

	/**
	 * @param method any
	 * @return what its numbers mean
	 */
	public Calibration calibration(final EyeMethod method) {
		return calibrations.get(method);
	}

	/** @return how it was made, by keyword, in the order of the file */
	public Map<String, String> made() {
		return made;
	}

	/**
	 * @param other what the numbers mean instead
	 * @param how it was made
	 * @return the same networks with that
	 */
	public EyeStateModel with(final Map<EyeMethod, Calibration> other,
		final Map<String, String> how)
	{
		final var model = new EyeStateModel(weights, other, how);
		model.eye = eye;
		model.sequence = sequence;
		return model;
	}
}
