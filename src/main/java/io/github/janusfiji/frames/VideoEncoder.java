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

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;

/** Compresses frames: H.264 for everyone to play, or FFV1 without any loss. */
final class VideoEncoder implements AutoCloseable {

	/** Receiver of packets. */
	interface Output {

		void take(AVPacket packet) throws IOException;
	}

	/** Quantiser at which H.264 is hard to tell from the source (0–51). */
	static final int QUANTISER = 16;

	/** Seconds from one picture that stands alone to the next, for seeking. */
	private static final double KEY_INTERVAL = 2;

	/** MPEG-4 part 2 stores time bases in 16 bits; this holds NTSC rates. */
	private static final Rational MPEG4_BASE = new Rational(1, 60000);

	final AVCodecContext codec;
	private final int width;
	private final int height;
	private final AVFrame rgb;

	/** The same picture as Y'CbCr, or null where RGB is encoded as it is. */
	private final AVFrame yuv;
	private final SwsContext scaler;
	private final AVPacket packet;
	private final Output output;

	private VideoEncoder(final AVCodecContext codec, final int width,
		final int height, final boolean lossless, final Output output)
	{
		this.codec = codec;
		this.width = width;
		this.height = height;
		this.output = output;
		packet = av_packet_alloc();
		rgb = picture(codec.width(), codec.height(), AV_PIX_FMT_BGR0);
		yuv = lossless ? null : picture(codec.width(), codec.height(),
			AV_PIX_FMT_YUV420P);
		scaler = lossless ? null : sws_getContext(codec.width(), codec.height(),
			AV_PIX_FMT_BGR0, codec.width(), codec.height(), AV_PIX_FMT_YUV420P,
			SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP | SWS_FULL_CHR_H_INT,
			(SwsFilter) null, null, (DoublePointer) null);
		if (!lossless) ColorMatrix.apply(scaler, ColorMatrix.coefficients(codec
			.colorspace(), width, height), true, false);
	}

	private static AVFrame picture(final int width, final int height,
		final int format)
	{
		final var frame = av_frame_alloc();
		frame.width(width);
		frame.height(height);
		frame.format(format);
		av_frame_get_buffer(frame, 0);
		return frame;
	}

	/** @return an encoder whose decoded pictures equal the frames, bit by bit */
	static VideoEncoder lossless(final int width, final int height,
		final Timing timing, final Output output) throws IOException
	{
		if (width == 1 || height == 1) throw new InputException(
			"FFV1 cannot hold frames one pixel wide or high; write a .tif instead.");
		final var context = context("ffv1", width, height, timing);
		context.pix_fmt(AV_PIX_FMT_BGR0);
		context.level(3);
		context.gop_size(1);
		final boolean tiny = width < 16 || height < 16;
		context.slices(tiny ? 1 : 4);
		context.thread_count(tiny ? 1 : 4);
		open(context, "slicecrc", "1");
		return new VideoEncoder(context, width, height, true, output);
	}

	/**
	 * @param quantiser of H.264, 0 to 51; MPEG-4 keeps its own
	 * @return an H.264 encoder, or MPEG-4 for sizes that OpenH264 refuses; odd
	 *         sizes grow by one row or column that repeats the last
	 */
	static VideoEncoder playable(final int width, final int height,
		final Timing timing, final int quantiser,
		final Output output) throws IOException
	{
		final int evenWidth = width + (width & 1), evenHeight = height + (height &
			1);
		AVCodecContext context;
		try {
			context = h264(evenWidth, evenHeight, timing, quantiser);
		}
		catch (final IOException exc) {
			context = mpeg4(evenWidth, evenHeight, timing);
		}
		return new VideoEncoder(context, width, height, false, output);
	}

	private static AVCodecContext h264(final int width, final int height,
		final Timing timing, final int quantiser)
		throws IOException
	{
		if (width < 16 || height < 16) throw new IOException(
			"OpenH264 encodes whole macroblocks of 16 px");
		final var context = context("libopenh264", width, height, timing);
		tag(context);
		// OpenH264 ignores a quantiser without rate control, but keeps within
		// bounds: equal bounds give constant quality at whatever rate it takes.
		context.qmin(quantiser);
		context.qmax(quantiser);
		context.bit_rate((long) Math.max(2e5, width * height * Math.min(120, timing
			.frameRate().value())));
		context.profile(AVCodecContext.FF_PROFILE_H264_HIGH);
		// With several threads OpenH264 cuts pictures by how fast each thread was,
		// and the file differs from run to run.
		context.slices(1);
		context.thread_count(1);
		open(context, "rc_mode", "quality", "coder", "cabac");
		return context;
	}

