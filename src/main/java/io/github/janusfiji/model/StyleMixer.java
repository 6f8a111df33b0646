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

import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.LayerObserver;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Painter of people between the people of a model of the preset {@code style}:
 * of styles interpolated, mixed layer by layer, or truncated (Karras et al. 2019,
 * "A style-based generator architecture", sections 3.1 and B). Not thread-safe.
 */
public final class StyleMixer implements AutoCloseable {

	/** Faces whose landmarks tell what is usual for the one who moves. */
	private static final int LOOKED_AT = 1000;

	/**
	 * A style for each layer: in the coarse ones between two people, in the others
	 * the first one's.
	 *
	 * @param first a person
	 * @param second another, or the same
	 * @param share of the second in the coarse layers, 0 to 1
	 * @param coarse number of layers that are coarse, from 0
	 * @param truncation ψ: how far all styles are from the mean person's; 1 for as
	 *          far as they are, 0 for the mean person
	 */
	public record Mix(Side first, Side second, double share, int coarse,
		double truncation)
	{}

	private final StyleNetwork network;
	private final ModelUnits units;
	private final String sha256;

	private StyleMixer(final StyleNetwork network, final String sha256) {
		this.network = network;
		this.sha256 = sha256;
		units = ModelUnits.of(network, List.of(), network.blueprint().preset());
	}

	/**
	 * @param file a {@code .janus} file of the preset {@code style}
	 * @return its mixer
	 * @throws IOException if it is missing, damaged or of another preset; the
	 *           message is one sentence for the user
	 */
	public static StyleMixer open(final Path file) throws IOException {
		Engine.device();
		final var state = ModelFile.read(file, Engine.preferred(), false);
		if (!(state.network() instanceof StyleNetwork network))
			throw new InputException("The face model " + file + " is of the preset " +
				state.description().blueprint().preset() + ", which has no styles to " +
				"mix: train one with the preset style.");
		return new StyleMixer(network, Sha256.of(file, Progress.NONE));
	}

	/** @return how many people it knows, from {@link Side#A} on */
	public int people() {
		return network.blueprint().people();
	}

	/** @return names of the layers that styles modulate, coarse to fine */
	public List<String> layers() {
		return network.layers();
	}

	/** @return width and height of the faces painted, px */
	public int size() {
		return network.blueprint().size();
	}

	/** @return SHA-256 of the file, lower-case hexadecimal */
	public String sha256() {
		return sha256;
	}

	/**
	 * @param faces whose pose and expression are painted; of anybody
	 * @param count how many of them, evenly
	 * @return the faces
	 * @throws IOException if they cannot be read
	 */
	public UnitBatch read(final FaceSet faces, final int count)
		throws IOException
	{
		return read(new FaceSetSource(faces), count);
	}

	/** The same of any source. */
	UnitBatch read(final FaceSource source, final int count)
		throws IOException
	{
		final var known = UnitFaces.of(source, units, LOOKED_AT);
		final int n = Math.min(count, known.count());
		return known.read(IntStream.range(0, n).map(i -> (int) ((i + 0.5) * known
			.count() / n)).toArray());
	}

	/**
	 * @param faces whose pose and expression are painted
	 * @param mix of whom
	 * @return N×3×H×W, 0 to 1; valid until the next call
	 */
	public ImageBatch paint(final UnitBatch faces, final Mix mix) {
		final var styles = new ArrayList<float[]>();
		for (int layer = 0; layer < layers().size(); layer++) {
			final double share = layer < mix.coarse ? mix.share : 0;
			final float[] shares = new float[people()];
			shares[mix.first.ordinal()] += (float) (mix.truncation * (1 - share));
			shares[mix.second.ordinal()] += (float) (mix.truncation * share);
			styles.add(network.style(shares));
		}
		network.decode(faces.input(), styles, faces.painted(), LayerObserver.NONE);
		return faces.painted();
	}

	@Override
	public void close() {
		network.engine().close();
	}
}
