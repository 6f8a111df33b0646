package io.github.janusfiji.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.janusfiji.frames.Frame;
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
