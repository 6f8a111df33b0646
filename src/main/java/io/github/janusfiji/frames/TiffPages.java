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
import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.janusfiji.task.InputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The pages of a TIFF file that Java reads and ImageJ does not: compressed as
 * JPEG or fax, three channels of 16 bits, four inks. Shown as 8-bit RGB; each
 * page is read when it is looked at.
 */
final class TiffPages extends VirtualStack {

	private final Path path;
	private final int pages;

	private TiffPages(final Path path, final int width, final int height,
		final int pages)
	{
		super(width, height);
		this.path = path;
		this.pages = pages;
		setBitDepth(24);
	}

	/** Function of an open file. */
	private interface Use<T> {

		T of(ImageReader reader) throws IOException;
	}

	/**
	 * @param path a TIFF file
	 * @return its pages
	 * @throws InputException if it cannot be read or its pages differ in size
	 */
	static ImagePlus open(final Path path) throws InputException {
		return with(path, reader -> {
			final int pages = reader.getNumImages(true);
			final int width = reader.getWidth(0), height = reader.getHeight(0);
			PictureLimit.require(path, width, height);
			for (int i = 1; i < pages; i++)
				if (reader.getWidth(i) != width || reader.getHeight(i) != height)
					throw TiffFault.differ(path);
			final var stack = new TiffPages(path, width, height, pages);
			stack.picture(1);
			return new ImagePlus(path.getFileName().toString(), stack);
		});
	}

	/**
	 * @param path a TIFF file
	 * @return width and height of its first page, px
	 * @throws InputException if it cannot be read
	 */
	static int[] size(final Path path) throws InputException {
		return with(path, reader -> new int[] { reader.getWidth(0), reader
			.getHeight(0) });
	}

	private static <T> T with(final Path path, final Use<T> use)
		throws InputException
	{
		final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(
			"tiff");
		final ImageReader reader = readers.next();
		try (var in = ImageIO.createImageInputStream(path.toFile())) {
			reader.setInput(in);
			return use.of(reader);
		}
		catch (final InputException exc) {
			throw exc;
		}
		catch (IOException | RuntimeException exc) {
			// Java's reader throws whatever a file's faults lead to.
			throw new InputException(TiffFault.broken(path), exc);
		}
		finally {
			reader.dispose();
		}
	}

	private BufferedImage picture(final int page) throws InputException {
		return with(path, reader -> reader.read(page - 1));
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		try {
			final BufferedImage image = picture(n);
			return new ColorProcessor(getWidth(), getHeight(), image.getRGB(0, 0,
				getWidth(), getHeight(), null, 0, getWidth()));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	@Override
	public Object getPixels(final int n) {
		return getProcessor(n).getPixels();
	}

	@Override
	public int getSize() {
		return pages;
	}

	@Override
	public int size() {
		return pages;
	}

	@Override
	public int getBitDepth() {
		return 24;
	}

	@Override
	public String getSliceLabel(final int n) {
		return null;
	}
}
