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

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.landmark.LandmarkCascade;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The landmark model that comes with Janus. */
public final class LandmarkModels {

	private static final String RESOURCE = "landmarks68.bin";

	private LandmarkModels() {}

	/**
	 * @return the model that comes with Janus (see {@code docs/landmark-model.md});
	 *         loaded at the first call, the same object ever after
	 * @throws UncheckedIOException if Janus's jar is damaged
	 */
	public static LandmarkModel embedded() {
		return Embedded.MODEL;
	}

	/**
	 * The box that frames a face as {@link LandmarkModel#locate} expects it: what
	 * OpenCV's frontal cascade would draw around these landmarks on average.
	 *
	 * @param landmarks a face, px in its frame
	 * @return a square, px in the same frame
	 */
	public static Box boxAround(final Landmarks landmarks) {
		final float[] shape = new float[2 * Landmarks.COUNT];
		for (int i = 0; i < Landmarks.COUNT; i++) {
			shape[2 * i] = (float) landmarks.get(i).x();
			shape[2 * i + 1] = (float) landmarks.get(i).y();
		}
		final double[] box = Embedded.CASCADE.box(shape);
		return new Box(box[0], box[1], box[2], box[2]);
	}

	private static LandmarkModel.Fit locate(final Frame frame, final Box box) {
		final Point centre = box.centre();
		final double size = (box.width() + box.height()) / 2;
		final LandmarkCascade.Fit fit = Embedded.CASCADE.fit(frame.argb(), frame
			.width(), frame.height(), centre.x() - size / 2, centre.y() - size / 2,
			size);
		final List<Point> points = new ArrayList<>(Landmarks.COUNT);
		for (int i = 0; i < Landmarks.COUNT; i++)
			points.add(new Point(fit.shape()[2 * i], fit.shape()[2 * i + 1]));
		return new LandmarkModel.Fit(new Landmarks(points), fit.score());
	}

	/** Loaded by the first thread that needs it; the others wait for it. */
	private static final class Embedded {

		static final LandmarkCascade CASCADE = load();
		static final LandmarkModel MODEL = LandmarkModels::locate;

		private static LandmarkCascade load() {
			try (InputStream in = LandmarkModels.class.getResourceAsStream(
				RESOURCE))
			{
				if (in == null) throw new IOException("Janus's jar lacks " + RESOURCE +
					"; install it again.");
				return LandmarkCascade.read(in);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}
}
