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
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.Safetensors;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the frozen network of a {@link PerceptualLoss}: VGGFace from DL4J's model
 * zoo, any such network that DL4J's ModelSerializer wrote (a zip with
 * {@code configuration.json} and {@code coefficients.bin}), or safetensors with
 * tensors {@code conv<block>_<number>.weight} (O×I×k×k) and {@code .bias}.
 */
final class PerceptualFile {

	private PerceptualFile() {}

	/**
	 * @param named a file, or {@value VggFaceZoo#NAME} for the one of DL4J's zoo
	 * @param progress told how far fetching it is
	 * @return the file
	 * @throws InputException if it has to be fetched and cannot be
	 */
	static Path locate(final Path named, final Progress progress)
		throws InputException
	{
		final Path name = named.getFileName(); // a root has none
		return name != null && VggFaceZoo.NAME.equalsIgnoreCase(name.toString()) &&
			!Files.exists(named) ? VggFaceZoo.usual().file(progress) : named;
	}

	/**
	 * @param file weights
	 * @param engine where they are to live
	 * @return the frozen network
	 * @throws InputException if they are missing, damaged or of another kind
	 */
	static PerceptualLoss read(final Path file, final Engine engine)
		throws InputException
	{
		if (!Files.isRegularFile(file)) throw new InputException(
			"There is no network for the perceptual objective at " + file +
				": write " + VggFaceZoo.NAME + " to have it fetched from DL4J's model " +
				"zoo, name another file, or leave it empty to train without.");
		try {
			if (VggFaceZoo.FILE.equals(file.getFileName().toString())) VggFaceZoo
				.usual().check(file);
			final var convolutions = isZip(file) ? SerializedNetwork.read(file) : safetensors(
				file);
			return network(convolutions, engine);
		}
		catch (final IOException | RuntimeException e) {
			throw new InputException("The network for the perceptual objective " +
				file + " cannot be read (" + Limits.why(e) +
				"): get it again, or leave it empty to train without.", e);
		}
	}

	private static boolean isZip(final Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.read() == 'P' && in.read() == 'K';
		}
	}

	private static List<Convolution> safetensors(final Path file)
		throws IOException
	{
		final Map<String, Safetensors.Loaded> tensors;
		try (var in = new BufferedInputStream(Files.newInputStream(file))) {
			tensors = Safetensors.read(in).tensors();
		}
		final List<Convolution> convolutions = new ArrayList<>();
		for (int block = 1, number = 1; block <= 5; number++) {
			final String name = "conv" + block + "_" + number;
			final var kernel = tensors.get(name + ".weight");
			final var bias = tensors.get(name + ".bias");
			if (kernel != null && bias != null) convolutions.add(new Convolution(
				block, kernel.shape(), kernel.values(), bias.values()));
			else {
				block++;
				number = 0;
			}
		}
		return convolutions;
	}

	private static PerceptualLoss network(final List<Convolution> convolutions,
		final Engine engine) throws IOException
	{
		final var blocks = new TreeMap<Integer, PerceptualLoss.Block>();
		long channels = 3;
		int number = 0;
		for (final Convolution c : convolutions) {
			if (c.shape().length != 4 || c.shape()[1] != channels) throw new IOException(
				"its convolutions do not fit each other or colour pictures");
			if (c.kernel().length != c.shape()[0] * c.shape()[1] * c.shape()[2] * c.shape()[3] ||
				c.bias().length != c.shape()[0] || c.kernel().length == 0)
				throw new IOException("its convolutions lack numbers");
			requireFinite(c.kernel());
			requireFinite(c.bias());
			channels = c.shape()[0];
			final var block = blocks.computeIfAbsent(c.block(),
				b -> new PerceptualLoss.Block(new ArrayList<>(), new ArrayList<>()));
			final String name = "perceptual.conv" + ++number;
			block.kernels().add(parameter(name + ".weight", engine, c.kernel(),
				c.shape()));
			block.biases().add(parameter(name + ".bias", engine, c.bias(),
				channels));
		}
		if (blocks.isEmpty()) throw new IOException("it holds no convolutions");
		return new PerceptualLoss(List.copyOf(blocks.values()), 0);
	}

	private static void requireFinite(final float[] values)
		throws IOException
	{
		for (final float v : values) if (!Float.isFinite(v)) throw new IOException(
			"its weights hold something that is no number");
	}

	private static Parameter parameter(final String name,
		final Engine engine, final float[] values, final long... shape)
	{
		final var parameter = new Parameter(name, engine, false, shape);
		engine.memory().write(parameter.value(), FloatBuffer.wrap(values));
		return parameter;
	}
}
