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

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Drawn heads of one invented person with landmarks: skin inside the outline,
 * eyes that blink, a mouth that opens and shuts; and an expression network small
 * enough to train within a test.
 *
 * @param name of the person
 * @param count number of faces
 * @param skin {@code 0xFFRRGGBB}
 * @param background likewise
 */
record MarkedHeads(String name, int count, int skin, int background)
	implements FaceSource
{

	static final ExpressionArchitecture NETWORK = new ExpressionArchitecture(
		"tinyface", 32, 32, 0.75, List.of(new Architecture.Stage(8, 5),
			new Architecture.Stage(16, 3), new Architecture.Stage(32, 3)), 16, 4, 16,
		8, List.of(), List.of(16), 0.1, 2e-3);

	/** The network with a constant rate. */
	static final Preset PRESET = new Preset(NETWORK, Schedule.CONSTANT, 1);

	static final MarkedHeads ANNA = new MarkedHeads("anna", 60, 0xffe0a080,
		0xff2040a0);
	static final MarkedHeads BERT = new MarkedHeads("bert", 50, 0xff604030,
		0xffc0c040);

	private static final int SIZE = 96;

	/** Every picture is drawn once: trainings read all of them again and again. */
	private static final Map<List<Object>, int[]> DRAWN = new ConcurrentHashMap<>();

	@Override
	public int size() {
		return SIZE;
	}

	/** @return how far the mouth is open, share of the crop */
	double mouth(final int index) {
		return 0.05 * Math.abs(Math.sin(index * 0.7));
	}

	/** @return whether the eyes are shut */
	boolean blinks(final int index) {
		return index % 10 == 3;
	}

	@Override
	public Optional<Landmarks> landmarks(final int index) {
		final Landmarks mean = FaceAligner.meanFace(SIZE);
		final double open = SIZE * mouth(index);
		return Optional.of(new Landmarks(IntStream.range(0, Landmarks.COUNT)
			.mapToObj(i -> {
				final Point p = mean.get(i);
				if (i >= 65 && i <= 67 || i >= 55 && i <= 59) return new Point(p.x(), p
					.y() + open);
				if (!blinks(index)) return p;
				if (i == 37 || i == 38 || i == 40 || i == 41) return new Point(p.x(),
					mean.get(36).y());
				if (i == 43 || i == 44 || i == 46 || i == 47) return new Point(p.x(),
					mean.get(42).y());
				return p;
			}).toList()));
	}

	@Override
	public int[] crop(final int index) {
		return DRAWN.computeIfAbsent(List.of(this, index), key -> drawn(index))
			.clone();
	}

	private int[] drawn(final int index) {
		final Landmarks face = landmarks(index).orElseThrow();
		final var outline = FaceInput.region(new byte[3], 1, FaceShape.unit(face,
			SIZE));
		final int[] argb = new int[SIZE * SIZE];
		final Point mouth = Point.mean(face.mouth());
		for (int i = 0; i < argb.length; i++) {
			final int x = i % SIZE, y = i / SIZE;
			argb[i] = outline.depth((x + 0.5) / SIZE, (y + 0.5) / SIZE) > -0.02 ? skin
				: background;
			for (final var eye : List.of(face.rightEye(), face.leftEye())) {
				final Point at = Point.mean(eye);
				if (inside(x - at.x(), y - at.y(), 6, blinks(index) ? 0.7 : 3))
					argb[i] = 0xfff8f8f8;
				if (!blinks(index) && inside(x - at.x(), y - at.y(), 2.5, 2.5))
					argb[i] = 0xff101010;
			}
			if (inside(x - mouth.x(), y - mouth.y(), 10, 2 + SIZE * mouth(index)))
				argb[i] = 0xffa02020;
		}
		return argb;
	}

	private static boolean inside(final double x, final double y,
		final double rx, final double ry)
	{
		return x * x / (rx * rx) + y * y / (ry * ry) < 1;
	}

	@Override
	public String fingerprint() {
		return name + count;
	}
}
