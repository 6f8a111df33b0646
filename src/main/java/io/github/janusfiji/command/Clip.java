package io.github.janusfiji.command;

import ij.ImagePlus;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.InputException;
import java.io.File;
import java.io.IOException;

/** The moving picture that a command works on. */
final class Clip {

	private Clip() {}

	/**
	 * @param input a file or folder, or null
	 * @param image the active image, or null; used if there is no input
	 * @return its frames
	 * @throws IOException if there is neither, or it cannot be read
	 */
	static FrameSequence open(final File input, final ImagePlus image)
		throws IOException
	{
		if (input != null) return Frames.open(input.toPath());
		if (image != null) return Frames.of(image);
		throw new InputException("There is nothing to work on: give 'input' a" +
			" video, a folder of images or a TIFF stack, or open an image first.");
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
}