	private static AVCodecContext mpeg4(final int width, final int height,
		final Timing timing) throws IOException
	{
		final var base = timing.timeBase().den() > 65535 ? MPEG4_BASE : timing
			.timeBase();
		final var context = context("mpeg4", width, height,
			new Timing(base, timing.frameRate(), timing
				.sampleAspect()));
		tag(context);
		context.flags(context.flags() | AV_CODEC_FLAG_QSCALE);
		context.global_quality(2 * FF_QP2LAMBDA);
		open(context);
		return context;
	}

	private static AVCodecContext context(final String name, final int width,
		final int height, final Timing timing) throws IOException
	{
		FFmpeg.load();
		final var encoder = avcodec_find_encoder_by_name(name);
		if (encoder == null) throw new IOException("this FFmpeg has no encoder " +
			name);
		final var context = avcodec_alloc_context3(encoder);
		context.width(width);
		context.height(height);
		context.pix_fmt(AV_PIX_FMT_YUV420P);
		set(context.time_base(), timing.timeBase());
		set(context.framerate(), timing.frameRate());
		set(context.sample_aspect_ratio(), timing.sampleAspect());
		context.gop_size((int) Math.max(1, Math.min(300, Math.round(timing
			.frameRate().value() * KEY_INTERVAL))));
		context.max_b_frames(0);
		context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
		return context;
	}

	private static void set(final AVRational to, final Rational value) {
		to.num(value.num());
		to.den(value.den());
	}

	private static void tag(final AVCodecContext context) {
		final boolean hd = ColorMatrix.isHighDefinition(context.width(), context
			.height());
		context.color_range(AVCOL_RANGE_MPEG);
		context.colorspace(hd ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M);
		context.color_primaries(hd ? AVCOL_PRI_BT709 : AVCOL_PRI_SMPTE170M);
		context.color_trc(hd ? AVCOL_TRC_BT709 : AVCOL_TRC_SMPTE170M);
	}

	private static void open(final AVCodecContext context,
		final String... options) throws IOException
	{
		final var dictionary = new AVDictionary(null);
		for (int i = 0; i < options.length; i += 2) av_dict_set(dictionary,
			options[i], options[i + 1], 0);
		final int status = avcodec_open2(context, context.codec(), dictionary);
		av_dict_free(dictionary);
		if (status >= 0) return;
		final String size = context.width() + "×" + context.height();
		avcodec_free_context(context);
		throw new IOException("frames of " + size + " px cannot be encoded: " +
			FFmpeg.message(status));
	}

	/** Encodes a frame and passes on the packets that are ready. */
	void encode(final int[] argb, final long pts) throws IOException {
		av_frame_make_writable(rgb);
		load(argb);
		AVFrame picture = rgb;
		if (yuv != null) {
			av_frame_make_writable(yuv);
			sws_scale(scaler, rgb.data(), rgb.linesize(), 0, rgb.height(), yuv
				.data(), yuv.linesize());
			picture = yuv;
		}
		picture.pts(pts);
		send(picture);
	}

	/** Copies the pixels, repeating the last row and column where it grows. */
	private void load(final int[] argb) {
		final int stride = rgb.linesize(0) / 4;
		final var ints = new BytePointer(rgb.data(0)).capacity(4L * stride * rgb
			.height()).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
		for (int y = 0; y < rgb.height(); y++) {
			final int row = Math.min(y, height - 1) * width;
			ints.position(y * stride);
			ints.put(argb, row, width);
			if (rgb.width() > width) ints.put(argb[row + width - 1]);
		}
	}

	/** Passes on the last packets. */
	void finish() throws IOException {
		send(null);
	}

	private void send(final AVFrame picture) throws IOException {
		check(avcodec_send_frame(codec, picture));
		while (true) {
			final int status = avcodec_receive_packet(codec, packet);
			if (status == FFmpeg.AGAIN || status == AVERROR_EOF()) return;
			check(status);
			try {
				output.take(packet);
			}
			finally {
				av_packet_unref(packet);
			}
		}
	}

	private static void check(final int status) throws IOException {
		if (status < 0) throw new IOException("encoding failed: " + FFmpeg.message(
			status));
	}

	@Override
	public void close() {
		if (scaler != null) sws_freeContext(scaler);
		if (yuv != null) av_frame_free(yuv);
		av_frame_free(rgb);
		av_packet_free(packet);
		avcodec_free_context(codec);
	}
}
