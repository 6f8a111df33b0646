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
package io.github.janusfiji.landmark;

import io.github.janusfiji.geometry.Shapes;
import io.github.janusfiji.natives.OpenCv;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** Learns how OpenCV's frontal cascade frames faces. */
final class BoxFraming {

	/** Share of the pictures that are enough for a mean, as its inverse. */
	private static final int EVERY = 5;

	private BoxFraming() {}

	/**
	 * @param cascade a name such as {@code haarcascade_frontalface_default}
	 * @return the detector that comes with OpenCV
	 * @throws IOException if it is missing
	 */
	static CascadeClassifier detector(final String cascade) throws IOException {
		final File file = Loader.cacheResource("/org/bytedeco/opencv/" + Loader
			.getPlatform() + "/share/opencv4/haarcascades/" + cascade + ".xml");
		if (file == null) throw new IOException("OpenCV's " + cascade +
			" is not on the class path.");
		// Pictures are small; threads would mostly wait for each other.
		opencv_core.setNumThreads(1);
		OpenCv.load();
		return new CascadeClassifier(file.getPath());
	}

	/**
	 * @param detector the detector
	 * @param image the picture
	 * @param neighbours how many raw findings make a finding
	 * @return boxes as x, y, size, px
	 */
	static List<double[]> detect(final CascadeClassifier detector,
		final GreyImage image, final int neighbours)
	{
		final int border = image.width() / 5;
		final int w = image.width() + 2 * border, h = image.height() + 2 * border;
		final byte[] bytes = new byte[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				final int sx = Math.max(0, Math.min(image.width() - 1, x - border));
				final int sy = Math.max(0, Math.min(image.height() - 1, y - border));
				bytes[y * w + x] = (byte) image.data()[sy * image.width() + sx];
			}
		final List<double[]> boxes = new ArrayList<>();
		try (BytePointer pixels = new BytePointer(bytes);
				Mat mat = new Mat(h, w, opencv_core.CV_8UC1, pixels);
				RectVector found = new RectVector(); Size none = new Size())
		{
			detector.detectMultiScale(mat, found, 1.1, neighbours, 0, none, none);
			for (long i = 0; i < found.size(); i++) {
				final Rect r = found.get(i);
				boxes.add(new double[] { r.x() - border, r.y() - border, r.width() });
			}
		}
		return boxes;
	}

	/**
	 * @param faces marked faces
	 * @return the mean face in the unit box that the cascade draws around it
	 * @throws IOException if the cascade is missing
	 */
	static float[] mean(final List<MarkedFace> faces) throws IOException {
		final float[] mean = new float[2 * Shapes.COUNT];
		int count = 0;
		try (CascadeClassifier detector = detector(
			"haarcascade_frontalface_default"))
		{
			for (int f = 0; f < faces.size(); f += EVERY) {
				final MarkedFace face = faces.get(f);
				final double[] box = around(detect(detector, face.image(), 3), face
					.marks());
				if (box == null) continue;
				count++;
				for (int i = 0; i < mean.length; i++)
					mean[i] += (face.marks()[i] - box[i % 2]) / box[2];
			}
		}
		for (int i = 0; i < mean.length; i++)
			mean[i] /= count;
		System.out.printf("Box framing from %d of %d pictures%n", count, (faces
			.size() + EVERY - 1) / EVERY);
		return mean;
	}

	/**
	 * @param boxes findings
	 * @param marks a face
	 * @return the box that is the face's, or null
	 */
	static double[] around(final List<double[]> boxes, final float[] marks) {
		final double eyes = Shapes.interOcular(marks);
		for (final double[] box : boxes) {
			final double dx = box[0] + box[2] / 2 - marks[60], dy = box[1] + box[2] /
				2 - marks[61];
			if (Math.hypot(dx, dy) < 0.8 * eyes && box[2] > eyes && box[2] < 3 * eyes)
				return box;
		}
		return null;
	}
}
