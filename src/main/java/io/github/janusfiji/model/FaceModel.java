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

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Trained faces of two people or, with the preset {@code style}, more: one shared
 * encoder, and a decoder for each or one for all. Stored as a {@code .janus} file. May be used by several threads; they take turns.
 */
public final class FaceModel implements AutoCloseable {

	/** Faces per pass: more take memory and save no time. */
	private static final int BATCH = 16;

	private final Path file;
	private final Map<String, byte[]> galleries;
	private final Map<Side, Optional<FaceGallery>> shown = new EnumMap<>(
		Side.class);
	private final FaceNetwork network;
	private final String sha256;
	private final WindowReader reader;
	private final NetworkInput in;
	private final ImageBatch out;
	private final NetworkInput single;
	private final ImageBatch singleOut;

	private FaceModel(final Path file, final ModelFile.State state,
		final String sha256, final WindowReader reader)
	{
		this.file = file;
		galleries = state.galleries();
		network = state.network();
		this.sha256 = sha256;
		this.reader = reader;
		in = NetworkInput.allocate(network.blueprint(), BATCH);
		out = ImageBatch.allocate(BATCH, 3, size(), size());
		single = NetworkInput.allocate(network.blueprint(), 1);
		singleOut = ImageBatch.allocate(1, 3, size(), size());
	}

	/**
	 * @param file a {@code .janus} file
	 * @return the model, ready to decode
	 * @throws IOException if it is missing, damaged or of an unknown kind; the
	 *           message is one sentence for the user
	 */
	public static FaceModel open(final Path file) throws IOException {
		Engine.device();
		final var state = ModelFile.read(file, Engine.preferred(),
			false);
		return new FaceModel(file, state, Sha256.of(file, Progress.NONE),
			WindowReader.of(state.description()));
	}

	/** @return width and height of the faces the network reads and writes, px */
	public int size() {
		return network.blueprint().size();
	}

	/** @return how many people it paints, from {@link Side#A} on */
	public int people() {
		return network.blueprint().sides().size();
	}

	/**
	 * @param faces aligned landmarks of somebody whose face is to be replaced, px in
	 *          the crop; not empty
	 * @param crop width of the crops, px
	 * @param as whose face will be painted
	 * @return who of the others has the most similar proportions: those are taken
	 *         for the replaced person's. With two people, the other
	 */
	public Side nearest(final List<Landmarks> faces, final double crop,
		final Side as)
	{
		return people() <= 2 ? as.other() : reader.nearest(faces.stream().map(
			face -> FaceShape.unit(face, crop)).toList(), as);
	}

	/**
	 * @return share of a face crop's width that the network sees, in the middle of
	 *         the crop, from 0 to 1
	 */
	public double coverage() {
		return network.blueprint().coverage();
	}

	/**
	 * Paints one person's face with the pose and expression of the given faces.
	 *
	 * @param faces N×3×H×W, red, green, blue from 0 to 1, H = W = {@link #size()}
	 * @param as whose decoder
	 * @return N×3×H×W of the same range, owned by the caller
	 */
	public INDArray decode(final INDArray faces, final Side as) {
		final Landmarks mean = reader.meanFace();
		return decode(faces, LongStream.range(0, faces.size(0)).mapToObj(i -> mean)
			.toList(), as);
	}

	/**
	 * Paints one person's face with the pose and expression of the given faces.
	 *
	 * @param faces N×3×H×W, red, green, blue from 0 to 1, H = W = {@link #size()}
	 * @param landmarks of each face, px in its picture; some networks read them
	 * @param as whose decoder
	 * @return N×3×H×W of the same range, owned by the caller
	 */
	public INDArray decode(final INDArray faces,
		final List<Landmarks> landmarks, final Side as)
	{
		return decode(faces, landmarks, as.other(), as);
	}

