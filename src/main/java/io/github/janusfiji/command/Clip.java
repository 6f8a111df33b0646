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
package io.github.janusfiji.command;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import io.github.janusfiji.frames.FrameKind;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The moving picture that a command works on. */
final class Clip {

	private Clip() {}

	/**
	 * @param input a file or folder, or null
	 * @param image the active image, or null; used if there is no input
	 * @param kind name of what its frames have to do with each other
	 * @return its frames
	 * @throws IOException if there is neither, or it cannot be read
	 */
	static FrameSequence open(final File input, final ImagePlus image,
		final String kind) throws IOException
	{
		return input == null ? active(image, "input", kind) : Frames.open(input
			.toPath(), FrameKind.named(kind));
	}

	/**
	 * @param image the active image, or null
	 * @param name of the parameter that it stands for
	 * @param kind name of what its frames have to do with each other
	 * @return its frames
	 * @throws InputException if there is none
	 */
	static FrameSequence active(final ImagePlus image, final String name,
		final String kind) throws InputException
	{
		if (image != null) {
			if (image.getRoi() != null && image.getRoi().isArea()) IJ.log(
				"Janus works on whole frames: the selection in " + image.getTitle() +
					" is not used (Image > Crop makes an image of it).");
			return Frames.as(Frames.of(image), FrameKind.named(kind));
		}
		throw new InputException("There is nothing to work on: give '" + name +
			"' a video, a folder of images or a TIFF stack, or open an image first.");
	}

	/**
	 * @param input a file or folder, or the title of an open image
	 * @param kind name of what its frames have to do with each other
	 * @return its frames
	 * @throws IOException if it is neither, or cannot be read
	 */
	static FrameSequence open(final File input, final String kind)
		throws IOException
	{
		final ImagePlus window = input.exists() ? null : WindowManager.getImage(
			input.getPath());
		return window == null ? Frames.open(input.toPath(), FrameKind.named(kind))
			: active(window, "", kind);
	}

	/**
	 * @param file a parameter
	 * @param name its name
	 * @param what what it must be, as in "a face set"
	 * @return the file
	 * @throws InputException if it is not given
	 */
	static File required(final File file, final String name, final String what)
		throws InputException
	{
		if (file != null) return file;
		throw new InputException("Give the parameter '" + name + "' " + what + ".");
	}

	/**
	 * Tests before long work whether a folder can be written to.
	 *
	 * @param folder a parameter that need not be given; made when it is written to
	 * @throws InputException if it is a file, or no files can be made in it
	 */
	static void writable(final File folder) throws InputException {
		if (folder == null) return;
		if (folder.exists() && !folder.isDirectory()) throw new InputException(
			folder + " is a file; give a folder for the tables and pictures.");
		File there = folder.getAbsoluteFile();
		while (there != null && !there.exists()) there = there.getParentFile();
		if (there == null || !there.isDirectory() || !Files.isWritable(there
			.toPath())) throw new InputException("The folder " + folder +
				" cannot be written to; choose another one.");
	}

	/**
	 * @param file a parameter that need not be given
	 * @return its path, if it is given
	 */
	static Optional<Path> optional(final File file) {
		return file == null || file.getPath().isBlank() ? Optional.empty() : Optional
			.of(file.toPath());
	}

	/**
	 * @param name of a file
	 * @return a place for it that is gone when the program has ended
	 * @throws IOException if there is none
	 */
	static Path temporary(final String name) throws IOException {
		final Path folder = Files.createTempDirectory("janus");
		final Path file = folder.resolve(name);
		folder.toFile().deleteOnExit();
		file.toFile().deleteOnExit();
		return file;
	}
}
