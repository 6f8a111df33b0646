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
package io.github.janusfiji.tensor;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes tensors in the safetensors format: the header's length as
 * eight little-endian bytes, a JSON header with type, shape and offsets of every
 * tensor and texts about them, then the numbers, little-endian.
 */
public final class Safetensors {

	/** The header's entry that is no tensor: a JSON object of texts. */
	public static final String METADATA = "__metadata__";

	private static final int LONGEST_HEADER = 10_000_000;

	private Safetensors() {}

	/**
	 * A tensor in memory.
	 *
	 * @param shape extents
	 * @param values all elements, the last index fastest
	 */
	public record Loaded(long[] shape, float[] values) {}

	/**
	 * Content of a file.
	 *
	 * @param tensors by name
	 * @param metadata texts of the header
	 */
	public record Content(Map<String, Loaded> tensors,
		Map<String, String> metadata)
	{}

	/** Type of stored numbers. */
	public enum Type {

			/** Floats of four bytes. */
			F32(4),

			/** Half floats. */
			F16(2);

		private final int bytes;

		Type(final int bytes) {
			this.bytes = bytes;
		}

		/** @return bytes per number */
		public int bytes() {
			return bytes;
		}
	}

	/**
	 * Reads a file of floats or half floats whatever tensors it holds.
	 *
	 * @param in the file; read to its end, not closed
	 * @return tensors by name, and the texts
	 * @throws IOException if it is cut off or not of this format; the message says
	 *           why and can follow the file's name
	 */
	public static Content read(final InputStream in) throws IOException {
		final JsonObject header = header(in);
		final JsonElement texts = header.remove(METADATA);
		final byte[] data = in.readAllBytes();
		final var tensors = new LinkedHashMap<String, Loaded>();
		long bytes = 0;
		for (final var entry : header.entrySet()) {
			final var described = TensorEntry.of(entry.getKey(), entry.getValue());
			bytes += described.bytes();
			if (bytes > data.length || bytes < 0) throw new IOException(
				"its tensors overlap or are cut off");
			tensors.put(entry.getKey(), new Loaded(described.shape(), described.read(entry
				.getKey(), data)));
		}
		return new Content(tensors, texts == null ? new LinkedHashMap<>() : texts(
			texts));
	}

	private static Map<String, String> texts(final JsonElement metadata)
		throws IOException
	{
		try {
			final var texts = new LinkedHashMap<String, String>();
			for (final var text : metadata.getAsJsonObject().entrySet())
				texts.put(text.getKey(), text.getValue().getAsString());
			return texts;
		}
		catch (final RuntimeException e) {
			throw new IOException("its header has metadata that are no texts", e);
		}
	}

	/**
	 * @param out takes the file; not closed
	 * @param tensors by name, in the order they are written
	 * @param metadata texts for the header
	 * @param type how the numbers are stored
	 * @throws IOException if it cannot be written
	 */
	public static void write(final OutputStream out,
		final Map<String, Loaded> tensors, final Map<String, String> metadata,
		final Type type) throws IOException
	{
		final var header = new JsonObject();
		header.add(METADATA, new Gson().toJsonTree(metadata));
		long offset = 0;
		for (final var entry : tensors.entrySet())
			offset = describe(header, entry.getKey(), type, entry.getValue().shape,
				offset, (long) type.bytes * entry.getValue().values.length);
		writeHeader(out, header);
		for (final Loaded tensor : tensors.values()) {
			final var bytes = ByteBuffer.allocate(type.bytes * tensor.values.length)
				.order(ByteOrder.LITTLE_ENDIAN);
			for (final float value : tensor.values) {
				if (type == Type.F16) bytes.putShort(HalfFloat.of(value));
				else bytes.putFloat(value);
			}
			out.write(bytes.array());
		}
	}

	/**
	 * Adds a tensor to a header.
	 *
	 * @param header what the tensor is added to
	 * @param name of the tensor
	 * @param type how its numbers are stored
	 * @param shape its extents
	 * @param from offset of its first byte after the header
	 * @param length in bytes
	 * @return offset of the byte after its last
	 */
	public static long describe(final JsonObject header, final String name,
		final Type type, final long[] shape, final long from, final long length)
	{
		final var tensor = new JsonObject();
		tensor.addProperty("dtype", type.name());
		tensor.add("shape", new Gson().toJsonTree(shape));
		tensor.add("data_offsets", new Gson().toJsonTree(new long[] { from, from +
			length }));
		header.add(name, tensor);
		return from + length;
	}

	/**
	 * @param out takes the header and its length
	 * @param header texts and {@link #describe descriptions}
	 * @throws IOException if it cannot be written
	 */
	public static void writeHeader(final OutputStream out,
		final JsonObject header) throws IOException
	{
		final byte[] text = padded(header.toString());
		out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(
			text.length).array());
		out.write(text);
	}

	/** The format wants the numbers to begin at a multiple of eight bytes. */
	private static byte[] padded(final String header) {
		final byte[] text = header.getBytes(StandardCharsets.UTF_8);
		final byte[] padded = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
		Arrays.fill(padded, text.length, padded.length, (byte) ' ');
		return padded;
	}

	/**
	 * @param in a file at its beginning; read as far as the header's end
	 * @return the header
	 * @throws IOException if it is cut off or not of this format
	 */
	public static JsonObject header(final InputStream in) throws IOException {
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
		catch (final RuntimeException e) {
			throw new IOException("its header is not JSON", e);
		}
	}

	/**
	 * @param tensor its description in the header
	 * @param which 0 for its first byte, 1 for the byte after its last
	 * @return the offset after the header
	 */
	public static long offset(final JsonElement tensor, final int which) {
		return tensor.getAsJsonObject().getAsJsonArray("data_offsets").get(which)
			.getAsLong();
	}
}