	/**
	 * The same if the model knows more than two people.
	 *
	 * @param faces as above
	 * @param landmarks as above
	 * @param replaced whose proportions the given faces have, see {@link #nearest}
	 * @param as whose decoder
	 * @return as above
	 */
	public synchronized INDArray decode(final INDArray faces,
		final List<Landmarks> landmarks, final Side replaced, final Side as)
	{
		final long[] shape = faces.shape();
		if (shape.length != 4 || shape[1] != 3 || shape[2] != size() ||
			shape[3] != size()) throw new IllegalArgumentException(
				"The model reads N×3×" + size() + "×" + size() + ", not " + Arrays
					.toString(shape));
		final INDArray floats = faces.castTo(DataType.FLOAT);
		final var given = ImageBatch.of(ImageBatch.isContiguous(floats) ? floats
			: floats.dup('c'));
		final var result = ImageBatch.allocate(given.count(), 3, size(), size());
		for (int from = 0; from < given.count(); from += BATCH)
			decode(given, landmarks, result, from, Math.min(BATCH, given.count() -
				from), new WindowReader.Swap(replaced, as));
		return result.tensor();
	}

	/**
	 * @param side a person
	 * @return whether it paints that person: a model of the preset fast paints A
	 *         alone
	 */
	public boolean paints(final Side side) {
		return network.blueprint().sides().contains(side);
	}

	/**
	 * @return whether painted faces fill the outline of the faces they replace, as
	 *         those of expression networks do; others have their own outline and
	 *         background
	 */
	public boolean paintsOutline() {
		return network.blueprint() instanceof ExpressionArchitecture;
	}

	/** @return whether {@link #mask} paints one: of adversarial models only */
	public boolean hasMask() {
		return network.hasMask();
	}

	/**
	 * The mask that adversarial models learn: where the painted face is to cover
	 * the given one.
	 *
	 * @param faces as for {@link #decode}
	 * @param as whose decoder
	 * @return N×1×H×W, share of the painted face from 0 to 1, owned by the caller;
	 *         empty if the model has learnt none
	 */
	public synchronized Optional<INDArray> mask(final INDArray faces,
		final Side as)
	{
		final INDArray floats = faces.castTo(DataType.FLOAT);
		final var given = ImageBatch.of(ImageBatch.isContiguous(floats) ? floats
			: floats.dup('c'));
		final var result = ImageBatch.allocate(given.count(), 1, size(), size());
		final var one = ImageBatch.allocate(1, 1, size(), size());
		for (int i = 0; i < given.count(); i++) {
			single.pictures().slot(0).put(given.slot(i));
			if (!network.mask(single.pictures(), as, one)) return Optional.empty();
			result.slot(i).put(one.slot(0));
		}
		return Optional.of(result.tensor());
	}

	/** Two sizes of minibatch only: workspaces are kept for each. */
	private void decode(final ImageBatch given, final List<Landmarks> landmarks,
		final ImageBatch result, final int from, final int count,
		final WindowReader.Swap swap)
	{
		final NetworkInput batch = count == 1 ? single : in;
		final ImageBatch decoded = count == 1 ? singleOut : out;
		for (int i = 0; i < count; i++)
			reader.read(given.slot(from + i), landmarks.get(from + i), swap, batch, i);
		network.decode(batch, swap.as(), decoded);
		for (int i = 0; i < count; i++) {
			result.slot(from + i).put(decoded.slot(i));
			reader.finish(result.slot(from + i), swap);
		}
	}

	/**
	 * @param side one of the people it knows
	 * @return pictures of that person that the file holds, if it does
	 * @throws IOException if they are damaged; the message is one sentence for the
	 *           user
	 */
	public synchronized Optional<FaceGallery> gallery(final Side side)
		throws IOException
	{
		if (!shown.containsKey(side)) try {
			shown.put(side, GallerySheet.read(side, galleries));
		}
		catch (final IOException e) {
			throw new InputException(ModelFile.refusal(file, e), e);
		}
		return shown.get(side);
	}

	/** @return SHA-256 of the file, lower-case hexadecimal */
	public String sha256() {
		return sha256;
	}

	@Override
	public synchronized void close() {
		network.engine().close();
	}
}
