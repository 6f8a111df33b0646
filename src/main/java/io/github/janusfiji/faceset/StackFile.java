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
package io.github.janusfiji.faceset;

import ij.io.FileInfo;
import ij.io.TiffDecoder;
import io.github.janusfiji.frames.TiffChain;
import io.github.janusfiji.task.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

/** TIFF file of a face set as it was found. */
final class StackFile {

	private StackFile() {}

	/** @return the slices' labels as the file has them; null where it has none */
	static String[] labels(final FileInfo[] infos, final int count) {
		final var labels = new String[count];
		final String[] known = infos[0].sliceLabels;
		for (int i = 0; i < count && known != null && i < known.length; i++)
			labels[i] = known[i];
		return labels;
	}

	/**
	 * @param tiff a file
	 * @return what its directories say
	 * @throws InputException if it is no TIFF, in one sentence
	 */
	static FileInfo[] decode(final Path tiff) throws IOException {
		final Path absolute = tiff.toAbsolutePath();
		TiffChain.check(tiff);
		try {
			final var infos = new TiffDecoder(absolute.getParent() +
				File.separator, absolute.getFileName().toString())
					.getTiffInfo();
			if (infos != null && infos.length > 0) return infos;
			throw new InputException(tiff.getFileName() +
				" is no TIFF stack; extract the faces again.");
		}
		catch (final InputException exc) {
			throw exc;
		}
		catch (final IOException | RuntimeException exc) {
			throw new InputException(tiff.getFileName() +
				" is damaged; extract the faces again.", exc);
		}
	}

	/**
	 * @param tiff the file
	 * @param infos its directories
	 * @param size expected width and height, px
	 * @return where the pixels of each slice begin
	 * @throws InputException if they are no crops of that size or end before
	 *           their time, in one sentence
	 */
	static long[] offsets(final Path tiff, final FileInfo[] infos,
		final int size) throws IOException
	{
		final FileInfo first = infos[0];
		for (final FileInfo info : infos) {
			if (info.fileType != FileInfo.RGB || info.width != size ||
				info.height != size || info.compression != FileInfo.COMPRESSION_NONE)
				throw new InputException(tiff.getFileName() +
					" does not hold uncompressed RGB crops of " + size + " × " + size +
					" px; extract the faces again.");
		}
		final long bytes = 3L * size * size;
		if (infos.length == 1 && Math.max(1, first.nImages) > Files.size(tiff) /
			bytes) throw new InputException(tiff.getFileName() +
				" breaks off; extract the faces again.");
		final long[] offsets = infos.length > 1 ? Arrays.stream(infos)
			.mapToLong(FileInfo::getOffset).toArray() : LongStream.range(0, Math.max(
				1, first.nImages)).map(i -> first.getOffset() + i * (bytes + first
					.getGap())).toArray();
		if (LongStream.of(offsets).max().getAsLong() + bytes > Files.size(tiff))
			throw new InputException(tiff.getFileName() +
				" breaks off; extract the faces again.");
		return offsets;
	}

	/** @return the text of an image property, or null */
	static String property(final FileInfo info, final String key) {
		final String[] p = info.properties;
		if (p != null) for (int i = 0; i + 1 < p.length; i += 2)
			if (key.equals(p[i])) return p[i + 1];
		return null;
	}
}
