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
import com.google.gson.JsonObject;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.tensor.Safetensors;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * Moves a model's tensors to and from {@link Safetensors} files of floats. One
 * tensor at a time is held in memory besides the model itself.
 */
final class TensorFile {

	private static final int CHUNK = 1 << 16;

	private TensorFile() {}

	/**
	 * @param out takes the file; not closed
	 * @param tensors by name, in the order they are written
	 * @param metadata texts for the header
	 * @param engine where the tensors live
	 * @throws IOException if it cannot be written
	 */
	static void write(final OutputStream out, final Map<String, Tensor> tensors,
		final Map<String, String> metadata, final Engine engine)
		throws IOException
	{
		final var header = new JsonObject();
		header.add(Safetensors.METADATA, new Gson().toJsonTree(metadata));
		long offset = 0;
		for (final var entry : tensors.entrySet())
			offset = Safetensors.describe(header, entry.getKey(),
				Safetensors.Type.F32, entry.getValue().shape(),
				offset, 4 * entry.getValue().length());
		Safetensors.writeHeader(out, header);
		for (final Tensor tensor : tensors.values())
			write(out, tensor, engine);
	}

	private static void write(final OutputStream out, final Tensor tensor,
		final Engine engine) throws IOException
	{
		final var values = FloatBuffer.allocate(Math.toIntExact(tensor.length()));
		engine.memory().read(tensor, values);
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
	 * @param engine where the tensors live
	 * @throws IOException if it is cut off, not of this format, or holds other
	 *           tensors
	 */
	static void read(final InputStream in, final Map<String, Tensor> tensors,
		final Engine engine) throws IOException
	{
		final JsonObject header = Safetensors.header(in);
		header.remove(Safetensors.METADATA);
		if (!header.keySet().equals(tensors.keySet())) throw new IOException(
			"it holds other tensors than its architecture has");
		final var order = header.entrySet().stream().sorted((a, b) -> Long.compare(
			Safetensors.offset(a.getValue(), 0), Safetensors.offset(b.getValue(), 0))).toList();
		long position = 0;
		for (final var entry : order) {
			final Tensor tensor = tensors.get(entry.getKey());
			check(entry.getKey(), entry.getValue().getAsJsonObject(), tensor,
				position);
			read(in, tensor, engine);
			position += 4 * tensor.length();
		}
		if (in.read() != -1) throw new IOException(
			"it is longer than its header says");
	}

	private static void check(final String name, final JsonObject header,
		final Tensor tensor, final long position) throws IOException
	{
		final boolean right = "F32".equals(header.get("dtype").getAsString()) &&
			Arrays.equals(new Gson().fromJson(header.get("shape"), long[].class),
				tensor.shape()) && Safetensors.offset(header, 0) == position &&
			Safetensors.offset(header, 1) == position + 4 * tensor.length();
		if (!right) throw new IOException("its tensor " + name +
			" has another shape than its architecture says");
	}

	private static void read(final InputStream in, final Tensor tensor,
		final Engine engine) throws IOException
	{
		final var values = FloatBuffer.allocate(Math.toIntExact(tensor.length()));
		final var chunk = ByteBuffer.allocate(CHUNK).order(
			ByteOrder.LITTLE_ENDIAN);
		final var data = new DataInputStream(in);
		while (values.hasRemaining()) {
			final int n = Math.min(CHUNK / 4, values.remaining());
			data.readFully(chunk.array(), 0, 4 * n);
			final FloatBuffer floats = chunk.asFloatBuffer().limit(n);
			// A single NaN blackens every face, and nobody would say why.
			for (int i = 0; i < n; i++) if (!Float.isFinite(floats.get(i)))
				throw new IOException("its weights hold something that is no number");
			values.put(floats);
		}
		engine.memory().write(tensor, values.flip());
	}
}
