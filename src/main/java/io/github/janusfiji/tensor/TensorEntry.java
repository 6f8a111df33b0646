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
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Entry of a tensor in the header, with the names that the format gives its
 * parts.
 *
 * @param dtype type of its numbers
 * @param shape extents
 * @param offsets of its first byte and of the byte after its last, counted from
 *          the header's end
 */
record TensorEntry(String dtype, long[] shape,
	@SerializedName("data_offsets") long[] offsets)
{

	/**
	 * @param name of the tensor
	 * @param json its description
	 * @return the entry
	 * @throws IOException if it lacks something; the message can follow the file's
	 *           name
	 */
	static TensorEntry of(final String name, final JsonElement json)
		throws IOException
	{
		try {
			final var read = new Gson().fromJson(json, TensorEntry.class);
			if (read != null && read.dtype != null && read.shape != null &&
				read.offsets != null && read.offsets.length == 2) return read;
		}
		catch (final RuntimeException e) {
			// Gson throws all kinds, as for a null among the numbers.
			throw new IOException("its tensor " + name +
				" is described in another form", e);
		}
		throw new IOException("its tensor " + name +
			" lacks a type, a shape or two offsets");
	}

	/** @return length of its numbers in the file, bytes; 0 where it makes no sense */
	long bytes() {
		return Math.max(0, offsets[1] - offsets[0]);
	}

	/**
	 * @param name of the tensor
	 * @param data all of the file after the header
	 * @return all elements, the last index fastest
	 * @throws IOException if it is of another type, cut off or not finite; the
	 *           message can follow the file's name
	 */
	float[] read(final String name, final byte[] data) throws IOException {
		final int size = switch (dtype) {
			case "F32" -> Float.BYTES;
			case "F16" -> HalfFloat.BYTES;
			default -> throw new IOException("its tensor " + name +
				" holds neither floats nor half floats");
		};
		final long from = offsets[0], to = offsets[1];
		if (from < 0 || from > to || to > data.length || to - from != length(name,
			shape) * size) throw new IOException("its tensor " + name +
				" is cut off");
		return values(name, ByteBuffer.wrap(data, (int) from,
			(int) (to - from)).order(ByteOrder.LITTLE_ENDIAN), size == HalfFloat.BYTES);
	}

	/** @return number of elements, at most what an array can hold */
	private static long length(final String name, final long[] shape)
		throws IOException
	{
		long length = 1;
		for (final long extent : shape) {
			if (extent < 0 || extent > Integer.MAX_VALUE || length *
				extent > Integer.MAX_VALUE) throw new IOException("its tensor " + name +
					" has an impossible shape");
			length *= extent;
		}
		return length;
	}

	private static float[] values(final String name, final ByteBuffer data,
		final boolean isHalf) throws IOException
	{
		final float[] values = new float[data.remaining() / (isHalf
			? HalfFloat.BYTES : Float.BYTES)];
		for (int i = 0; i < values.length; i++)
			values[i] = isHalf ? HalfFloat.toFloat(data.getShort()) : data.getFloat();
		for (final float value : values) if (!Float.isFinite(value))
			throw new IOException("its tensor " + name +
				" holds something that is no number");
		return values;
	}
}
