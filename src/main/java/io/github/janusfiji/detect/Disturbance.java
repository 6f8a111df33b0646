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
package io.github.janusfiji.detect;

import io.github.janusfiji.natives.OpenCv;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Scales a face down and up again and compresses it, as recordings are on their
 * way through the world, so that detectors do not learn the traces of that. JPEG
 * stands for the intra-coded pictures of H.264: both quantise a cosine transform
 * of blocks.
 */
final class Disturbance {

	static {
		OpenCv.load();
		// Looks for its files at each call.
		Loader.load(opencv_imgcodecs.class);
	}

	private Disturbance() {}

	/**
	 * @param face any
	 * @param random decides everything
	 * @return the same face, perhaps scaled (half of all, to 50–95 %) and perhaps
	 *         compressed (three of four, at a quality of 25–95)
	 */
	static FacePicture of(final FacePicture face,
		final SplittableRandom random)
	{
		final double scale = random.nextBoolean() ? random.nextDouble(0.5, 0.95)
			: 1;
		final int quality = random.nextInt(4) > 0 ? random.nextInt(25, 96) : 0;
		if (scale == 1 && quality == 0) return face;
		try (var scope = new PointerScope()) {
			final int size = FacePicture.SIZE;
			Mat bgr = new Mat();
			opencv_imgproc.cvtColor(new Mat(size, size, opencv_core.CV_8UC4,
				new IntPointer(face.argb())), bgr, opencv_imgproc.COLOR_BGRA2BGR);
			if (scale < 1) bgr = rescaled(bgr, (int) (scale * size), size);
			if (quality > 0) bgr = compressed(bgr, quality);
			final var bgra = new Mat();
			opencv_imgproc.cvtColor(bgr, bgra, opencv_imgproc.COLOR_BGR2BGRA);
			final var argb = new int[size * size];
			new IntPointer(bgra.data()).get(argb);
			return face.with(argb);
		}
	}

	private static Mat rescaled(final Mat picture, final int less,
		final int size)
	{
		final Mat small = new Mat(), back = new Mat();
		opencv_imgproc.resize(picture, small, new Size(less, less), 0, 0,
			opencv_imgproc.INTER_AREA);
		opencv_imgproc.resize(small, back, new Size(size, size), 0, 0,
			opencv_imgproc.INTER_CUBIC);
		return back;
	}

	private static Mat compressed(final Mat picture, final int quality) {
		final var bytes = new BytePointer();
		opencv_imgcodecs.imencode(".jpg", picture, bytes, new IntPointer(
			opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality));
		return opencv_imgcodecs.imdecode(new Mat(bytes),
			opencv_imgcodecs.IMREAD_COLOR);
	}
}
