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
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.tensor.Safetensors;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights that a new model begins with instead of chance: an encoder and one
 * decoder that learnt the faces of many people. They come with Janus, as half
 * floats; docs/base-model.md tells of what they learnt. A new pair's two decoders
 * both begin as that one.
 */
final class FaceBase {

	private static final String DECODER = "decoder.";
	private static final String STYLE = "style_";

	/** Names of the parameters of styles, which the base has not learnt. */
	private static final String MODULATED = "(styles|modulation)\\..*";

	/** Faces of a person that a style is the mean of. */
	private static final int MOST_LOOKED_AT = 64;

	private FaceBase() {}

	private static String resource(final Blueprint blueprint) {
		final String preset = blueprint instanceof ExpressionArchitecture e ? e
			.ofPair() : blueprint.preset();
		return "base-" + preset + ".safetensors";
	}

	/**
	 * @param blueprint of a network
	 * @return whether Janus brings weights for it
	 */
	static boolean exists(final Blueprint blueprint) {
		return FaceBase.class.getResource(resource(blueprint)) != null;
	}

	/**
	 * @param engine computes
	 * @return the network of everybody's faces that Janus brings for the preset
	 *         light
	 * @throws IOException if this Janus brings none
	 */
	static ExpressionNetwork everybody(final Engine engine)
		throws IOException
	{
		if (!exists(ExpressionArchitecture.LIGHT)) throw new InputException(
			"This Janus brings no pretrained base: choose a model's file.");
		final var network = ExpressionNetwork.empty(ExpressionArchitecture.LIGHT
			.forEverybody(), engine, false);
		try (InputStream in = new BufferedInputStream(FaceBase.class
			.getResourceAsStream(resource(ExpressionArchitecture.LIGHT))))
		{
			fill(network, network.parameters(), Safetensors.read(in).tensors());
		}
		return network;
	}

	/**
	 * @param network to begin with the weights that Janus brings for it
	 * @param faces of the two people it will learn
	 * @throws IOException if they do not fit
	 */
	static void apply(final FaceNetwork network, final TrainingPeople faces)
		throws IOException
	{
		try (InputStream in = new BufferedInputStream(FaceBase.class
			.getResourceAsStream(resource(network.blueprint()))))
		{
			apply(network, in, faces);
		}
	}

	/**
	 * @param network whose weights are overwritten
	 * @param base as written by {@link #export}
	 * @param faces of the two people: an expression network of two begins with the
	 *          styles that the base sees in them; one for everybody needs none
	 * @throws IOException if it holds other tensors than the network needs
	 */
	static void apply(final FaceNetwork network, final InputStream base,
		final TrainingPeople faces) throws IOException
	{
		final var tensors = Safetensors.read(base).tensors();
		if (network instanceof StyleNetwork styled) {
			fill(network, styled.parameters().stream().filter(p -> !p.name().matches(
				MODULATED)).toList(), tensors);
			begin(styled, faces, 0, tensors);
			return;
		}
		if (!(network instanceof ExpressionNetwork pair) || pair.blueprint()
			.isForEverybody())
		{
			fill(network, network.parameters(), tensors);
			return;
		}
		fill(network, pair.parameters().stream().filter(p -> !p.name().startsWith(
			STYLE)).toList(), tensors);
		final var everybody = everybody(pair.blueprint(), pair.engine(), tensors);
		for (final Side side : Side.PAIR)
			pair.begin(side, style(everybody, side == Side.A ? faces.a() : faces
				.b()));
	}

	private static ExpressionNetwork everybody(
		final ExpressionArchitecture architecture, final Engine engine,
		final Map<String, Safetensors.Loaded> tensors) throws IOException
	{
		final var everybody = ExpressionNetwork.empty(architecture.forEverybody(),
			engine, false);
		fill(everybody, everybody.parameters(), tensors);
		return everybody;
	}

	/**
	 * @param network whose last people begin with the styles that the base sees in
	 *          their faces
	 * @param faces of all people
	 * @param known how many are left as they are; if none, the mean person begins
	 *          as the mean of all
	 * @throws IOException if the base does not fit
	 */
	static void begin(final StyleNetwork network, final TrainingPeople faces,
		final int known) throws IOException
	{
		try (InputStream in = new BufferedInputStream(FaceBase.class
			.getResourceAsStream(resource(network.blueprint()))))
		{
			begin(network, faces, known, Safetensors.read(in).tensors());
		}
	}

	private static void begin(final StyleNetwork network,
		final TrainingPeople faces, final int known,
		final Map<String, Safetensors.Loaded> tensors) throws IOException
	{
		final var everybody = everybody(network.blueprint(), network.engine(),
			tensors);
		final List<float[]> styles = new ArrayList<>();
		for (final TrainingFaces person : faces.all().subList(known, faces.count()))
			styles.add(style(everybody, person));
		final float[] mean = network.mean();
		if (known == 0) for (int i = 0; i < mean.length; i++) {
			final int unit = i;
			mean[i] = (float) styles.stream().mapToDouble(s -> s[unit]).average()
				.orElseThrow();
		}
		network.begin(mean, styles);
	}

	/** The mean of what the base sees in a person's faces. */
	private static float[] style(final ExpressionNetwork everybody,
		final TrainingFaces faces)
	{
		final int count = Math.min(MOST_LOOKED_AT, faces.trained());
		final var input = NetworkInput.allocate(everybody.blueprint(), count);
		final var sampler = FaceSamplers.of(everybody.blueprint());
		for (int i = 0; i < count; i++)
			sampler.plain(faces.trainedCrop((int) ((long) i * faces.trained() /
				count)), new FaceSampler.Places(input.pictures().slot(i), null, null,
					input.cues().slot(i), input.likeness().slot(i)));
		final float[] each = everybody.styles(input.likeness());
		final float[] mean = new float[everybody.blueprint().style()];
		for (int i = 0; i < each.length; i++)
			mean[i % mean.length] += each[i] / count;
		return mean;
	}

	private static void fill(final FaceNetwork network,
		final List<Parameter> parameters,
		final Map<String, Safetensors.Loaded> tensors) throws IOException
	{
		for (final Parameter parameter : parameters) {
			final var tensor = tensors.get(common(parameter.name()));
			if (tensor == null || !Arrays.equals(tensor.shape(), parameter.value()
				.shape())) throw new IOException("The pretrained base does not fit " +
					"the preset " + network.blueprint().preset() + " (" + parameter
						.name() + "): train without it.");
			network.engine().memory().write(parameter.value(), FloatBuffer.wrap(tensor
				.values()));
		}
	}

	/**
	 * @param network trained on everybody's faces
	 * @param out takes a safetensors file of half floats; not closed
	 * @param metadata texts for its header
	 * @throws IOException if it cannot be written
	 */
	static void export(final FaceNetwork network, final OutputStream out,
		final Map<String, String> metadata) throws IOException
	{
		final Map<String, Safetensors.Loaded> tensors = new LinkedHashMap<>();
		for (final Parameter parameter : network.parameters()) {
			final var values = FloatBuffer.allocate(Math.toIntExact(parameter.value()
				.length()));
			network.engine().memory().read(parameter.value(), values);
			tensors.put(common(parameter.name()), new Safetensors.Loaded(parameter
				.value().shape(), values.array()));
		}
		Safetensors.write(out, tensors, metadata, Safetensors.Type.F16);
	}

	/** The same name for either person's decoder. */
	private static String common(final String name) {
		return name.replaceFirst("^decoder_[ab]\\.", DECODER);
	}
}
