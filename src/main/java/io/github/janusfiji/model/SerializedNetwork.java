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
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.nd4j.linalg.factory.Nd4j;

/** Reads the convolutions of a network that DL4J wrote as a zip file. */
final class SerializedNetwork {

	private static final String CONFIGURATION = "configuration.json";
	private static final String COEFFICIENTS = "coefficients.bin";

	/** Channels of a layer and sides of a kernel lie below this. */
	private static final long MOST_CHANNELS = 1 << 14;

	/** Numbers that describe the shape of ND4J's numbers. */
	private static final long MOST_SHAPE = 128;

	/** Levels of a configuration; DL4J's have about ten. */
	private static final int DEEPEST = 64;

	private SerializedNetwork() {}

	/**
	 * @param file a zip of configuration and coefficients
	 * @return its convolutions in order
	 * @throws IOException if it is damaged or of another kind; the message can
	 *           follow "it cannot be read"
	 */
	static List<Convolution> read(final Path file)
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
					final long count = layer.shape()[0] * layer.shape()[1] * layer.shape()[2] *
						layer.shape()[3];
					if (position + layer.shape()[0] + count > all.length())
						throw new IOException("it holds fewer numbers than its layers need");
					// ConvolutionParamInitializer of DL4J: biases, then O×I×k×k.
					final float[] bias = new float[(int) layer.shape()[0]];
					for (int i = 0; i < bias.length; i++)
						bias[i] = all.getFloat(position++);
					final float[] kernel = new float[(int) count];
					for (int i = 0; i < kernel.length; i++)
						kernel[i] = all.getFloat(position++);
					convolutions.add(new Convolution(layer.block(), layer.shape(), kernel,
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
			for (final long n : layer.shape()) if (n < 1 || n > MOST_CHANNELS)
				throw new IOException("its configuration has impossible layers");
			needed += layer.shape()[0] * (1 + layer.shape()[1] * layer.shape()[2] *
				layer.shape()[3]);
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
}
