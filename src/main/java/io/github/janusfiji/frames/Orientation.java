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

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;

/**
 * One of the eight ways to turn and mirror a picture by quarter turns: pixel (x,
 * y) is shown at (a·x + c·y, b·x + d·y), shifted so that the picture begins at
 * (0, 0).
 */
record Orientation(int a, int b, int c, int d) {

	static final Orientation UPRIGHT = new Orientation(1, 0, 0, 1);

	/**
	 * @param stream a video stream
	 * @return how its display matrix turns it (ISO/IEC 14496-12 §8.3.2); angles
	 *         other than quarter turns are left alone
	 */
	static Orientation of(final AVStream stream) {
		final var parameters = stream.codecpar();
		final var side = parameters.nb_coded_side_data() == 0 ? null
			: av_packet_side_data_get(parameters.coded_side_data(), parameters
				.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
		if (side == null || side.size() < 36) return UPRIGHT;
		final var matrix = new IntPointer(side.data());
		return ofMatrix(matrix.get(0), matrix.get(1), matrix.get(3), matrix.get(4));
	}

	/**
	 * @param stream a video stream
	 * @param picture decoded from it
	 * @return as {@link #of(AVStream)}; where the container says nothing, what the
	 *         picture itself does (H.264 and H.265, display orientation SEI)
	 */
	static Orientation of(final AVStream stream, final AVFrame picture) {
		final var container = of(stream);
		final var side = container.equals(UPRIGHT) ? av_frame_get_side_data(picture,
			AV_FRAME_DATA_DISPLAYMATRIX) : null;
		if (side == null || side.size() < 36) return container;
		final var matrix = new IntPointer(side.data());
		return ofMatrix(matrix.get(0), matrix.get(1), matrix.get(3), matrix.get(4));
	}

	/** @param a to d: the linear part of a display matrix, 16.16 fixed point */
	static Orientation ofMatrix(final int a, final int b, final int c,
		final int d)
	{
		final var turn = new Orientation(unit(a), unit(b), unit(c), unit(d));
		return Math.abs(turn.a * turn.d - turn.b * turn.c) == 1 && Math.abs(
			turn.a) + Math.abs(turn.b) == 1 && Math.abs(turn.c) + Math.abs(
				turn.d) == 1 ? turn : UPRIGHT;
	}

	/**
	 * @param exif the orientation of an EXIF header, 1 to 8 (CIPA DC-008 §4.6.5)
	 * @return the same as a matrix
	 */
	static Orientation ofExif(final int exif) {
		return switch (exif) {
			case 2 -> new Orientation(-1, 0, 0, 1);
			case 3 -> new Orientation(-1, 0, 0, -1);
			case 4 -> new Orientation(1, 0, 0, -1);
			case 5 -> new Orientation(0, 1, 1, 0);
			case 6 -> new Orientation(0, 1, -1, 0);
			case 7 -> new Orientation(0, -1, -1, 0);
			case 8 -> new Orientation(0, -1, 1, 0);
			default -> UPRIGHT;
		};
	}

	private static int unit(final int fixed) {
		return Math.abs(fixed) < 0x8000 ? 0 : Integer.signum(fixed);
	}

	/** @return whether width and height change places */
	boolean isQuarterTurn() {
		return a == 0;
	}

	/**
	 * @param pixels {@code width × height} pixels, row by row
	 * @return the turned picture; the same array where nothing is to be done
	 */
	int[] apply(final int[] pixels, final int width, final int height) {
		if (equals(UPRIGHT)) return pixels;
		final int shownWidth = isQuarterTurn() ? height : width;
		final int x0 = (a < 0 ? width - 1 : 0) + (c < 0 ? height - 1 : 0);
		final int y0 = (b < 0 ? width - 1 : 0) + (d < 0 ? height - 1 : 0);
		final int step = a + b * shownWidth;
		final var shown = new int[pixels.length];
		for (int y = 0, from = 0; y < height; y++) {
			int to = (y0 + d * y) * shownWidth + x0 + c * y;
			for (int x = 0; x < width; x++, to += step) shown[to] = pixels[from++];
		}
		return shown;
	}
}
