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
package io.github.janusfiji.detect;

import com.google.gson.Gson;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import io.github.janusfiji.tensor.Safetensors;
import io.github.janusfiji.tensor.Safetensors.Loaded;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Detectors that learnt, what their scores mean, and how they are weighed
 * together: all that a {@code .detector} file holds, which is a safetensors file.
 * One thread at a time may ask it.
 */
public final class DetectorModel implements AutoCloseable {

	/** The input of the fusion that is no detector of faces. */
	static final String BLINKS = "blinks";

	private static final String RESOURCE = "embedded.detector";
	private static final String FORMAT = "format", NAME = "janus-detector 1";
	private static final String PARTS = "detectors", FUSION = "fusion", USES =
		"fusedblinks";
	private static final long LARGEST = 64L << 20;

	/**
	 * Calibration of a detector's scores.
	 *
	 * @param name of the detector
	 * @param version of the detector that learnt
	 * @param clip probability from a clip's mean score
	 * @param face probability from one face's score
	 * @param spread variance of the scores of one clip's faces
	 * @param between variance of what people and their cameras add to all scores
	 *          of theirs, genuine or not; 0 in files that do not say
	 */
	record CalibratedScores(String name, int version, Logistic clip, Logistic face,
		double spread, double between)
	{

		boolean isSane() {
			return name != null && DetectorModel.isSane(clip, 1) && DetectorModel
				.isSane(face, 1) && spread >= 0 && Double.isFinite(spread) &&
				between >= 0 && Double.isFinite(between);
		}
	}

	/** A detector and the calibration of its scores. */
	record Part(CalibratedScores calibrated, LearntDetector detector) {

		/** @return calibrated log-odds of a clip, and their variance */
		double[] clip(final double[] scores) {
			final var score = ClipScore.of(scores, calibrated.spread);
			final double[] x = { score.mean() };
			return new double[] { calibrated.clip.logit(x), calibrated.clip.variance(x,
				new double[] { score.variance() + calibrated.between }) };
		}

		double face(final double score) {
			return calibrated.face.logit(new double[] { score });
		}
	}

	private final List<Part> parts;
	private final Logistic fusion;
	private final boolean fusesBlinks;
	private final Map<String, String> made;

	DetectorModel(final List<Part> parts, final Logistic fusion,
		final boolean fusesBlinks, final Map<String, String> made)
	{
		this.parts = List.copyOf(parts);
		this.fusion = fusion;
		this.fusesBlinks = fusesBlinks;
		this.made = new LinkedHashMap<>(made);
	}

	/**
	 * @return the detector that comes with Janus
	 * @throws InputException if none does
	 */
	public static DetectorModel embedded() throws InputException {
		try (InputStream in = DetectorModel.class.getResourceAsStream(RESOURCE)) {
			if (in == null) throw new InputException(
				"Janus comes without a trained detector: train one with Train Detector and give it as 'detector'.");
			return read(in);
		}
		catch (final InputException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new InputException("The detector inside Janus's jar cannot be read (" +
				e.getMessage() + "); install Janus again.", e);
		}
	}

