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
package io.github.janusfiji.swap;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_photo;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;

/**
 * Gradient-domain cloning (Pérez, Gangnet and Blake, "Poisson image editing",
 * SIGGRAPH 2003) by OpenCV's {@code seamlessClone}.
 */
final class PoissonCloning {

	/** OpenCV needs this much of the frame around the mask, px. */
	private static final int MARGIN = 2;

	private PoissonCloning() {}

	/**
	 * @param frame the region of the frame
	 * @param face the painted face there
	 * @param mask what is replaced
	 * @param region where in the frame
	 * @return the region with the face cloned in; nothing if the mask is empty or
	 *         too close to the region's edge, where the equation has no boundary
	 *         values
	 */
	static Optional<FloatRgb> clone(final FloatRgb frame, final FloatRgb face,
		final FaceMask mask, final Region region)
	{
		final int w = region.width(), h = region.height();
		final float[] weights = mask.weights(region);
		final var inside = new byte[w * h];
		int x0 = w, y0 = h, x1 = -1, y1 = -1;
		for (int i = 0; i < inside.length; i++) {
			if (weights[i] <= 0) continue;
			inside[i] = -1;
			x0 = Math.min(x0, i % w);
			x1 = Math.max(x1, i % w);
			y0 = Math.min(y0, i / w);
			y1 = Math.max(y1, i / w);
		}
		if (x1 - x0 < 8 || y1 - y0 < 8 || x0 < MARGIN || y0 < MARGIN || x1 >= w -
			MARGIN || y1 >= h - MARGIN) return Optional.empty();
		// OpenCV puts the middle of the mask's bounding box at this point.
		return Optional.of(clone(frame, face, inside, x0 + (x1 - x0 + 1) / 2, y0 +
			(y1 - y0 + 1) / 2));
	}

	private static FloatRgb clone(final FloatRgb frame, final FloatRgb face,
		final byte[] inside, final int x, final int y)
	{
		final int w = frame.width(), h = frame.height();
		try (var underData = new BytePointer(bgr(frame));
				var overData = new BytePointer(bgr(face));
				var maskData = new BytePointer(inside);
				var under = new Mat(h, w, CV_8UC3, underData);
				var over = new Mat(h, w, CV_8UC3, overData);
				var mask = new Mat(h, w, CV_8UC1, maskData); var out = new Mat();
				var middle = new Point(x, y))
		{
			opencv_photo.seamlessClone(over, under, mask, middle, out,
				opencv_photo.NORMAL_CLONE);
			final var bytes = new byte[3 * w * h];
			out.data().get(bytes);
			return rgb(bytes, w, h);
		}
	}

	private static byte[] bgr(final FloatRgb image) {
		final var bytes = new byte[3 * image.width() * image.height()];
		for (int i = 0, k = 0; k < bytes.length; i++) {
			final int c = image.argb(i);
			bytes[k++] = (byte) c;
			bytes[k++] = (byte) (c >> 8);
			bytes[k++] = (byte) (c >> 16);
		}
		return bytes;
	}

	private static FloatRgb rgb(final byte[] bgr, final int w, final int h) {
		final var image = FloatRgb.black(w, h);
		for (int i = 0; i < w * h; i++)
			for (int c = 0; c < 3; c++)
				image.planes()[2 - c][i] = (bgr[3 * i + c] & 255) / 255f;
		return image;
	}
}
