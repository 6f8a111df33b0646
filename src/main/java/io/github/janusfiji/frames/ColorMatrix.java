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

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_FCC;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE240M;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_FCC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_SMPTE240M;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Which Y'CbCr matrix a picture uses, and how swscale is told. */
final class ColorMatrix {

	private ColorMatrix() {}

	/**
	 * What players assume of a file that does not say: BT.709 from 720p on, else
	 * BT.601. Files written here say so, by the same rule, because many readers
	 * ignore what a small picture says and assume BT.601.
	 */
	static boolean isHighDefinition(final int width, final int height) {
		return width >= 1280 || height > 576;
	}

	/** @return swscale's number for FFmpeg's colour space of a picture */
	static int coefficients(final int space, final int width, final int height) {
		if (space == AVCOL_SPC_BT709) return SWS_CS_ITU709;
		if (space == AVCOL_SPC_BT470BG || space == AVCOL_SPC_SMPTE170M)
			return SWS_CS_ITU601;
		if (space == AVCOL_SPC_SMPTE240M) return SWS_CS_SMPTE240M;
		if (space == AVCOL_SPC_FCC) return SWS_CS_FCC;
		if (space == AVCOL_SPC_BT2020_NCL || space == AVCOL_SPC_BT2020_CL)
			return SWS_CS_BT2020;
		return isHighDefinition(width, height) ? SWS_CS_ITU709 : SWS_CS_ITU601;
	}

	/**
	 * Sets matrix and range of a conversion between RGB and Y'CbCr.
	 *
	 * @param coefficients swscale's number of the matrix
	 * @param fullFrom whether the source uses 0–255
	 * @param fullTo whether the destination uses 0–255
	 */
	static void apply(final SwsContext context, final int coefficients,
		final boolean fullFrom, final boolean fullTo)
	{
		final var table = sws_getCoefficients(coefficients);
		sws_setColorspaceDetails(context, table, fullFrom ? 1 : 0, table, fullTo
			? 1 : 0, 0, 1 << 16, 1 << 16);
	}
}
