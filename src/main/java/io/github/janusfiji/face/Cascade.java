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

import io.github.janusfiji.geometry.Box;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** One of the cascades that OpenCV's own jar carries. */
final class Cascade implements AutoCloseable {

	/** Side of the smallest face that is looked for, px. */
	static final int MIN_FACE = 24;

	/** Ratio of successive sizes that are tried. */
	private static final double STEP = 1.15;

	private final CascadeClassifier classifier;
	private final int windows;
	private final double scale;

	/**
	 * @param name file name without its ending
	 * @param windows that must agree on a face
	 * @param scale side of the box that {@link LandmarkModel#locate} expects, in
	 *          boxes of this cascade
	 */
	Cascade(final String name, final int windows, final double scale) {
		this.windows = windows;
		this.scale = scale;
		final String resource = "/org/bytedeco/opencv/" + Loader.getPlatform() +
			"/share/opencv4/haarcascades/" + name + ".xml";
		final URL url = opencv_core.class.getResource(resource);
		if (url == null) throw new IllegalStateException(
			"OpenCV's jar for this system (" + Loader.getPlatform() +
				") is missing; put it beside Janus.");
		try {
			final File file = Loader.cacheResource(url);
			OpenCvFaces.load();
			classifier = new CascadeClassifier(file.getPath());
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/**
	 * @param picture 8-bit grey
	 * @param least side of the smallest face, px of the picture
	 * @param most side of the largest face; 0: any
	 * @return the faces in px of the picture, the surest first; the score is
	 *         {@code n / (n + 10)} for {@code n} windows that agree
	 */
	List<Detection> search(final Mat picture, final double least,
		final double most)
	{
		final int min = Math.max(MIN_FACE, (int) least);
		final int max = (int) Math.ceil(most);
		final var found = new ArrayList<Detection>();
		if (Math.min(picture.cols(), picture.rows()) < min) return found;
		try (var rects = new RectVector(); var numbers = new IntPointer(1);
				var small = new Size(min, min); var large = new Size(max, max))
		{
			classifier.detectMultiScale2(picture, rects, numbers, STEP,
				windows, 0, small, large);
			for (int i = 0; i < rects.size(); i++)
				found.add(new Detection(box(rects.get(i)), numbers.get(i) / (numbers
					.get(i) + 10.0), List.of()));
		}
		found.sort(Comparator.comparingDouble(Detection::score).reversed()
			.thenComparing(d -> d.box().x()).thenComparing(d -> d.box().y()));
		return found;
	}

	private Box box(final Rect r) {
		final double side = r.width() * scale;
		return new Box(r.x() + (r.width() - side) / 2, r.y() + (r.height() -
			side) / 2, side, side);
	}

	@Override
	public void close() {
		classifier.close();
	}
}
