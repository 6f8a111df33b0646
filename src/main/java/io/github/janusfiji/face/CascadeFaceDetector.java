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
import io.github.janusfiji.natives.OpenCv;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.scijava.plugin.Plugin;

/**
 * Finds upright frontal faces with the cascades that OpenCV's own jar carries
 * (Viola and Jones, "Robust real-time face detection", IJCV 2004; trained by
 * Lienhart). The {@code alt2} cascade frames faces best and errs least; the
 * {@code default} one is asked where it finds nothing.
 * <p>
 * The score of a detection is {@code n / (n + 10)} for {@code n} windows that
 * agree on it: about 0.85 for a face seen from the front, 0.3 for a doubtful
 * one.
 * </p>
 */
@Plugin(type = FaceDetector.class, name = CascadeFaceDetector.NAME,
	label = "OpenCV's frontal cascades")
public final class CascadeFaceDetector implements FaceDetector {

	/** The name in the registry of plugins. */
	public static final String NAME = "cascade";

	/** Longest side of the picture searched first, then of the finer one, px. */
	private static final int COARSE = 320, FINE = 1024;

	/** Side of the smallest face in the searched picture, px. */
	private static final int MIN_FACE = 24;

	private static final double STEP = 1.15;

	private static final int MIN_NEIGHBOURS = 3;

	/** Boxes of the default cascade are larger by this than those of alt2. */
	private static final double DEFAULT_EXCESS = 1.04;

	private CascadeClassifier alt, fallback;

	/** Made by SciJava, or directly; cheap until the first search. */
	public CascadeFaceDetector() {}

	@Override
	public List<Detection> detect(final Frame frame) {
		return detect(frame, 0);
	}

	/**
	 * Searches for faces of about a known size, which is faster.
	 *
	 * @param frame the picture
	 * @param side about the side of the face's box, px; 0 if unknown
	 * @return the faces, the surest first
	 */
	List<Detection> detect(final Frame frame, final double side) {
		if (Math.min(frame.width(), frame.height()) < MIN_FACE) return List.of();
		if (alt == null) {
			alt = load("haarcascade_frontalface_alt2.xml");
			fallback = load("haarcascade_frontalface_default.xml");
		}
		try (var scope = new PointerScope()) {
			final var grey = grey(frame);
			final int longest = Math.max(frame.width(), frame.height());
			final var coarse = search(alt, grey, COARSE, side, 1);
			if (!coarse.isEmpty()) return coarse;
			final var other = search(fallback, grey, COARSE, side, DEFAULT_EXCESS);
			if (!other.isEmpty() || longest <= COARSE || side > 0) return other;
			return search(alt, grey, FINE, side, 1);
		}
	}

	@Override
	public void close() {
		if (alt != null) alt.close();
		if (fallback != null) fallback.close();
		alt = fallback = null;
	}

	private static List<Detection> search(final CascadeClassifier cascade,
		final Mat grey, final int longest, final double side, final double excess)
	{
		final double scale = Math.min(1, (double) longest / Math.max(grey.cols(),
			grey.rows()));
		Mat small = grey;
		if (scale < 1) {
			small = new Mat();
			opencv_imgproc.resize(grey, small, new Size(), scale, scale,
				opencv_imgproc.INTER_AREA);
		}
		final int min = Math.max(MIN_FACE, (int) (0.7 * side * scale));
		final int max = side > 0 ? (int) Math.ceil(1.4 * side * scale) : 0;
		final var rects = new RectVector();
		try (var numbers = new IntPointer(1)) {
			cascade.detectMultiScale2(small, rects, numbers, STEP, MIN_NEIGHBOURS, 0,
				new Size(min, min), new Size(max, max));
			final var found = new ArrayList<Detection>();
			for (int i = 0; i < rects.size(); i++)
				found.add(detection(rects.get(i), numbers.get(i), scale, excess));
			found.sort(Comparator.comparingDouble(Detection::score).reversed()
				.thenComparing(d -> d.box().x()).thenComparing(d -> d.box().y()));
			return found;
		}
	}

	private static Detection detection(final Rect rect, final int windows,
		final double scale, final double excess)
	{
		final double side = rect.width() / excess;
		final double x = rect.x() + (rect.width() - side) / 2;
		final double y = rect.y() + (rect.height() - side) / 2;
		return new Detection(new Box(x / scale, y / scale, side / scale, side /
			scale), windows / (windows + 10.0), List.of());
	}

	private static Mat grey(final Frame frame) {
		final var bgra = new Mat(frame.height(), frame.width(),
			opencv_core.CV_8UC4, new IntPointer(frame.argb()));
		final var grey = new Mat();
		opencv_imgproc.cvtColor(bgra, grey, opencv_imgproc.COLOR_BGRA2GRAY);
		return grey;
	}

	private static CascadeClassifier load(final String name) {
		final String resource = "/org/bytedeco/opencv/" + Loader.getPlatform() +
			"/share/opencv4/haarcascades/" + name;
		final URL url = opencv_core.class.getResource(resource);
		if (url == null) throw new IllegalStateException(
			"OpenCV's jar for this system (" + Loader.getPlatform() +
				") is missing; put it beside Janus.");
		try {
			final File file = Loader.cacheResource(url);
			OpenCv.load();
			return new CascadeClassifier(file.getPath());
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
