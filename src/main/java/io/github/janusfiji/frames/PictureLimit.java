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

import io.github.janusfiji.task.InputException;
import java.nio.file.Path;
import java.util.Locale;

/** How large a picture may say it is before memory is taken for it. */
final class PictureLimit {

	/** Bytes that a pixel takes on its way, with its copies. */
	private static final long BYTES = 16;

	/** Largest frame of a video, px: 8192×8192, four times that of 8K. */
	private static final long VIDEO = 1L << 26;

	private PictureLimit() {}

	/**
	 * @param file that says so
	 * @param width px
	 * @param height px
	 * @throws InputException if Java's memory does not suffice for a picture
	 */
	static void require(final Path file, final long width, final long height)
		throws InputException
	{
		require(file, width, height, Math.min(Integer.MAX_VALUE / 4, Runtime
			.getRuntime().maxMemory() / BYTES));
	}

	/**
	 * @param file that says so
	 * @param width px
	 * @param height px
	 * @throws InputException if no video is of that size, or Java's memory does
	 *           not suffice for a frame
	 */
	static void requireVideo(final Path file, final long width,
		final long height) throws InputException
	{
		require(file, width, height, Math.min(VIDEO, Runtime.getRuntime()
			.maxMemory() / BYTES));
	}

	private static void require(final Path file, final long width,
		final long height, final long most) throws InputException
	{
		if (width < 0 || height < 0 || width > 0 && height > most / width)
			throw new InputException(String.format(Locale.ROOT,
				"%s says that it is %d×%d px, more than the %d megapixels that can be read with this memory; reduce it, or give Java more memory.",
				file.getFileName(), width, height, most / 1_000_000));
	}
}
