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
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The images of a folder in natural name order: the frames of a clip, which are
 * of one size, or photographs, each of its own size.
 */
final class ImageFolder implements FrameSequence {

	/** Sizes of at most so many of a clip's frames are read beforehand. */
	private static final int CHECKED_AT_ONCE = 2000;

	private final Path folder;
	private final List<Path> files;
	private final int width;
	private final int height;
	private final boolean oneSize;
	private final double frameRate;
	private final GreyRange range;
	private FrameKind kind;

	/** @param kind what the user says of the images */
	ImageFolder(final Path folder, final FrameKind kind) throws IOException {
		this(folder, FolderFiles.list(folder), kind);
	}

	/** @param files at least one image */
	ImageFolder(final Path place, final List<Path> files, final FrameKind kind)
		throws IOException
	{
		folder = place;
		this.files = files;
		range = new GreyRange(files, ImageFile::open);
		final var first = ImageFile.read(files.get(0), range);
		frameRate = PngText.rate(files.get(0));
		int widest = first.width(), highest = first.height();
		boolean same = true;
		for (int i = 1; i < files.size(); i++) {
			final boolean enough = i >= CHECKED_AT_ONCE && same &&
				kind != FrameKind.PICTURES;
			final int[] size = enough ? null : ImageFile.size(files.get(i));
			if (size == null) continue;
			if (kind == FrameKind.SEQUENCE) requireSize(first, files.get(i), size[0],
				size[1]);
			same &= size[0] == first.width() && size[1] == first.height();
			widest = Math.max(widest, size[0]);
			highest = Math.max(highest, size[1]);
		}
		width = widest;
		height = highest;
		oneSize = same;
		this.kind = same ? kind : FrameKind.PICTURES;
	}

	private void requireSize(final ImageFile.Picture first, final Path file,
		final int w, final int h) throws InputException
	{
		if (w != first.width() || h != first.height()) throw new InputException(file
			.getFileName() + " is " + w + "×" + h + " px but " + files.get(0)
				.getFileName() + " is " + first.width() + "×" + first.height() +
			" px; all frames of a clip must have one size.");
	}

	/** Looks at the images when it is asked for the first time. */
	@Override
	public synchronized FrameKind kind() {
		if (kind == FrameKind.AUTOMATIC) try {
			kind = FolderJudge.isSequence(files) ? FrameKind.SEQUENCE
				: FrameKind.PICTURES;
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return kind;
	}

	@Override
	public boolean hasOneSize() {
		return oneSize;
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
		final var picture = ImageFile.read(file, range);
		if (kind() == FrameKind.PICTURES) return new Frame(index, 0, picture.width(),
			picture.height(), picture.argb());
		if (picture.width() != width || picture.height() != height)
			throw new InputException(file.getFileName() + " is " + picture.width() +
				"×" + picture.height() + " px but " + files.get(0).getFileName() +
				" is " + width + "×" + height +
				" px; say that the kind is pictures if these are no frames of a clip.");
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

	@Override
	public SortedMap<String, String> metadata() throws IOException {
		return Metadata.of(folder);
	}
}
