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

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One person's faces in memory, small and compact, divided into those trained
 * on and a contiguous block of the clip that is held out.
 * <p>
 * Crops are averaged down to 1.5 pixels per pixel of the network (128 px for 64
 * px at a coverage of 0.75), three bytes each: 49 kB per face. Of more than
 * {@value #MOST} faces, as many are taken evenly from the whole clip: 147 MB.
 * </p>
 */
final class TrainingFaces {

	/** With fewer faces no block can be held out that says anything. */
	static final int FEWEST = 8;

	/** Bounds the memory; neighbouring frames add little. */
	static final int MOST = 3000;

	/**
	 * The held-out block's share of the clip. It is the clip's end, so that only
	 * one of its faces has a neighbour among those trained on.
	 */
	private static final double HELD_OUT = 0.1;

	private final List<TrainingCrop> crops;
	private final int size;
	private final FacePeople people;
	private final EvenDraw even;
	private final int heldOutFrom;
	private final int heldOut;

	private TrainingFaces(final List<TrainingCrop> crops, final int size,
		final FacePeople people)
	{
		this.crops = crops;
		this.size = size;
		this.people = people;
		heldOut = Math.max(1, (int) Math.round(crops.size() * HELD_OUT));
		heldOutFrom = crops.size() - heldOut;
		even = people == null ? null : new EvenDraw(crops.subList(0, trained()));
	}

	/**
	 * @param source the person's faces
	 * @param architecture what they are to be seen by
	 * @param weighted whether errors in eyes and mouth count more
	 * @param progress told each face
	 * @return the faces, in memory
	 * @throws IOException if they are too few or cannot be read
	 */
	static TrainingFaces read(final FaceSource source,
		final Blueprint architecture, final boolean weighted,
		final Progress progress) throws IOException
	{
		final int count = source.count();
		if (count < FEWEST) throw new InputException("The face set of " + source
			.name() + " holds " + count + " faces and training needs at least " +
			FEWEST + ": extract more frames of this person.");
		final int size = Math.min(source.size(), (int) Math.round(architecture
			.size() * architecture.cropPixels() / architecture.coverage()));
		final int taken = Math.min(count, MOST);
		final List<TrainingCrop> crops = new ArrayList<>(taken);
		final var people = architecture.cues() == 0 ? null : FacePeople.of(source,
			taken);
		progress.stage("Reading the faces of " + source.name(), taken);
		for (int i = 0; i < taken; i++) {
			progress.check();
			final int index = (int) ((long) i * count / taken);
			final byte[] rgb = shrink(source.crop(index), source.size(), size);
			crops.add(people != null ? people.crop(source, index, rgb, size, weighted)
				: new TrainingCrop(rgb, size, weighted ? FaceWeights.of(source.landmarks(index)
					.orElseThrow(() -> new InputException("The face set of " + source
						.name() + " holds no landmarks to find eyes and mouth by: train " +
						"without focus.")), source.size(), size) : null));
			progress.done(i + 1);
		}
		return new TrainingFaces(crops, size, people);
	}

	/**
	 * Averages over areas, in one pass per direction.
	 *
	 * @param argb {@code from × from} pixels
	 * @param from width and height, px
	 * @param to smaller width and height, px
	 * @return red, green, blue of {@code to × to} pixels
	 */
	static byte[] shrink(final int[] argb, final int from, final int to) {
		final float[] narrow = new float[from * to * 3];
		final float[] row = new float[from * 3];
		for (int y = 0; y < from; y++) {
			for (int x = 0; x < from; x++)
				for (int c = 0; c < 3; c++)
					row[3 * x + c] = argb[y * from + x] >> 16 - 8 * c & 0xff;
			average(row, 0, 3, from, narrow, y * to * 3, 3, to);
		}
		final float[] small = new float[to * to * 3];
		for (int x = 0; x < to; x++)
			average(narrow, 3 * x, 3 * to, from, small, 3 * x, 3 * to, to);
		final byte[] bytes = new byte[small.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) Math.round(small[i]);
		return bytes;
	}

	private static void average(final float[] in, final int inFrom,
		final int inStep, final int n, final float[] out, final int outFrom,
		final int outStep, final int m)
	{
		final double scale = (double) n / m;
		for (int i = 0; i < m; i++) {
			final double start = i * scale, end = start + scale;
			for (int c = 0; c < 3; c++) {
				double sum = 0;
				for (int j = (int) start; j < n && j < end; j++)
					sum += in[inFrom + j * inStep + c] * (Math.min(end, j + 1) - Math.max(
						start, j));
				out[outFrom + i * outStep + c] = (float) (sum / scale);
			}
		}
	}

	/** @return number of faces trained on */
	int trained() {
		return crops.size() - heldOut;
	}

	/** @return number of faces held out */
	int heldOut() {
		return heldOut;
	}

	/** @return whether errors in eyes and mouth count more */
	boolean isWeighted() {
		return crops.get(0).weights() != null;
	}

	/** @return the person's proportions; null if the network asks for none */
	FaceShape shape() {
		return people == null ? null : people.shape();
	}

	/**
	 * @param random decides
	 * @return a face to train on; of expression networks rare ones more often
	 */
	int draw(final RandomGenerator random) {
		return even == null ? random.nextInt(trained()) : even.draw(random);
	}

	/**
	 * @param index of a face to train on
	 * @param random decides
	 * @return another face of the same person to train on, if there is one
	 */
	int alike(final int index, final RandomGenerator random) {
		return people == null ? index : people.alike(index, trained(), random);
	}

	/** @return width and height of the crops in memory, px */
	int size() {
		return size;
	}

	/**
	 * @param index from 0 to {@link #trained()} − 1
	 * @return a face to train on
	 */
	TrainingCrop trainedCrop(final int index) {
		return crops.get(index < heldOutFrom ? index : index + heldOut);
	}

	/**
	 * @param index from 0 to {@link #heldOut()} − 1
	 * @return a face never trained on
	 */
	TrainingCrop heldOutCrop(final int index) {
		return crops.get(heldOutFrom + index);
	}
}
