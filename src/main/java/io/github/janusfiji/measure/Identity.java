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
package io.github.janusfiji.measure;

import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells how alike a face is to two people, by the cosine of their embeddings. A
 * person's embedding is the mean over faces spread evenly through a face set.
 */
public final class Identity implements AutoCloseable {

	/** Most faces of a set that are looked at. */
	private static final int FACES = 50;

	private final FaceEmbedder embedder;
	private final float[] first, second;

	private Identity(final FaceEmbedder embedder, final float[] first,
		final float[] second)
	{
		this.embedder = embedder;
		this.first = first;
		this.second = second;
	}

	/**
	 * @param network an ONNX file that turns 1×3×112×112 values (red, green, blue)
	 *          into one vector
	 * @param range of these values: {@code unit} (−1 to 1) or {@code levels} (0 to
	 *          255)
	 * @param facesA face set of the first person, if there is one
	 * @param facesB face set of the second person, if there is one
	 * @return the two people
	 * @throws IOException if a file cannot be read or is not what it should be;
	 *           the message is one sentence for the user
	 */
	public static Identity of(final Path network, final String range,
		final Optional<Path> facesA, final Optional<Path> facesB)
		throws IOException
	{
		if (facesA.isEmpty() && facesB.isEmpty()) throw new InputException(
			"Give a face set as 'facesa' or 'facesb', so that the network has" +
				" someone to compare with.");
		final var embedder = new FaceEmbedder(network, range(range));
		boolean usable = false;
		try {
			final var identity = new Identity(embedder, mean(embedder, facesA), mean(
				embedder, facesB));
			usable = true;
			return identity;
		}
		finally {
			if (!usable) embedder.close();
		}
	}

	/**
	 * @param network an ONNX file as above
	 * @param range as above
	 * @return the network alone, for comparison with a {@link Donor}
	 * @throws IOException if the file is not what it should be
	 */
	public static Identity of(final Path network, final String range)
		throws IOException
	{
		return new Identity(new FaceEmbedder(network, range(range)), null, null);
	}

	private static FaceEmbedder.Range range(final String name)
		throws InputException
	{
		return Choice.of(FaceEmbedder.Range.class, "range", name);
	}

	private static float[] mean(final FaceEmbedder embedder,
		final Optional<Path> faces) throws IOException
	{
		if (faces.isEmpty()) return null;
		try (var set = FaceSet.open(faces.get())) {
			final int count = set.faces().size(), size = set.size();
			final int every = Math.max(1, (count + FACES - 1) / FACES);
			final var vectors = new ArrayList<float[]>();
			for (int i = 0; i < count; i += every) {
				final var face = set.faces().get(i);
				vectors.add(embedder.embed(new Frame(0, 0, size, size, set.crop(i)),
					face.landmarks().mapped(face.transform())));
			}
			return mean(vectors).orElseThrow(() -> new InputException(faces.get()
				.getFileName() + " holds no faces; choose another face set."));
		}
	}

	/**
	 * @param vectors of length 1
	 * @return their mean, made of length 1; empty if there are none
	 */
	static Optional<float[]> mean(final List<float[]> vectors) {
		if (vectors.isEmpty()) return Optional.empty();
		final float[] sum = new float[vectors.get(0).length];
		for (final float[] vector : vectors)
			for (int k = 0; k < sum.length; k++)
				sum[k] += vector[k];
		return Optional.of(FaceEmbedder.unit(sum));
	}

	/**
	 * @param frame a picture
	 * @param face landmarks in it, px
	 * @return the face's vector, of length 1
	 */
	float[] embed(final Frame frame, final Landmarks face) {
		return embedder.embed(frame, face);
	}

	/**
	 * @param frame a picture
	 * @param face landmarks in it, px
	 * @return cosine similarity to both people, −1 to 1; NaN where there is none
	 */
	double[] similarities(final Frame frame, final Landmarks face) {
		final float[] vector = embedder.embed(frame, face);
		return new double[] { cosine(vector, first), cosine(vector, second) };
	}

	private static double cosine(final float[] a, final float[] b) {
		if (b == null) return Double.NaN;
		double dot = 0;
		for (int i = 0; i < a.length; i++)
			dot += a[i] * b[i];
		return dot;
	}

	@Override
	public void close() {
		embedder.close();
	}
}
