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

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.Opener;
import ij.io.TiffDecoder;
import ij.plugin.FileInfoVirtualStack;
import ij.util.Tools;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Opens TIFF files of any kind that ImageJ reads; stacks are read lazily. */
final class TiffStack {

	private static final int COMPRESSION = 259;

	/** None, LZW, Deflate (both numbers) and PackBits. */
	private static final Set<Integer> KNOWN = Set.of(1, 5, 8, 32946, 32773);

	private TiffStack() {}

	/** @return ImageJ's description of the images in a file, at least one */
	static FileInfo[] header(final Path path) throws IOException {
		if (!Files.isReadable(path)) throw new InputException(path +
			" cannot be read; check that it exists and that you may read it.");
		TiffChain.check(path);
		final var absolute = path.toAbsolutePath();
		try {
			final var info = new TiffDecoder(absolute.getParent() +
				java.io.File.separator, absolute.getFileName().toString())
					.getTiffInfo();
			if (info != null && info.length > 0 && info[0].width > 0) return info;
		}
		catch (IOException | RuntimeException exc) {
			throw new InputException(TiffFault.broken(path), exc);
		}
		throw new InputException(TiffFault.broken(path));
	}

	/** @return width and height of the first page, px */
	static int[] size(final Path path) throws IOException {
		final var info = known(path);
		return info == null ? TiffPages.size(path) : new int[] { info[0].width,
			info[0].height };
	}

	/** @return ImageJ's description, or null of what only Java reads */
	private static FileInfo[] known(final Path path) throws IOException {
		final FileInfo[] info;
		try {
			info = header(path);
		}
		catch (final InputException exc) {
			if (isForeign(exc)) return null;
			throw exc;
		}
		for (final var page : info)
			if (isDeepColour(page)) return null;
		return isPacked(path) ? null : info;
	}

	/**
	 * Whether the first page is compressed as ImageJ does not know; of some such
	 * pages it says that they are not compressed at all. TIFF 6.0 §2, tag 259.
	 */
	private static boolean isPacked(final Path path) throws IOException {
		try (var file = new RandomAccessFile(path.toFile(), "r")) {
			final boolean little = file.readUnsignedByte() == 'I';
			file.seek(4);
			file.seek(number(file, 4, little));
			for (long left = number(file, 2, little); left > 0; left--) {
				final long tag = number(file, 2, little);
				file.skipBytes(6);
				final long value = number(file, 2, little);
				file.skipBytes(2);
				if (tag == COMPRESSION) return !KNOWN.contains((int) value);
			}
			return false;
		}
		catch (final java.io.EOFException exc) {
			throw new InputException(TiffFault.broken(path), exc);
		}
	}

	private static long number(final RandomAccessFile file, final int bytes,
		final boolean little) throws IOException
	{
		long value = 0;
		for (int i = 0; i < bytes; i++) {
			final long b = file.readUnsignedByte();
			value = little ? value | b << 8 * i : value << 8 | b;
		}
		return value;
	}

	/** Whether ImageJ's decoder gave up on a compression or layout. */
	private static boolean isForeign(final InputException exc) {
		return exc.getCause() instanceof IOException cause && String.valueOf(cause
			.getMessage()).contains("ImageJ");
	}

	private static boolean isDeepColour(final FileInfo page) {
		return page.fileType == FileInfo.RGB48 || page.fileType ==
			FileInfo.RGB48_PLANAR || page.samplesPerPixel >= 4 && page.fileType !=
				FileInfo.ARGB && page.fileType != FileInfo.RGB;
	}

	/** @return the image with calibration, look-up tables and properties */
	static ImagePlus open(final Path path) throws IOException {
		final var info = known(path);
		if (info == null) return TiffPages.open(path);
		requireComplete(path, info[0]);
		if (!sameSize(info)) throw TiffFault.differ(path);
		final boolean contiguous = info.length == 1 && info[0].nImages > 1;
		final ImagePlus image;
		try {
			image = contiguous ? FileInfoVirtualStack.openVirtual(path
				.toAbsolutePath().toString()) : info.length > 1 && sameType(info)
					? directories(path, info) : eager(path);
		}
		catch (final RuntimeException exc) {
			// What ImageJ's readers do when a file is not what it says.
			throw new InputException(TiffFault.broken(path), exc);
		}
		if (image == null) throw new InputException(TiffFault.broken(path));
		return image;
	}

	private static void requireComplete(final Path path, final FileInfo info)
		throws IOException
	{
		final boolean plain = info.compression <= FileInfo.COMPRESSION_NONE;
		final long needed = info.getOffset() + (long) info.width * info.height *
			info.getBytesPerPixel() * Math.max(1, info.nImages);
		if (!plain && info.nImages > 1 && info.nImages > Files.size(path))
			throw new InputException(TiffFault.broken(path));
		if (plain && info.nImages > 1 && Files.size(path) < needed)
			throw new InputException(path.getFileName() +
				" is cut short: it holds fewer than the " + info.nImages +
				" images it declares; copy it again.");
	}

	private static boolean sameSize(final FileInfo[] info) {
		for (final var other : info)
			if (other.width != info[0].width || other.height != info[0].height)
				return false;
		return true;
	}

	private static boolean sameType(final FileInfo[] info) {
		for (final var other : info)
			if (other.fileType != info[0].fileType) return false;
		return true;
	}

	private static ImagePlus directories(final Path path,
		final FileInfo[] info) throws InputException
	{
		final var stack = new FileInfoVirtualStack(info);
		final var image = new ImagePlus(path.getFileName().toString(), stack);
		final var opener = new FileOpener(info[0]);
		final var properties = opener.decodeDescriptionString(info[0]);
		image.setFileInfo(info[0]);
		if (properties != null) {
			final String fps = properties.getProperty("fps");
			if (fps != null) image.getCalibration().fps = rate(path, fps);
			calibrate(image, info[0], properties);
		}
		return image;
	}

	private static double rate(final Path path, final String text)
		throws InputException
	{
		try {
			final double rate = Double.parseDouble(text);
			if (PngText.isRate(rate)) return rate;
		}
		catch (final NumberFormatException exc) {
			throw noRate(path, text, exc);
		}
		throw noRate(path, text, null);
	}

	private static InputException noRate(final Path path, final String text,
		final Exception cause)
	{
		return new InputException(path.getFileName() +
			" says that its frame rate is " + text +
			", which is none; correct it with Image > Properties and save it again.",
			cause);
	}

	/** As ImageJ's own opener does for stacks that it reads at once. */
	private static void calibrate(final ImagePlus image, final FileInfo info,
		final java.util.Properties properties)
	{
		final var calibration = image.getCalibration();
		if (info.pixelWidth > 0 && info.unit != null) {
			calibration.pixelWidth = info.pixelWidth;
			calibration.pixelHeight = info.pixelHeight;
			calibration.setUnit(info.unit);
		}
		calibration.frameInterval = Tools.parseDouble(properties.getProperty(
			"finterval"), 0);
		final String unit = properties.getProperty("tunit");
		if (unit != null) calibration.setTimeUnit(unit);
		if (info.info != null) image.setProperty("Info", info.info);
	}

	private static ImagePlus eager(final Path path) {
		final var opener = new Opener();
		opener.setSilentMode(true);
		return opener.openImage(path.toAbsolutePath().toString());
	}
}
