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
package io.github.janusfiji.frames;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.io.IOException;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;

/** Turns decoded pictures of one stream into upright ARGB pixels. */
final class ArgbConverter implements AutoCloseable {

	/** Interpolated chroma and rounded arithmetic instead of fast tables. */
	private static final int QUALITY = SWS_BICUBIC | SWS_ACCURATE_RND |
		SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;

	/** Format of the input of a conversion; it may change in mid-stream. */
	private record Kind(int width, int height, int format, int space,
		int range)
	{}

	private final int width;
	private final int height;
	private final Orientation orientation;
	private Kind kind;
	private SwsContext scaler;
	private final AVFrame target;

	/**
	 * @param width of the pictures as coded, px; others are scaled to it
	 * @param height likewise
	 * @param orientation how they are shown
	 */
	ArgbConverter(final int width, final int height,
		final Orientation orientation)
	{
		this.width = width;
		this.height = height;
		this.orientation = orientation;
		target = av_frame_alloc();
		target.width(width);
		target.height(height);
		target.format(AV_PIX_FMT_BGRA); // 0xAARRGGBB as a little-endian int
		av_frame_get_buffer(target, 0);
	}

	int shownWidth() {
		return orientation.isQuarterTurn() ? height : width;
	}

	int shownHeight() {
		return orientation.isQuarterTurn() ? width : height;
	}

	/** @return the picture as shown, in a new array with alpha 255 */
	int[] convert(final AVFrame picture) throws IOException {
		final boolean asIs = picture.width() == width && picture
			.height() == height && (picture.format() == AV_PIX_FMT_BGR0 || picture
				.format() == AV_PIX_FMT_BGRA);
		if (!asIs) scale(picture);
		return orientation.apply(pixels(asIs ? picture : target), width, height);
	}

	private void scale(final AVFrame picture) throws IOException {
		final var now = new Kind(picture.width(), picture.height(), picture
			.format(), picture.colorspace(), picture.color_range());
		if (!now.equals(kind)) {
			if (scaler != null) sws_freeContext(scaler);
			scaler = sws_getContext(now.width, now.height, now.format, width, height,
				AV_PIX_FMT_BGRA, QUALITY, (SwsFilter) null, null, (DoublePointer) null);
			if (scaler == null) throw new IOException(
				"The video's pixel format is not supported.");
			ColorMatrix.apply(scaler, ColorMatrix.coefficients(now.space, now.width,
				now.height), now.range == AVCOL_RANGE_JPEG || isFullRange(now.format),
				true);
			kind = now;
		}
		sws_scale(scaler, picture.data(), picture.linesize(), 0, picture.height(),
			target.data(), target.linesize());
	}

	/** The formats that older encoders use to say "0–255". */
	private static boolean isFullRange(final int format) {
		return format == AV_PIX_FMT_YUVJ420P || format == AV_PIX_FMT_YUVJ422P ||
			format == AV_PIX_FMT_YUVJ444P || format == AV_PIX_FMT_YUVJ440P ||
			format == AV_PIX_FMT_YUVJ411P;
	}

	private int[] pixels(final AVFrame picture) {
		final int stride = picture.linesize(0);
		final var ints = new BytePointer(picture.data(0)).capacity((long) stride *
			height).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
		final var argb = new int[width * height];
		for (int y = 0; y < height; y++) {
			ints.position(y * stride / 4);
			ints.get(argb, y * width, width);
		}
		for (int i = 0; i < argb.length; i++) argb[i] |= 0xff000000;
		return argb;
	}

	@Override
	public void close() {
		if (scaler != null) sws_freeContext(scaler);
		scaler = null;
		av_frame_free(target);
	}
}
