package io.github.janusfiji.frames;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Opens moving pictures and writes them: the way in and out of this package. */
public final class Frames {

	private Frames() {}

	/**
	 * Opens a video file (MP4, MOV, AVI, MKV, WebM, …), a TIFF stack, a single
	 * image or a folder of images in name order.
	 *
	 * @param input file or folder
	 * @return its frames, read lazily
	 * @throws IOException if it is missing or is none of these; the message is
	 *           one sentence for the user
	 */
	public static FrameSequence open(final Path input) throws IOException {
		throw new UnsupportedOperationException(); // frames
	}

	/**
	 * @param image an open image: 8-bit, 16-bit, 32-bit, RGB or composite; single,
	 *          stack or virtual stack. Shown as displayed: with its look-up table
	 *          and display range.
	 * @return its frames, read lazily; a channel dimension is merged, slices and
	 *         time points are frames
	 */
	public static FrameSequence of(final ImagePlus image) {
		throw new UnsupportedOperationException(); // frames
	}

	/**
	 * Begins an output of the same size, frame rate, time stamps and audio as a
	 * source.
	 *
	 * @param output {@code .mp4}, {@code .mkv} (lossless FFV1), {@code .tif} or a
	 *          folder for PNG files, told apart by the extension
	 * @param like the source
	 * @param metadata keys and texts for the output's own metadata
	 * @return the writer
	 * @throws IOException if the place cannot be written or the extension is
	 *           unknown; the message is one sentence for the user
	 */
	public static FrameWriter writer(final Path output, final FrameSequence like,
		final Map<String, String> metadata) throws IOException
	{
		throw new UnsupportedOperationException(); // frames
	}

	/**
	 * Begins a silent output.
	 *
	 * @param output as in {@link #writer(Path, FrameSequence, Map)}
	 * @param width px
	 * @param height px
	 * @param frameRate frames/s
	 * @param metadata keys and texts for the output's own metadata
	 * @return the writer
	 * @throws IOException if the place cannot be written or the extension is
	 *           unknown; the message is one sentence for the user
	 */
	public static FrameWriter writer(final Path output, final int width,
		final int height, final double frameRate,
		final Map<String, String> metadata) throws IOException
	{
		throw new UnsupportedOperationException(); // frames
	}
}
