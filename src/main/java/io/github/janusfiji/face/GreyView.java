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
import io.github.janusfiji.pixels.Luma;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A part of a frame as OpenCV searches it: grey, reduced, perhaps mirrored.
 *
 * @param picture 8-bit grey; belongs to the caller's {@code PointerScope}
 * @param x left edge of the part, px of the frame
 * @param y top edge of the part, px of the frame
 * @param scale px of the picture for each px of the frame
 * @param isMirrored whether left and right are exchanged
 * @param tilt by which the picture is turned about its middle, degrees
 */
record GreyView(Mat picture, double x, double y, double scale,
	boolean isMirrored, double tilt)
{

	private GreyView(final Mat picture, final double x, final double y,
		final double scale, final boolean isMirrored)
	{
		this(picture, x, y, scale, isMirrored, 0);
	}

	/**
	 * @param frame a frame
	 * @param part of it, px; what lies outside of the frame is left out
	 * @param scale wanted; never enlarges
	 * @return that part; empty if it lies outside
	 */
	static GreyView of(final Frame frame, final Box part, final double scale) {
		final int x0 = clip(part.x(), frame.width());
		final int y0 = clip(part.y(), frame.height());
		final int w = clip(part.x() + part.width(), frame.width()) - x0;
		final int h = clip(part.y() + part.height(), frame.height()) - y0;
		if (w == 0 || h == 0) return new GreyView(new Mat(), x0, y0, 1, false);
		final byte[] grey = new byte[w * h];
		for (int y = 0, i = 0; y < h; y++) {
			int from = (y0 + y) * frame.width() + x0;
			for (int x = 0; x < w; x++)
				grey[i++] = (byte) Luma.rounded(frame.argb()[from++]);
		}
		final var full = new Mat(h, w, opencv_core.CV_8UC1, new BytePointer(grey));
		if (scale >= 1) return new GreyView(full, x0, y0, 1, false);
		final var small = new Mat();
		opencv_imgproc.resize(full, small, new Size(), scale, scale,
			opencv_imgproc.INTER_AREA);
		return new GreyView(small, x0, y0, scale, false);
	}

	/**
	 * @param margin px of the picture
	 * @return the same part with its border replicated all around, so that faces
	 *         are found that leave the picture
	 */
	GreyView widened(final int margin) {
		if (picture.empty()) return this;
		final var wide = new Mat();
		opencv_core.copyMakeBorder(picture, wide, margin, margin, margin, margin,
			opencv_core.BORDER_REPLICATE);
		return new GreyView(wide, x - margin / scale, y - margin / scale, scale,
			isMirrored);
	}

	/**
	 * @param factor by which the picture is enlarged; 1 or less leaves it
	 * @return the same part, so that small faces reach the size that is searched
	 */
	GreyView enlarged(final double factor) {
		if (picture.empty() || factor <= 1) return this;
		final var large = new Mat();
		opencv_imgproc.resize(picture, large, new Size(), factor, factor,
			opencv_imgproc.INTER_CUBIC);
		return new GreyView(large, x, y, scale * factor, isMirrored);
	}

	/**
	 * @param degrees by which it is turned against the clock about its middle
	 * @return the same part, turned; neither mirrored nor turned before
	 */
	GreyView turned(final double degrees) {
		if (picture.empty()) return this;
		final var turned = new Mat();
		opencv_imgproc.warpAffine(picture, turned, opencv_imgproc
			.getRotationMatrix2D(new Point2f(picture.cols() / 2f, picture.rows() /
				2f), degrees, 1), picture.size(), opencv_imgproc.INTER_LINEAR,
			opencv_core.BORDER_REPLICATE, new Scalar());
		return new GreyView(turned, x, y, scale, false, degrees);
	}

	/** @return the same part seen in a mirror */
	GreyView mirrored() {
		if (picture.empty()) return this;
		final var flipped = new Mat();
		opencv_core.flip(picture, flipped, 1);
		return new GreyView(flipped, x, y, scale, !isMirrored);
	}

	/**
	 * @param found px of the picture
	 * @return the same, px of the frame
	 */
	List<Detection> inFrame(final List<Detection> found) {
		return found.stream().map(d -> {
			final Box b = upright(d.box());
			final double left = isMirrored ? picture.cols() - b.x() - b.width() : b
				.x();
			return new Detection(new Box(x + left / scale, y + b.y() / scale, b
				.width() / scale, b.height() / scale), d.score(), d.points());
		}).toList();
	}

	/** The box about the same middle before the picture was turned. */
	private Box upright(final Box b) {
		if (tilt == 0) return b;
		final double a = Math.toRadians(tilt), c = Math.cos(a), s = Math.sin(a);
		final double mx = picture.cols() / 2.0, my = picture.rows() / 2.0;
		final double u = b.centre().x() - mx, v = b.centre().y() - my;
		return new Box(mx + c * u - s * v - b.width() / 2, my + s * u + c * v - b
			.height() / 2, b.width(), b.height());
	}

	private static int clip(final double value, final int most) {
		return (int) Math.max(0, Math.min(most, Math.round(value)));
	}
}
