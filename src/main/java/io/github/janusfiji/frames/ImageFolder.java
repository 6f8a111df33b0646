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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The images of a folder in natural name order, all of one size. */
final class ImageFolder implements FrameSequence {

	/** Sizes of at most so many images are compared before the first is read. */
	private static final int CHECKED_AT_ONCE = 2000;

	private final Path folder;
	private final List<Path> files;
	private final int width;
	private final int height;
	private final double frameRate;

	ImageFolder(final Path folder) throws IOException {
		this(folder, list(folder));
	}

	/** @param files at least one image */
	ImageFolder(final Path place, final List<Path> files) throws IOException {
		folder = place;
		this.files = files;
		final var first = ImageFile.read(files.get(0));
		width = first.width();
		height = first.height();
		frameRate = PngText.rate(files.get(0));
		for (final var file : files.subList(0, Math.min(files.size(),
			CHECKED_AT_ONCE)))
		{
			final var size = ImageFile.size(file);
			if (size != null) requireSize(file, size[0], size[1]);
		}
	}

	private static List<Path> list(final Path folder) throws IOException {
		final List<Path> images;
		try (var all = Files.list(folder)) {
			final var order = new NaturalOrder();
			images = all.filter(ImageFile::isImage).filter(Files::isRegularFile)
				.filter(file -> !file.getFileName().toString().startsWith(".")).sorted((
					a, b) -> order.compare(a.getFileName().toString(), b.getFileName()
						.toString())).toList();
		}
		if (images.isEmpty()) throw new InputException("The folder " + folder +
			" holds no images; choose one with PNG, JPEG, TIFF, BMP or GIF files.");
		return images;
	}

	private void requireSize(final Path file, final int w, final int h)
		throws InputException
	{
		if (w != width || h != height) throw new InputException(file
			.getFileName() + " is " + w + "×" + h + " px but " + files.get(0)
				.getFileName() + " is " + width + "×" + height +
			" px; all images of a folder must have one size.");
	}

	@Override
	public String name() {
		return folder.getFileName() == null ? folder.toString() : folder
			.getFileName().toString();
	}

	@Override
	public Optional<Path> path() {
		return Optional.of(folder);
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public int count() {
		return files.size();
	}

	@Override
	public double frameRate() {
		return frameRate;
	}

	@Override
	public Optional<String> frameFile(final int index) {
		return Optional.of(files.get(index).getFileName().toString());
	}

	@Override
	public Frame frame(final int index) throws IOException {
		final var file = files.get(index);
		final var picture = ImageFile.read(file);
		requireSize(file, picture.width(), picture.height());
		final double time = PngText.time(file, index / frameRate);
		return new Frame(index, time, width, height, picture.argb());
	}

	@Override
	public double timeOf(final int index) throws IOException {
		return PngText.time(files.get(index), index / frameRate);
	}

	@Override
	public FrameCursor cursor() {
		return new PrefetchCursor(name(), new IndexedSource(this), width, height);
	}

	/** A folder's pictures may lie elsewhere, behind links. */
	@Override
	public List<Path> files() {
		final var all = new ArrayList<>(files);
		all.add(folder);
		return all;
	}

	@Override
	public void close() {
		// Files are opened one at a time.
	}
}
