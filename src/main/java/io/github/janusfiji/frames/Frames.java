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
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;

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
		return open(input, FrameKind.AUTOMATIC);
	}

	/**
	 * @param input file or folder, as for {@link #open(Path)}
	 * @param kind what its frames have to do with each other; automatic looks at
	 *          the images of a folder
	 * @return its frames, read lazily
	 * @throws IOException as {@link #open(Path)}
	 */
	public static FrameSequence open(final Path input, final FrameKind kind)
		throws IOException
	{
		Metadata.requireReadable(input);
		if (Files.isDirectory(input)) return new ImageFolder(input, kind);
		return as(file(input), kind);
	}

	/**
	 * @param frames a moving picture
	 * @param kind what its frames have to do with each other
	 * @return the same, which says so; closing either closes both
	 */
	public static FrameSequence as(final FrameSequence frames,
		final FrameKind kind)
	{
		return kind == FrameKind.AUTOMATIC || kind == frames.kind() ? frames
			: new KindView(frames, kind);
	}

	private static FrameSequence file(final Path input) throws IOException {
		if (FolderFiles.isForeign(input)) throw new InputException(input
			.getFileName() +
			" is a picture of a kind that Janus does not read; convert it to PNG or JPEG.");
		if (FileKind.isTiff(input)) return new ImagePlusSequence(TiffStack.open(
			input), input);
		// An animated GIF is a video; in a folder it is an image.
		if (FileKind.isImage(input) && !"gif".equals(FileKind.extension(input)))
			return new ImageFolder(input, List.of(input),
				FrameKind.AUTOMATIC);
		return new VideoSequence(input);
	}

	/**
	 * @param input a video, a TIFF stack, a PNG file, or a folder of PNG files,
	 *          whose first file is asked
	 * @return keys and texts of the file's own metadata; Matroska changes keys to
	 *         upper case, so look them up without regard to case
	 * @throws IOException if the file cannot be read
	 */
	public static SortedMap<String, String> metadata(final Path input)
		throws IOException
	{
		return Metadata.of(input);
	}

	/**
	 * @param source a video file
	 * @param copy a video file with the same sound
	 * @return how much later the copy's sound is against its picture than in the
	 *         source, s; nothing if either has no sound or is no video
	 * @throws IOException if a file cannot be read
	 */
	public static OptionalDouble soundOffset(final Path source, final Path copy)
		throws IOException
	{
		for (final Path file : List.of(source, copy)) {
			Metadata.requireReadable(file);
			if (Files.isDirectory(file) || FileKind.isTiff(file) || FileKind
				.isImage(file)) return OptionalDouble.empty();
		}
		return SoundOffset.between(source, copy);
	}

	/**
	 * @param image an open image: 8-bit, 16-bit, 32-bit, RGB or composite; single,
	 *          stack or virtual stack. Shown as displayed: with its look-up table
	 *          and display range.
	 * @return its frames, read lazily; a channel dimension is merged, slices and
	 *         time points are frames
	 */
	public static FrameSequence of(final ImagePlus image) {
		// A video's own frames know their times and sound.
		if (image.getStack() instanceof FrameStack video) {
			final var frames = video.frames();
			return frames instanceof VideoSequence sequence ? sequence.view() : frames;
		}
		return new ImagePlusSequence(image, null);
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
		return Outputs.open(output, like, like.width(), like.height(), like
			.frameRate(), metadata);
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
		return Outputs.open(output, null, width, height, frameRate, metadata);
	}

	/**
	 * Begins a silent output compressed as strongly as is wished.
	 *
	 * @param output as in {@link #writer(Path, FrameSequence, Map)}
	 * @param width px
	 * @param height px
	 * @param frameRate frames/s
	 * @param quantiser of H.264 for {@code .mp4}, the same for all frames, from 0
	 *          (fine) to 51 (coarse); other outputs are as always
	 * @param metadata keys and texts for the output's own metadata
	 * @return the writer
	 * @throws IOException if the place cannot be written or the extension is
	 *           unknown; the message is one sentence for the user
	 */
	public static FrameWriter writer(final Path output, final int width,
		final int height, final double frameRate, final int quantiser,
		final Map<String, String> metadata) throws IOException
	{
		return Outputs.open(output, null, width, height, frameRate, quantiser,
			metadata);
	}

	/**
	 * Begins a TIFF hyperstack with several pictures for each frame of a source.
	 * They are its slices, because an RGB image of ImageJ has no channels.
	 *
	 * @param output a {@code .tif}
	 * @param like gives size, frame rate and time stamps
	 * @param layers pictures for each frame; written one after another
	 * @param metadata keys and texts for the output's own metadata
	 * @return the writer
	 * @throws IOException if the place cannot be written or is no TIFF; the
	 *           message is one sentence for the user
	 */
	public static FrameWriter hyperstack(final Path output,
		final FrameSequence like, final int layers,
		final Map<String, String> metadata) throws IOException
	{
		return Outputs.hyperstack(output, like, layers, metadata);
	}

	/**
	 * Writes a single picture as a PNG file.
	 *
	 * @param output the file; appears when it is complete
	 * @param picture the picture
	 * @param metadata keys and texts for the file's own metadata
	 * @throws IOException if it cannot be written; the message is one sentence for
	 *           the user
	 */
	public static void writePicture(final Path output, final Frame picture,
		final Map<String, String> metadata) throws IOException
	{
		final var png = new ByteArrayOutputStream();
		writePicture(png, picture, metadata);
		try (var place = Output.file(output)) {
			place.write(png.toByteArray());
			place.commit();
		}
	}

	/**
	 * Writes a single picture as a PNG.
	 *
	 * @param output takes the file's bytes; not closed
	 * @param picture the picture
	 * @param metadata keys and texts for the file's own metadata
	 * @throws IOException if it cannot be written
	 */
	public static void writePicture(final OutputStream output,
		final Frame picture, final Map<String, String> metadata)
		throws IOException
	{
		output.write(Sealing.picture(picture, metadata));
	}
}
