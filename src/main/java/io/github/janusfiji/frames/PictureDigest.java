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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * Digests of single pictures. A picture of red, green and blue has the same
 * whatever file it comes from; one of luma and chroma is taken as the codec gave
 * it, because every conversion rounds.
 */
final class PictureDigest implements AutoCloseable {

	private static final byte LEAF = 0;
	private final MessageDigest digest = digest();
	private BytePointer packed = new BytePointer();
	private long capacity;

	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}

	private static void begin(final MessageDigest digest, final char kind,
		final int width, final int height)
	{
		digest.update(ByteBuffer.allocate(10).put(LEAF).put((byte) kind).putInt(
			width).putInt(height).flip());
	}

	static byte[] of(final Frame frame) {
		final MessageDigest digest = digest();
		begin(digest, 'R', frame.width(), frame.height());
		final int rows = Math.max(1, (1 << 16) / frame.width());
		final var bytes = new byte[3 * rows * frame.width()];
		for (int y = 0; y < frame.height(); y += rows) {
			final int count = Math.min(rows, frame.height() - y) * frame.width();
			Rgb.bytes(frame.argb(), y * frame.width(), count, bytes, 0);
			digest.update(bytes, 0, 3 * count);
		}
		return digest.digest();
	}

	/** @return the digest of a decoder's picture */
	byte[] of(final VideoDecoder decoder) throws IOException {
		final AVFrame picture = decoder.picture();
		final var kind = av_pix_fmt_desc_get(picture.format());
		final boolean rgb = (kind.flags() & AV_PIX_FMT_FLAG_RGB) != 0 && kind.comp(0)
			.depth() == 8;
		if (rgb) {
			final var converter = decoder.converter();
			return of(new Frame(0, 0, converter.shownWidth(), converter.shownHeight(),
				decoder.argb()));
		}
		return of(picture);
	}

	/** @return the digest of a picture of luma and chroma */
	byte[] of(final AVFrame picture) throws IOException {
		final int size = av_image_get_buffer_size(picture.format(), picture.width(),
			picture.height(), 1);
		if (size < 0) throw new IOException("The video's pixel format is not supported.");
		if (size > capacity) {
			packed.close();
			packed = new BytePointer(size);
			capacity = size;
		}
		av_image_copy_to_buffer(packed, size, picture.data(), picture.linesize(),
			picture.format(), picture.width(), picture.height(), 1);
		begin(digest, 'Y', picture.width(), picture.height());
		digest.update(packed.position(0).capacity(size).asByteBuffer());
		return digest.digest();
	}

	@Override
	public void close() {
		packed.close();
	}
}
