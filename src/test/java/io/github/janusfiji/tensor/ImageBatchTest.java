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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ImageBatchTest {

	private static int[] noise(final int n) {
		return new Random(3).ints(n).map(i -> i | 0xff000000).toArray();
	}

	@Test
	void tensorAndImageAreTheSameMemory() {
		final var batch = ImageBatch.allocate(2, 3, 4, 5);
		final var image = batch.image();
		assertArrayEquals(new long[] { 5, 4, 3, 2 }, image
			.dimensionsAsLongArray());
		batch.tensor().putScalar(new long[] { 1, 2, 3, 4 }, 7);
		assertEquals(7, image.getAt(4, 3, 2, 1).get());
		image.getAt(0, 1, 2, 1).set(9);
		assertEquals(9, batch.tensor().getFloat(1, 2, 1, 0));
		image.forEach(pixel -> pixel.add(new FloatType(
			1)));
		assertEquals(2 * 3 * 4 * 5 + 16, batch.tensor().sumNumber().intValue());
		batch.tensor().muli(2);
		assertEquals(20, image.getAt(0, 1, 2, 1).get());
	}

	@Test
	void aPartOfATensorIsViewedInPlace() {
		final var whole = Nd4j.create(DataType.FLOAT, 4, 3, 2, 2);
		final var part = ImageBatch.of(whole.get(NDArrayIndex.interval(1, 3)));
		part.image().getAt(1, 0, 2, 1).set(5);
		assertEquals(5, whole.getFloat(2, 2, 0, 1));
		part.put(0, new int[] { 0xffff0000, 0, 0, 0 });
		assertEquals(1, whole.getFloat(1, 0, 0, 0));
	}

	@Test
	void theImageKeepsTheTensorAlive() {
		final var image = ImageBatch.allocate(1, 3, 256, 256).image();
		image.forEach(pixel -> pixel.set(0.5f));
		for (int i = 0; i < 20; i++) {
			System.gc();
			ImageBatch.allocate(1, 3, 256, 256).tensor().assign(i);
		}
		image.forEach(pixel -> assertEquals(0.5f, pixel.get()));
	}

	@Test
	void onlyContiguousFloatsAreViewed() {
		final var tensor = Nd4j.create(DataType.FLOAT, 2, 3, 4, 5);
		assertThrows(IllegalArgumentException.class, () -> ImageBatch.of(tensor
			.permute(0, 1, 3, 2)));
		assertThrows(IllegalArgumentException.class, () -> ImageBatch.of(tensor.get(
			NDArrayIndex.all(), NDArrayIndex.interval(0, 2))));
		assertThrows(IllegalArgumentException.class, () -> ImageBatch.of(tensor
			.castTo(DataType.DOUBLE)));
	}

	@Test
	void coloursSurviveTheWayThereAndBack() {
		final var batch = ImageBatch.allocate(3, 3, 16, 16);
		final int[] argb = noise(256);
		batch.put(1, argb);
		assertArrayEquals(argb, batch.argb(1));
		assertEquals((argb[17] >> 8 & 0xff) / 255f, batch.tensor().getFloat(1, 1, 1,
			1));
		assertEquals(0, batch.tensor().getFloat(0, 0, 0, 0));
		assertEquals(0, batch.tensor().getFloat(2, 0, 0, 0));
	}

	@Test
	void valuesAreRoundedAndClamped() {
		final var batch = ImageBatch.allocate(1, 3, 1, 4);
		final float[] values = { -0.3f, 1.2f, 127.4f / 255, Float.NaN };
		for (int c = 0; c < 3; c++)
			for (int x = 0; x < 4; x++)
				batch.slot(0).put(c * 4 + x, values[x]);
		assertArrayEquals(new int[] { 0xff000000, 0xffffffff, 0xff7f7f7f,
			0xff000000 }, batch.argb(0));
	}

	@Test
	void viewsOfAnyLayoutAreReadInOrder() {
		final int[] argb = noise(40 * 30);
		final var image = ArrayImgs.argbs(argb, 40, 30);
		final var batch = ImageBatch.allocate(1, 3, 6, 8);
		// Every second column and third row of a part far from the origin.
		expect(batch, Views.subsample(Views.interval(image, new long[] { 5, 7 },
			new long[] { 20, 24 }), 2, 3), (x, y) -> argb[(7 + 3 * y) * 40 + 5 + 2 *
				x]);
		expect(batch, Views.translate(Views.interval(image, new long[] { 3, 2 },
			new long[] { 10, 7 }), -100, 50), (x, y) -> argb[(2 + y) * 40 + 3 + x]);
		expect(batch, Views.permute(Views.interval(image, new long[] { 1, 2 },
			new long[] { 6, 9 }), 0, 1), (x, y) -> argb[(2 + x) * 40 + 1 + y]);
		expect(batch, Views.interval(Views.invertAxis(image, 0), new long[] { -20,
			4 }, new long[] { -13, 9 }), (x, y) -> argb[(4 + y) * 40 + 20 - x]);
	}

	private interface Pixel {

		int at(int x, int y);
	}

	private static void expect(final ImageBatch batch,
		final RandomAccessibleInterval<ARGBType> picture, final Pixel pixel)
	{
		batch.put(0, picture);
		final int[] is = batch.argb(0);
		for (int i = 0; i < is.length; i++)
			assertEquals(pixel.at(i % 8, i / 8), is[i], "pixel " + i);
	}

	@Test
	void realViewsOfAnyLayoutAreReadInOrder() {
		final var image = ArrayImgs.unsignedBytes(2, 9, 7);
		final var random = image.randomAccess();
		for (int c = 0; c < 2; c++)
			for (int y = 0; y < 9; y++)
				for (int x = 0; x < 7; x++)
					random.setPositionAndGet(c, y, x).set(c * 100 + y * 10 + x);
		// Channels come first here, and last in a minibatch.
		final RandomAccessibleInterval<UnsignedByteType> view = Views.translate(Views
			.permute(image, 0, 2), 11, -4, 2);
		final var batch = ImageBatch.allocate(2, 2, 9, 7);
		batch.putReal(1, view, 0.5);
		for (int c = 0; c < 2; c++)
			for (int y = 0; y < 9; y++)
				for (int x = 0; x < 7; x++)
					assertEquals((c * 100 + y * 10 + x) * 0.5f, batch.tensor().getFloat(1,
						c, y, x));
	}

	@Test
	void wrongSizesAreRefused() {
		final var batch = ImageBatch.allocate(1, 3, 4, 4);
		assertThrows(IllegalArgumentException.class, () -> batch.put(0,
			new int[15]));
		assertThrows(IllegalArgumentException.class, () -> batch.put(0, ArrayImgs
			.argbs(4, 5)));
		assertThrows(IllegalArgumentException.class, () -> batch.putReal(0, ArrayImgs
			.floats(4, 4), 1));
		assertThrows(IndexOutOfBoundsException.class, () -> batch.put(1,
			new int[16]));
	}
}
