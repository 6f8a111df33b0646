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
package io.github.janusfiji.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LandmarkModelsTest {

	private static Landmarks fitted() {
		final int[] argb = new int[200 * 200];
		final Random random = new Random(1);
		for (int i = 0; i < argb.length; i++)
			argb[i] = 0xff000000 | random.nextInt(1 << 24);
		return LandmarkModels.embedded().locate(new Frame(0, 0, 200, 200, argb),
			new Box(50, 50, 100, 100)).landmarks();
	}

	@Test
	void thereIsOneModelForAllThreads() {
		final List<LandmarkModel> models = IntStream.range(0, 16).parallel()
			.mapToObj(i -> LandmarkModels.embedded()).toList();
		models.forEach(m -> assertSame(models.get(0), m));
	}

	@Test
	void theBoxMovesWithTheFace() {
		final Landmarks face = fitted();
		final Box box = LandmarkModels.boxAround(face);
		assertEquals(box.width(), box.height(), 1e-9);
		final Similarity map = new Similarity(1.7, 0, 11, -6);
		final Box moved = LandmarkModels.boxAround(face.mapped(map));
		final Point corner = map.apply(new Point(box.x(), box.y()));
		assertEquals(corner.x(), moved.x(), 1e-3);
		assertEquals(corner.y(), moved.y(), 1e-3);
		assertEquals(1.7 * box.width(), moved.width(), 1e-3);
	}

	@Test
	void aLeaningFaceKeepsTheSizeOfItsBox() {
		final Landmarks face = fitted();
		final double size = LandmarkModels.boxAround(face).width();
		final Similarity lean = new Similarity(Math.cos(0.3), Math.sin(0.3), 0, 0);
		assertEquals(size, LandmarkModels.boxAround(face.mapped(lean)).width(),
			1e-3);
	}

	@Test
	void anyThreadFindsTheSame() {
		final Landmarks once = fitted();
		final List<Landmarks> all = new ArrayList<>(IntStream.range(0, 8)
			.parallel().mapToObj(i -> fitted()).toList());
		all.forEach(l -> assertEquals(once, l));
	}
}