	/**
	 * @param file written by {@link #write}
	 * @return the detector
	 * @throws InputException if the file is missing, damaged, too large, something
	 *           else, or of detectors or versions that are not installed
	 */
	public static DetectorModel read(final Path file) throws InputException {
		Inputs.requireFile(file);
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			if (Files.size(file) > LARGEST) throw new IOException("it is larger than " +
				(LARGEST >> 20) + " MB");
			return read(in);
		}
		catch (final IOException | RuntimeException e) {
			final String said = String.valueOf(e.getMessage());
			throw new InputException("The detector " + file + " cannot be read (" +
				(said.startsWith("it") ? said : "it is damaged") +
				"); give a file made by Train Detector.", e);
		}
	}

	private static DetectorModel read(final InputStream in) throws IOException {
		final var content = Safetensors.read(in);
		final var texts = new LinkedHashMap<>(content.metadata());
		if (!NAME.equals(texts.remove(FORMAT))) throw new IOException(
			"it is not marked as " + NAME);
		final CalibratedScores[] stored;
		final Logistic fusion;
		try {
			stored = new Gson().fromJson(texts.remove(PARTS), CalibratedScores[].class);
			fusion = new Gson().fromJson(texts.remove(FUSION), Logistic.class);
		}
		catch (final RuntimeException e) {
			throw new IOException("its calibration cannot be understood", e);
		}
		final boolean blinks = "true".equals(texts.remove(USES));
		if (stored == null || stored.length == 0 || !Arrays.stream(stored)
			.allMatch(m -> m != null && m.isSane()) || !isSane(fusion,
				stored.length + (blinks ? 1 : 0))) throw new IOException(
					"its calibration is incomplete or no number");
		final var parts = new ArrayList<Part>();
		for (final CalibratedScores calibrated : stored)
			parts.add(part(calibrated, content.tensors()));
		return new DetectorModel(parts, fusion, blinks, texts);
	}

	private static Part part(final CalibratedScores calibrated,
		final Map<String, Loaded> tensors) throws IOException
	{
		final var detector = Detectors.installed().get(calibrated.name);
		if (detector == null) throw new IOException("it needs the detector " +
			calibrated.name + ", which is not installed");
		if (detector.version() != calibrated.version) throw new IOException(
			"it holds version " + calibrated.version + " of the detector " +
				calibrated.name + ", and version " + detector.version() +
				" is installed");
		final var own = new LinkedHashMap<String, Loaded>();
		final String prefix = calibrated.name + ".";
		tensors.forEach((name, values) -> {
			if (name.startsWith(prefix)) own.put(name.substring(prefix.length()),
				values);
		});
		return new Part(calibrated, detector.read(own));
	}

	private static boolean isSane(final Logistic l, final int inputs) {
		return l != null && l.weights() != null && l.weights().length == inputs &&
			l.covariance() != null && l.covariance().length == inputs + 1 && Double
				.isFinite(l.bias()) && Arrays.stream(l.weights()).allMatch(
					Double::isFinite) && Arrays.stream(l.covariance()).allMatch(
						row -> row != null && row.length == inputs + 1 && Arrays.stream(row)
							.allMatch(Double::isFinite));
	}

	/**
	 * @param out takes the file; not closed
	 * @throws IOException if it cannot be written
	 */
	public void write(final OutputStream out) throws IOException {
		final var texts = new LinkedHashMap<String, String>();
		final var gson = new Gson();
		texts.put(FORMAT, NAME);
		texts.put(PARTS, gson.toJson(parts.stream().map(Part::calibrated).toList()));
		texts.put(FUSION, gson.toJson(fusion));
		texts.put(USES, String.valueOf(fusesBlinks));
		texts.putAll(made);
		final var tensors = new LinkedHashMap<String, Loaded>();
		for (final Part part : parts)
			part.detector.tensors().forEach((name, values) -> tensors.put(
				part.calibrated.name + "." + name, values));
		Safetensors.write(out, tensors, texts, Safetensors.Type.F32);
	}

	/** @return names of the detectors, in order */
	public List<String> names() {
		return parts.stream().map(p -> p.calibrated.name).toList();
	}

	/** @return how it was made, by keyword */
	public Map<String, String> made() {
		return new LinkedHashMap<>(made);
	}

	List<Part> parts() {
		return parts;
	}

	/** @return whether blinks have a say in the fused probability */
	boolean fusesBlinks() {
		return fusesBlinks;
	}

	/**
	 * @param logits of each detector
	 * @param variances of them
	 * @param blinks natural log-odds from the blinks; 0 says nothing
	 * @return probability from all together
	 */
	Estimate fused(final double[] logits, final double[] variances,
		final double blinks)
	{
		final double[] x = fusionInput(logits, fusesBlinks, blinks);
		return Estimate.of(fusion.logit(x), fusion.variance(x, Arrays.copyOf(
			variances, x.length)));
	}

	/** Log-odds beyond 6, which no small collection can prove, count as 6. */
	static double[] fusionInput(final double[] logits, final boolean useBlinks,
		final double blinks)
	{
		final double[] x = Arrays.copyOf(logits, logits.length + (useBlinks ? 1
			: 0));
		if (useBlinks) x[logits.length] = blinks;
		for (int i = 0; i < x.length; i++)
			x[i] = Math.max(-6, Math.min(6, x[i]));
		return x;
	}

	@Override
	public void close() {
		parts.forEach(part -> part.detector.close());
	}
}
