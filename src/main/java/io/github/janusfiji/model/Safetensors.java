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

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.janusfiji.nn.Operations;
import io.github.janusfiji.nn.Tensor;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes tensors in the safetensors format: the header's length as
 * eight little-endian bytes, a JSON header with type, shape and offsets of every
 * tensor, then the numbers, little-endian floats. One tensor at a time is held
 * in memory besides the model itself.
 */
final class Safetensors {

	private static final String METADATA = "__metadata__";
	private static final int LONGEST_HEADER = 10_000_000;
	private static final int CHUNK = 1 << 16;

	private Safetensors() {}

	/**
	 * @param out takes the file; not closed
	 * @param tensors by name, in the order they are written
	 * @param metadata texts for the header
	 * @param operations where the tensors live
	 * @throws IOException if it cannot be written
	 */
	static void write(final OutputStream out, final Map<String, Tensor> tensors,
		final Map<String, String> metadata, final Operations operations)
		throws IOException
	{
		final var header = new JsonObject();
		header.add(METADATA, new Gson().toJsonTree(metadata));
		long offset = 0;
		for (final var entry : tensors.entrySet())
			offset = describe(header, entry.getKey(), "F32", entry.getValue().shape(),
				offset, 4 * entry.getValue().length());
		writeHeader(out, header);
		for (final Tensor tensor : tensors.values())
			write(out, tensor, operations);
	}

	/** The format wants the numbers to begin at a multiple of eight bytes. */
	private static byte[] padded(final String header) {
		final byte[] text = header.getBytes(StandardCharsets.UTF_8);
		final byte[] padded = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
		Arrays.fill(padded, text.length, padded.length, (byte) ' ');
		return padded;
	}

	private static void write(final OutputStream out, final Tensor tensor,
		final Operations operations) throws IOException
	{
		final var values = FloatBuffer.allocate(Math.toIntExact(tensor.length()));
		operations.read(tensor, values);
		values.flip();
		final var chunk = ByteBuffer.allocate(CHUNK).order(
			ByteOrder.LITTLE_ENDIAN);
		while (values.hasRemaining()) {
			final int n = Math.min(CHUNK / 4, values.remaining());
			chunk.asFloatBuffer().put(values.slice(values.position(), n));
			values.position(values.position() + n);
			out.write(chunk.array(), 0, 4 * n);
		}
	}

	/**
	 * Fills tensors from a file that holds exactly these, in whatever order.
	 *
	 * @param in the file; read to its end, not closed
	 * @param tensors by name; overwritten
	 * @param operations where the tensors live
	 * @throws IOException if it is cut off, not of this format, or holds other
	 *           tensors
	 */
	static void read(final InputStream in, final Map<String, Tensor> tensors,
		final Operations operations) throws IOException
	{
		final JsonObject header = header(in);
		header.remove(METADATA);
		if (!header.keySet().equals(tensors.keySet())) throw new IOException(
			"it holds other tensors than its architecture has");
		final var order = header.entrySet().stream().sorted((a, b) -> Long.compare(
			offset(a.getValue(), 0), offset(b.getValue(), 0))).toList();
		long position = 0;
		for (final var entry : order) {
			final Tensor tensor = tensors.get(entry.getKey());
			check(entry.getKey(), entry.getValue().getAsJsonObject(), tensor,
				position);
			read(in, tensor, operations);
			position += 4 * tensor.length();
		}
		if (in.read() != -1) throw new IOException(
			"it is longer than its header says");
	}

	/**
	 * A tensor read from a file.
	 *
	 * @param shape extents
	 * @param values all elements, the last index fastest
	 */
	record Loaded(long[] shape, float[] values) {}

	/**
	 * Reads a file of floats or half floats whatever tensors it holds.
	 *
	 * @param in the file; read to its end, not closed
	 * @return tensors by name
	 * @throws IOException if it is cut off or not of this format
	 */
	static Map<String, Loaded> load(final InputStream in) throws IOException {
		final JsonObject header = header(in);
		header.remove(METADATA);
		final byte[] data = in.readAllBytes();
		final var tensors = new LinkedHashMap<String, Loaded>();
		for (final var entry : header.entrySet()) {
			final var tensor = entry.getValue().getAsJsonObject();
			final long[] shape = new Gson().fromJson(tensor.get("shape"),
				long[].class);
			final boolean half = "F16".equals(tensor.get("dtype").getAsString());
			if (!half && !"F32".equals(tensor.get("dtype").getAsString()))
				throw new IOException("its tensor " + entry.getKey() +
					" holds neither floats nor half floats");
			final long from = offset(tensor, 0), to = offset(tensor, 1);
			final long length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
			if (from < 0 || to > data.length || to - from != length * (half ? 2 : 4))
				throw new IOException("its tensor " + entry.getKey() + " is cut off");
			tensors.put(entry.getKey(), new Loaded(shape, values(ByteBuffer.wrap(data,
				(int) from, (int) (to - from)).order(ByteOrder.LITTLE_ENDIAN), half)));
		}
		return tensors;
	}

