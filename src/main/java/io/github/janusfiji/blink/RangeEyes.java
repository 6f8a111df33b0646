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
package io.github.janusfiji.blink;

import io.github.janusfiji.face.RangeFaces;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Eyes of everyone in a range of a clip, as measured before they are related to
 * each person's own open level, which only the whole clip tells.
 */
public final class RangeEyes {

	private final RangeFaces faces;
	private final float[][] right, left;
	private final SkinMeasures skin;

	/**
	 * @param faces of the range
	 * @param right features of the right eye of each face; null where none are
	 * @param left the same of the left eye
	 * @param skin measures of each face
	 */
	RangeEyes(final RangeFaces faces, final float[][] right,
		final float[][] left, final SkinMeasures skin)
	{
		this.faces = faces;
		this.right = right;
		this.left = left;
		this.skin = skin;
	}

	/** @return the faces of the range */
	public RangeFaces faces() {
		return faces;
	}

	/**
	 * @param from index of a face of this range
	 * @param to its entry among those of the whole clip
	 * @param measures of the clip
	 * @param all measures of the skin in the clip
	 */
	void copy(final int from, final int to, final EyeMeasures measures,
		final SkinMeasures all)
	{
		measures.rightFeatures()[to] = right[from];
		measures.leftFeatures()[to] = left[from];
		all.texture()[to] = skin.texture()[from];
		all.sharpness()[to] = skin.sharpness()[from];
		all.outline()[to] = skin.outline()[from];
	}

	/**
	 * @param out takes all of it, without any rounding
	 * @throws IOException if it cannot be written
	 */
	public void write(final DataOutput out) throws IOException {
		faces.write(out);
		for (int i = 0; i < right.length; i++) {
			write(right[i], out);
			write(left[i], out);
			out.writeDouble(skin.texture()[i]);
			out.writeDouble(skin.sharpness()[i]);
			out.writeDouble(skin.outline()[i]);
		}
	}

	private static void write(final float[] features, final DataOutput out)
		throws IOException
	{
		out.writeInt(features == null ? -1 : features.length);
		if (features != null) for (final float f : features) out.writeFloat(f);
	}

	/**
	 * @param in what {@link #write} wrote
	 * @return the same
	 * @throws IOException if it cannot be read
	 */
	public static RangeEyes read(final DataInput in) throws IOException {
		final RangeFaces faces = RangeFaces.read(in);
		final int count = faces.faces().size();
		final var right = new float[count][];
		final var left = new float[count][];
		final var skin = new SkinMeasures(count);
		for (int i = 0; i < count; i++) {
			right[i] = features(in);
			left[i] = features(in);
			skin.texture()[i] = in.readDouble();
			skin.sharpness()[i] = in.readDouble();
			skin.outline()[i] = in.readDouble();
		}
		return new RangeEyes(faces, right, left, skin);
	}

	private static float[] features(final DataInput in) throws IOException {
		final int length = in.readInt();
		if (length < 0) return null;
		final var features = new float[length];
		for (int i = 0; i < length; i++) features[i] = in.readFloat();
		return features;
	}
}
