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
import ij.process.ColorProcessor;
import io.github.janusfiji.task.InputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Reads single image files. */
final class ImageFile {

	/** Pixels as shown. */
	record Picture(int width, int height, int[] argb) {}

	private ImageFile() {}

	/** @return the picture as ImageJ shows it; the first one of a TIFF stack */
	static Picture read(final Path path) throws IOException {
		return read(path, new GreyRange(List.of(path), ImageFile::open));
	}

	/**
	 * @param range which grey levels of deep images are black and white
	 * @return the picture; the first one of a TIFF stack
	 */
	static Picture read(final Path path, final GreyRange range)
		throws IOException
	{
		final var image = open(path);
		range.apply(image);
		final var frame = new ImagePlusSequence(image, path).frame(0);
		if (FileKind.isTiff(path)) return new Picture(frame.width(), frame.height(), frame
			.argb());
		final var turn = Orientation.ofExif(Exif.orientation(path));
		final boolean swap = turn.isQuarterTurn();
		final int width = image.getWidth(), height = image.getHeight();
		return new Picture(swap ? height : width, swap ? width : height, turn.apply(
			frame.argb(), width, height));
	}

	/** @return the file's image as ImageJ shows it, not turned */
	static ImagePlus open(final Path path) throws IOException {
		return FileKind.isTiff(path) ? TiffStack.open(path) : decode(path);
	}

	private static ImagePlus decode(final Path path) throws IOException {
		final int[] size = size(path);
		if (size != null) PictureLimit.require(path, size[0], size[1]);
		try {
			final var image = pixels(path);
			if (image != null) return image(path.getFileName().toString(), image);
		}
		catch (IOException | RuntimeException exc) {
			if (!Files.isReadable(path)) throw new InputException(path +
				" cannot be read; check that it exists and that you may read it.",
				exc);
			throw new InputException(broken(path), exc);
		}
		throw new InputException(broken(path));
	}

	private static BufferedImage pixels(final Path path) throws IOException {
		if (JpegFile.isJpeg(path)) return JpegFile.read(path);
		try (var in = Files.newInputStream(path)) {
			return ImageIO.read(in);
		}
	}

	/**
	 * ImageJ reads grey rasters as they are; BufferedImage would pass them through
	 * a colour profile. Of three channels with 16 bits ImageJ takes the first only.
	 */
	private static ImagePlus image(final String title,
		final BufferedImage image)
	{
		if (image.getRaster().getNumBands() < 3) return new ImagePlus(title, image);
		final int w = image.getWidth(), h = image.getHeight();
		return new ImagePlus(title, new ColorProcessor(w, h, image.getRGB(0, 0, w,
			h, null, 0, w)));
	}

	private static String broken(final Path path) {
		return path.getFileName() + " is not an image that can be read; it is " +
			"damaged, or its name does not fit its content.";
	}

	/** @return width and height from the header alone, px; null if unknown */
	static int[] size(final Path path) throws IOException {
		if (FileKind.isTiff(path)) {
			return TiffStack.size(path);
		}
		try (var in = ImageIO.createImageInputStream(path.toFile())) {
			final var readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) return null;
			final var reader = readers.next();
			try {
				reader.setInput(in, true, true);
				final boolean swap = Orientation.ofExif(Exif.orientation(path))
					.isQuarterTurn();
				final int width = reader.getWidth(0), height = reader.getHeight(0);
				return swap ? new int[] { height, width } : new int[] { width, height };
			}
			finally {
				reader.dispose();
			}
		}
		catch (IOException | RuntimeException exc) {
			throw new InputException(broken(path), exc);
		}
	}
}
