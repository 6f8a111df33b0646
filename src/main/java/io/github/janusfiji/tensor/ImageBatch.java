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

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Objects;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A minibatch of pictures, N×C×H×W floats, that is a tensor and an ImgLib2 image
 * at once: both look at the same native memory, so nothing is copied between
 * them.
 * <p>
 * Element (n, c, y, x) of the tensor is pixel (x, y, c, n) of the image. Colours
 * are red, green, blue, from 0 to 1.
 * </p>
 * <p>
 * Memory of a device such as a GPU is brought up to date here and nowhere else:
 * {@link #tensor()} hands over what was written through this class, and whatever
 * reads the host's memory ({@link #image()}, {@link #slot(int)},
 * {@link #argb(int)}) first fetches what the device computed. A buffer or an
 * image obtained earlier does not see later results of a device: ask again.
 * </p>
 */
public final class ImageBatch {

	private static final int[] RGB_SHIFTS = { 16, 8, 0 };

	private final INDArray tensor;
	private final FloatBuffer elements;
	private final int count;
	private final int channels;
	private final int height;
	private final int width;

	private ImageBatch(final INDArray tensor) {
		this.tensor = tensor;
		count = Math.toIntExact(tensor.size(0));
		channels = Math.toIntExact(tensor.size(1));
		height = Math.toIntExact(tensor.size(2));
		width = Math.toIntExact(tensor.size(3));
		final int length = Math.toIntExact(tensor.length());
		elements = tensor.data().asNioFloat().duplicate().slice(Math.toIntExact(
			tensor.offset()), length);
	}

	/**
	 * Allocates a minibatch that outlives every workspace.
	 *
	 * @param count number of pictures N
	 * @param channels C, 3 for colour
	 * @param height px
	 * @param width px
	 * @return a minibatch of zeros
	 */
	public static ImageBatch allocate(final int count, final int channels,
		final int height, final int width)
	{
		try (var outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
			return new ImageBatch(Nd4j.create(DataType.FLOAT, count, channels, height,
				width));
		}
	}

	/**
	 * Looks at an existing tensor as a minibatch, without copying.
	 *
	 * @param tensor N×C×H×W floats, contiguous in this order
	 * @return a minibatch over the same memory
	 * @throws IllegalArgumentException if the tensor is anything else; copy such a
	 *           tensor with {@code dup('c')} first
	 */
	public static ImageBatch of(final INDArray tensor) {
		if (tensor.rank() != 4 || tensor.dataType() != DataType.FLOAT)
			throw new IllegalArgumentException("A minibatch is N×C×H×W floats, not " +
				tensor.dataType() + " " + Arrays.toString(tensor.shape()));
		if (!isContiguous(tensor)) throw new IllegalArgumentException(
			"A minibatch must be contiguous in the order N, C, H, W, not of strides " +
				Arrays.toString(tensor.stride()));
		return new ImageBatch(tensor);
	}

	/**
	 * @param tensor any tensor
	 * @return whether its elements follow each other without gaps, the last index
	 *         fastest
	 */
	public static boolean isContiguous(final INDArray tensor) {
		long step = 1;
		for (int d = tensor.rank() - 1; d >= 0; d--) {
			if (tensor.size(d) != 1 && tensor.stride(d) != step) return false;
			step *= tensor.size(d);
		}
		return true;
	}

	/** @return number of pictures */
	public int count() {
		return count;
	}

	/** @return number of channels of each picture */
	public int channels() {
		return channels;
	}

	/** @return px */
	public int height() {
		return height;
	}

	/** @return px */
	public int width() {
		return width;
	}

	/**
	 * @return the tensor, N×C×H×W, for computing; a device sees all that was
	 *         written through this class before the call
	 */
	public INDArray tensor() {
		Nd4j.getAffinityManager().tagLocation(tensor, Location.HOST);
		return tensor;
	}

	/** @return the same memory as an image of dimensions (W, H, C, N) */
	public ArrayImg<FloatType, FloatBufferAccess> image() {
		fetch();
		final var access = new TensorAccess(elements, tensor);
		final var image = new ArrayImg<FloatType, FloatBufferAccess>(access,
			new long[] { width, height, channels, count }, new FloatType()
				.getEntitiesPerPixel());
		image.setLinkedType(new FloatType(image));
		return image;
	}

	/**
	 * @param index of the picture, from 0
	 * @return its C×H×W elements, the same memory; valid as long as this minibatch
	 *         is reachable
	 */
	public FloatBuffer slot(final int index) {
		Objects.checkIndex(index, count);
		fetch();
		final int size = channels * height * width;
		return elements.slice(index * size, size);
	}

	/**
	 * Writes one picture, 0–255 to 0–1.
	 *
	 * @param index of the picture, from 0
	 * @param argb {@code height × width} pixels, {@code 0xAARRGGBB}; alpha is
	 *          ignored
	 */
	public void put(final int index, final int[] argb) {
		requireColour();
		final int plane = height * width;
		if (argb.length != plane) throw new IllegalArgumentException("A picture of " +
			width + "×" + height + " px needs as many pixels, not " + argb.length);
		final FloatBuffer slot = slot(index);
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < plane; i++)
				slot.put(c * plane + i, (argb[i] >> RGB_SHIFTS[c] & 0xff) / 255f);
	}

	/**
	 * Writes one picture, 0–255 to 0–1.
	 *
	 * @param index of the picture, from 0
	 * @param picture of dimensions (W, H), anywhere and of any layout
	 */
	public void put(final int index,
		final RandomAccessibleInterval<ARGBType> picture)
	{
		requireColour();
		requireSize(picture, width, height);
		final FloatBuffer slot = slot(index);
		final int plane = height * width;
		final var cursor = Views.flatIterable(picture).cursor();
		for (int i = 0; i < plane; i++) {
			final int argb = cursor.next().get();
			for (int c = 0; c < 3; c++)
				slot.put(c * plane + i, (argb >> RGB_SHIFTS[c] & 0xff) / 255f);
		}
	}

	/**
	 * Writes one picture.
	 *
	 * @param index of the picture, from 0
	 * @param picture of dimensions (W, H, C), anywhere and of any layout
	 * @param scale what to multiply its values by, such as 1/255 for 8 bits
	 */
	public void putReal(final int index,
		final RandomAccessibleInterval<? extends RealType<?>> picture,
		final double scale)
	{
		requireSize(picture, width, height, channels);
		final FloatBuffer slot = slot(index);
		final var cursor = Views.flatIterable(picture).cursor();
		for (int i = 0; cursor.hasNext(); i++)
			slot.put(i, (float) (cursor.next().getRealDouble() * scale));
	}

	/**
	 * @param index of the picture, from 0
	 * @return {@code height × width} pixels, {@code 0xFFRRGGBB}: 0–1 to 0–255,
	 *         rounded to the nearest, clamped; what is not a number is black
	 */
	public int[] argb(final int index) {
		requireColour();
		final FloatBuffer slot = slot(index);
		final int plane = height * width;
		final int[] argb = new int[plane];
		for (int i = 0; i < plane; i++) {
			int pixel = 0xff000000;
			for (int c = 0; c < 3; c++)
				pixel |= toByte(slot.get(c * plane + i)) << RGB_SHIFTS[c];
			argb[i] = pixel;
		}
		return argb;
	}

	private static int toByte(final float value) {
		return Math.max(0, Math.min(255, Math.round(value * 255)));
	}

	private void fetch() {
		Nd4j.getAffinityManager().ensureLocation(tensor, Location.HOST);
	}

	private void requireColour() {
		if (channels != 3) throw new IllegalArgumentException(
			"A colour picture needs 3 channels, and this minibatch has " + channels);
	}

	private static void requireSize(final RandomAccessibleInterval<?> picture,
		final long... size)
	{
		final long[] is = picture.dimensionsAsLongArray();
		if (!Arrays.equals(is, size)) throw new IllegalArgumentException(
			"A picture of " + Arrays.toString(is) + " does not fit a slot of " + Arrays
				.toString(size));
	}
}