	private static float[] values(final ByteBuffer data, final boolean half) {
		final float[] values = new float[data.remaining() / (half ? 2 : 4)];
		for (int i = 0; i < values.length; i++)
			values[i] = half ? HalfFloat.toFloat(data.getShort()) : data.getFloat();
		return values;
	}

	/**
	 * Writes a file of half floats, which take half the place.
	 *
	 * @param out takes the file; not closed
	 * @param tensors by name, in the order they are written
	 * @param metadata texts for the header
	 * @throws IOException if it cannot be written
	 */
	static void writeHalf(final OutputStream out,
		final Map<String, Loaded> tensors, final Map<String, String> metadata)
		throws IOException
	{
		final var header = new JsonObject();
		header.add(METADATA, new Gson().toJsonTree(metadata));
		long offset = 0;
		for (final var entry : tensors.entrySet())
			offset = describe(header, entry.getKey(), "F16", entry.getValue().shape,
				offset, 2L * entry.getValue().values.length);
		writeHeader(out, header);
		for (final Loaded tensor : tensors.values()) {
			final var bytes = ByteBuffer.allocate(2 * tensor.values.length).order(
				ByteOrder.LITTLE_ENDIAN);
			for (final float value : tensor.values)
				bytes.putShort(HalfFloat.of(value));
			out.write(bytes.array());
		}
	}

	private static long describe(final JsonObject header, final String name,
		final String type, final long[] shape, final long from, final long length)
	{
		final var tensor = new JsonObject();
		tensor.addProperty("dtype", type);
		tensor.add("shape", new Gson().toJsonTree(shape));
		tensor.add("data_offsets", new Gson().toJsonTree(new long[] { from, from +
			length }));
		header.add(name, tensor);
		return from + length;
	}

	private static void writeHeader(final OutputStream out,
		final JsonObject header) throws IOException
	{
		final byte[] text = padded(header.toString());
		out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(
			text.length).array());
		out.write(text);
	}

	private static JsonObject header(final InputStream in) throws IOException {
		final byte[] length = in.readNBytes(8);
		if (length.length < 8) throw new EOFException("it ends in its header");
		final long n = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN)
			.getLong();
		if (n < 2 || n > LONGEST_HEADER) throw new IOException(
			"its header has an impossible length");
		final byte[] text = in.readNBytes((int) n);
		if (text.length < n) throw new EOFException("it ends in its header");
		try {
			return JsonParser.parseString(new String(text, StandardCharsets.UTF_8))
				.getAsJsonObject();
		}
		catch (final JsonParseException | IllegalStateException e) {
			throw new IOException("its header is not JSON", e);
		}
	}

	private static long offset(final JsonElement tensor, final int which) {
		return tensor.getAsJsonObject().getAsJsonArray("data_offsets").get(which)
			.getAsLong();
	}

	private static void check(final String name, final JsonObject header,
		final Tensor tensor, final long position) throws IOException
	{
		final boolean right = "F32".equals(header.get("dtype").getAsString()) &&
			Arrays.equals(new Gson().fromJson(header.get("shape"), long[].class),
				tensor.shape()) && offset(header, 0) == position && offset(header,
					1) == position + 4 * tensor.length();
		if (!right) throw new IOException("its tensor " + name +
			" has another shape than its architecture says");
	}

	private static void read(final InputStream in, final Tensor tensor,
		final Operations operations) throws IOException
	{
		final var values = FloatBuffer.allocate(Math.toIntExact(tensor.length()));
		final var chunk = ByteBuffer.allocate(CHUNK).order(
			ByteOrder.LITTLE_ENDIAN);
		final var data = new DataInputStream(in);
		while (values.hasRemaining()) {
			final int n = Math.min(CHUNK / 4, values.remaining());
			data.readFully(chunk.array(), 0, 4 * n);
			values.put(chunk.asFloatBuffer().limit(n));
		}
		operations.write(tensor, values.flip());
	}
}
