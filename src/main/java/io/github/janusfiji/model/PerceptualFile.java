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

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.janusfiji.nn.Operations;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.Safetensors;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads the frozen network of a {@link PerceptualLoss}: VGGFace from DL4J's model
 * zoo, any such network that DL4J's ModelSerializer wrote (a zip with
 * {@code configuration.json} and {@code coefficients.bin}), or safetensors with
 * tensors {@code conv<block>_<number>.weight} (O×I×k×k) and {@code .bias}.
 */
final class PerceptualFile {

	private static final String CONFIGURATION = "configuration.json";
	private static final String COEFFICIENTS = "coefficients.bin";

	/** Channels of a layer and sides of a kernel lie below this. */
	private static final long MOST_CHANNELS = 1 << 14;

	/** Numbers that describe the shape of ND4J's numbers. */
	private static final long MOST_SHAPE = 128;

	/** Levels of a configuration; DL4J's have about ten. */
	private static final int DEEPEST = 64;

	private PerceptualFile() {}

	/** One convolution of 3×3 or the like, with its place in the blocks. */
	private record Convolution(int block, long[] shape, float[] kernel,
		float[] bias)
	{}

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
	 * @param operations where they are to live
	 * @return the frozen network
	 * @throws InputException if they are missing, damaged or of another kind
	 */
	static PerceptualLoss read(final Path file, final Operations operations)
		throws InputException
	{
		if (!Files.isRegularFile(file)) throw new InputException(
			"There is no network for the perceptual objective at " + file +
				": write " + VggFaceZoo.NAME + " to have it fetched from DL4J's model " +
				"zoo, name another file, or leave it empty to train without.");
		try {
			if (VggFaceZoo.FILE.equals(file.getFileName().toString())) VggFaceZoo
				.usual().check(file);
			final var convolutions = isZip(file) ? serialized(file) : safetensors(
				file);
			return network(convolutions, operations);
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

	private static List<Convolution> serialized(final Path file)
		throws IOException
	{
		try (var zip = new ZipFile(file.toFile())) {
			final var layers = layers(text(zip));
			if (layers.isEmpty()) throw new IOException(
				"its configuration holds no convolutions");
			// One row of all parameters in the order of the layers.
			requireNumbers(zip, layers);
			try (var all = Nd4j.read(new DataInputStream(new BufferedInputStream(
				stream(zip, COEFFICIENTS)))))
			{
				final var convolutions = new ArrayList<Convolution>();
				long position = 0;
				for (final Convolution layer : layers) {
					final long count = layer.shape[0] * layer.shape[1] * layer.shape[2] *
						layer.shape[3];
					if (position + layer.shape[0] + count > all.length())
						throw new IOException("it holds fewer numbers than its layers need");
					// ConvolutionParamInitializer of DL4J: biases, then O×I×k×k.
					final float[] bias = new float[(int) layer.shape[0]];
					for (int i = 0; i < bias.length; i++)
						bias[i] = all.getFloat(position++);
					final float[] kernel = new float[(int) count];
					for (int i = 0; i < kernel.length; i++)
						kernel[i] = all.getFloat(position++);
					convolutions.add(new Convolution(layer.block, layer.shape, kernel,
						bias));
				}
				return convolutions;
			}
		}
	}

	/**
	 * ND4J takes memory for as many numbers as the file's own header says, so that
	 * the header is compared with the entry first.
	 */
	private static void requireNumbers(final ZipFile zip,
		final List<Convolution> layers) throws IOException
	{
		long needed = 0;
		for (final Convolution layer : layers) {
			for (final long n : layer.shape) if (n < 1 || n > MOST_CHANNELS)
				throw new IOException("its configuration has impossible layers");
			needed += layer.shape[0] * (1 + layer.shape[1] * layer.shape[2] *
				layer.shape[3]);
		}
		Limits.checkNumbers(zip, Long.MAX_VALUE, COEFFICIENTS, needed);
		final long size = Limits.entry(zip, COEFFICIENTS).getSize();
		try (var in = new DataInputStream(new BufferedInputStream(stream(zip,
			COEFFICIENTS))))
		{
			final long shape = length(in);
			if (shape > MOST_SHAPE) throw new IOException(
				"its numbers have an impossible shape");
			in.skipNBytes(8 * shape);
			if (length(in) > size) throw new IOException(
				"it holds fewer numbers than it says");
		}
	}

	/** Reads the header of one of ND4J's buffers: kind of memory, length, type. */
	private static long length(final DataInputStream in) throws IOException {
		final String kind = in.readUTF();
		final boolean isLong = "LONG_SHAPE".equals(kind) || "MIXED_DATA_TYPES".equals(
			kind);
		final long length = isLong ? in.readLong() : in.readInt();
		in.readUTF();
		if (length < 0) throw new IOException("its numbers are damaged");
		return length;
	}

	private static InputStream stream(final ZipFile zip, final String name)
		throws IOException
	{
		return zip.getInputStream(Limits.entry(zip, name));
	}

	private static JsonElement text(final ZipFile zip) throws IOException {
		try (InputStream in = stream(zip, CONFIGURATION)) {
			return JsonParser.parseString(new String(Limits.all(in,
				CONFIGURATION), StandardCharsets.UTF_8));
		}
		catch (final JsonParseException e) {
			throw new IOException("its configuration is not JSON", e);
		}
	}

	/**
	 * The convolutions before the first dense layer. DL4J's configurations nest
	 * layers differently from version to version, but all name the inputs and
	 * outputs of each, in the order of the layers.
	 */
	private static List<Convolution> layers(final JsonElement configuration) {
		final List<JsonObject> all = new ArrayList<>();
		collect(configuration, all, 0);
		final List<Convolution> layers = new ArrayList<>();
		int block = 1;
		for (final JsonObject layer : all) {
			final var keys = caseless(layer);
			if (keys.containsKey("poolingtype")) {
				block++;
				continue;
			}
			if (!keys.containsKey("kernelsize")) break;
			final var kernel = keys.get("kernelsize").getAsJsonArray();
			layers.add(new Convolution(block, new long[] { keys.get("nout")
				.getAsLong(), keys.get("nin").getAsLong(), kernel.get(0).getAsLong(),
				kernel.get(1).getAsLong() }, null, null));
		}
		return layers;
	}

	private static void collect(final JsonElement element,
		final List<JsonObject> layers, final int depth)
	{
		if (depth > DEEPEST) throw new IllegalStateException(
			"its configuration is nested too deeply");
		if (element.isJsonArray()) element.getAsJsonArray().forEach(e -> collect(e,
			layers, depth + 1));
		if (!element.isJsonObject()) return;
		final var keys = caseless(element.getAsJsonObject());
		if (keys.containsKey("nin") && keys.containsKey("nout") || keys.containsKey(
			"poolingtype")) layers.add(element.getAsJsonObject());
		else element.getAsJsonObject().entrySet().forEach(e -> collect(e.getValue(),
			layers, depth + 1));
	}

	private static Map<String, JsonElement> caseless(final JsonObject object) {
		final Map<String, JsonElement> keys = new TreeMap<>(
			String.CASE_INSENSITIVE_ORDER);
		object.entrySet().forEach(e -> keys.put(e.getKey(), e.getValue()));
		return keys;
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
		final Operations operations) throws IOException
	{
		final var blocks = new TreeMap<Integer, PerceptualLoss.Block>();
		long channels = 3;
		int number = 0;
		for (final Convolution c : convolutions) {
			if (c.shape.length != 4 || c.shape[1] != channels) throw new IOException(
				"its convolutions do not fit each other or colour pictures");
			if (c.kernel.length != c.shape[0] * c.shape[1] * c.shape[2] * c.shape[3] ||
				c.bias.length != c.shape[0] || c.kernel.length == 0)
				throw new IOException("its convolutions lack numbers");
			requireFinite(c.kernel);
			requireFinite(c.bias);
			channels = c.shape[0];
			final var block = blocks.computeIfAbsent(c.block,
				b -> new PerceptualLoss.Block(new ArrayList<>(), new ArrayList<>()));
			final String name = "perceptual.conv" + ++number;
			block.kernels().add(parameter(name + ".weight", operations, c.kernel,
				c.shape));
			block.biases().add(parameter(name + ".bias", operations, c.bias,
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
		final Operations operations, final float[] values, final long... shape)
	{
		final var parameter = new Parameter(name, operations, false, shape);
		operations.write(parameter.value(), FloatBuffer.wrap(values));
		return parameter;
	}
}
