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
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.tensor.Safetensors;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.factory.Nd4j;

/** Adversarial and perceptual networks small enough for a test. */
final class TinyGan {

	/** Every part of the real ones but their size. */
	static final GanArchitecture NETWORK = network(0, 0.2);

	/** The same without kinks. */
	static final GanArchitecture SMOOTH = network(1, 1);

	/** Layers of the perceptual network: outputs, or 0 for a pooling. */
	private static final int[] LAYERS = { 4, 6, 0, 5, 0 };

	private TinyGan() {}

	private static GanArchitecture network(final double rectifier,
		final double slope)
	{
		return new GanArchitecture("tinygan", 16, 0.75, 4, List.of(8, 8), List.of(2),
			8, 4, 2, 4, List.of(6), List.of(4, 4, 4), rectifier, slope);
	}

	/** All numbers of the perceptual network, as DL4J lays them out. */
	private static float[] coefficients() {
		final var random = new SplittableRandom(12);
		int count = 7; // of the dense layer behind
		int channels = 3;
		for (final int out : LAYERS) {
			if (out == 0) continue;
			count += out + 9 * channels * out;
			channels = out;
		}
		final float[] all = new float[count];
		for (int i = 0; i < count; i++)
			all[i] = random.nextInt(-64, 64) / 256f;
		return all;
	}

	/** Writes what DL4J's ModelSerializer writes of a ComputationGraph. */
	static Path serialized(final Path file) throws IOException {
		final var json = new StringBuilder(
			"{\"networkInputs\":[\"in\"],\"vertices\":{");
		int channels = 3, number = 0;
		for (final int out : LAYERS) {
			final String layer = out == 0
				? "\"poolingType\":\"MAX\",\"kernelSize\":[2,2],\"stride\":[2,2]"
				: "\"kernelSize\":[3,3],\"nin\":" + channels + ",\"nout\":" + out;
			json.append("\"").append(number++).append(
				"\":{\"@class\":\"org.deeplearning4j.nn.conf.graph.LayerVertex\"," +
					"\"layerConf\":{\"layer\":{").append(layer).append("}}},");
			if (out > 0) channels = out;
		}
		json.append("\"").append(number).append(
			"\":{\"layerConf\":{\"layer\":{\"nin\":6,\"nout\":1}}}}}");
		try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
			zip.putNextEntry(new ZipEntry("configuration.json"));
			zip.write(json.toString().getBytes());
			zip.closeEntry();
			zip.putNextEntry(new ZipEntry("coefficients.bin"));
			final float[] all = coefficients();
			final var out = new DataOutputStream(zip);
			Nd4j.write(Nd4j.create(all, new long[] { 1, all.length }), out);
			out.flush();
			zip.closeEntry();
		}
		return file;
	}

	/** The same network as half floats: multiples of 1/256 keep their values. */
	static Path safetensors(final Path file) throws IOException {
		final Map<String, Safetensors.Loaded> tensors = new LinkedHashMap<>();
		final FloatBuffer all = FloatBuffer.wrap(coefficients());
		int channels = 3, block = 1, number = 1;
		for (final int out : LAYERS) {
			if (out == 0) {
				block++;
				number = 1;
				continue;
			}
			final String name = "conv" + block + "_" + number++;
			tensors.put(name + ".bias", next(all, out));
			tensors.put(name + ".weight", next(all, out, channels, 3, 3));
			channels = out;
		}
		try (var out = Files.newOutputStream(file)) {
			Safetensors.write(out, tensors, Map.of(), Safetensors.Type.F16);
		}
		return file;
	}

	private static Safetensors.Loaded next(final FloatBuffer from,
		final long... shape)
	{
		int length = 1;
		for (final long extent : shape)
			length *= (int) extent;
		final float[] values = new float[length];
		from.get(values);
		return new Safetensors.Loaded(shape, values);
	}

	/** The same without kinks but those of the poolings. */
	static PerceptualLoss smooth(final Engine engine) {
		final FloatBuffer all = FloatBuffer.wrap(coefficients());
		final List<PerceptualLoss.Block> blocks = List.of(block(engine, all, 3,
			4, 6), block(engine, all, 6, 5));
		return new PerceptualLoss(blocks, 1);
	}

	private static PerceptualLoss.Block block(final Engine engine,
		final FloatBuffer all, final int... channels)
	{
		final var kernels = new ArrayList<Parameter>();
		final var biases = new ArrayList<Parameter>();
		for (int i = 1; i < channels.length; i++) {
			biases.add(frozen(engine, next(all, channels[i])));
			kernels.add(frozen(engine, next(all, channels[i], channels[i - 1], 3,
				3)));
		}
		return new PerceptualLoss.Block(kernels, biases);
	}

	private static Parameter frozen(final Engine engine,
		final Safetensors.Loaded tensor)
	{
		final var p = new Parameter("p", engine, false, tensor.shape());
		engine.memory().write(p.value(), FloatBuffer.wrap(tensor.values()));
		return p;
	}

	/** @return all elements */
	static float[] values(final Engine engine, final Tensor tensor) {
		final var values = FloatBuffer.allocate((int) tensor.length());
		engine.memory().read(tensor, values);
		return values.array();
	}
}
