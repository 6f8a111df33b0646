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

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;

/**
 * Review of a face set as an ImageJ stack: slices are sorted, filtered and
 * deleted, and what is left becomes a face set again. The label of each slice
 * says which face it shows, so that copies and parts of the stack work, too.
 */
public final class FaceReview {

	/** Image property that holds the path of the stack's file. */
	private static final String PATH = "janus.faceset";

	private FaceReview() {}

	/**
	 * @param set the faces
	 * @param query which of them, and in what order
	 * @return a virtual stack of the crops, named like the file; its slices can be
	 *         deleted. The {@link ImageStack} is a {@link java.io.Closeable} that
	 *         closes the faces it shows.
	 */
	public static ImagePlus open(final FaceSet set, final FaceQuery query) {
		final var stack = new FaceStack(set, query.select(set.faces()));
		final Path path = set.path().toAbsolutePath();
		final var image = new ImagePlus(path.getFileName().toString(), stack);
		final var info = new FileInfo();
		info.fileName = path.getFileName().toString();
		info.directory = path.getParent() + File.separator;
		info.fileFormat = FileInfo.TIFF;
		info.fileType = FileInfo.RGB;
		info.width = info.height = set.size();
		info.nImages = stack.getSize();
		image.setFileInfo(info);
		image.setProp(PATH, path.toString());
		return image;
	}

	/**
	 * Writes the faces that an image still shows as a face set, in the order of
	 * the clip, pixels and all as they were extracted.
	 *
	 * @param image a stack from {@link #open}, or a copy or part of one
	 * @param from the stack's file; null for the one that the image remembers
	 * @param output a {@code .tif}, {@code .faces.json} and {@code .faces.csv} go
	 *          beside it; null for the file that the faces are from, which is
	 *          replaced when the new one is complete
	 * @param progress told each crop
	 * @return number of faces written
	 * @throws IOException if the slices are no faces of the set, or it cannot be
	 *           written; the message is one sentence for the user, and what was
	 *           there stays
	 */
	public static int save(final ImagePlus image, final Path from,
		final Path output, final Progress progress) throws IOException
	{
		final Path path = source(image, from);
		final Path target = output == null ? path : output;
		if (image.getStack() instanceof FaceStack stack && stack.set().isAt(path))
			return stack.save(target, progress);
		final ImageStack stack = image.getStack();
		final var labels = new String[stack.getSize()];
		for (int i = 0; i < labels.length; i++)
			labels[i] = String.valueOf(stack.getSliceLabel(i + 1));
		try (var set = FaceSet.open(path)) {
			final var kept = new HashSet<>(FaceLabel.indices(Arrays.asList(labels),
				set.faces()));
			set.saveAs(target, kept::contains, progress).close();
			return kept.size();
		}
	}

	private static Path source(final ImagePlus image, final Path from)
		throws InputException
	{
		if (from != null) return from;
		final String known = image.getProp(PATH);
		if (known != null) return Path.of(known);
		throw new InputException("The image " + image.getTitle() +
			" was not opened by Review Faces; open the face set with it, or say " +
			"which face set the slices are from.");
	}
}
