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

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A {@link FrameSequence} as an ImageJ virtual RGB stack: each frame is decoded
 * when it is shown, and only the last few are kept. Safe for several threads.
 */
public final class VideoVirtualStack extends VirtualStack implements
	FrameStack
{

	private final FrameSequence frames;

	/** @param frames what is shown; stays the caller's to close */
	public VideoVirtualStack(final FrameSequence frames) {
		super(frames.width(), frames.height());
		this.frames = frames;
		setBitDepth(24);
	}

	/**
	 * Opens a video, image folder or TIFF stack as a virtual stack with frame
	 * rate, times as slice labels, and the source's path in its Info property.
	 * The file is released when the window is closed.
	 *
	 * @param input as in {@link Frames#open(Path)}
	 * @return the image, not yet shown
	 * @throws IOException as {@link Frames#open(Path)}
	 */
	public static ImagePlus open(final Path input) throws IOException {
		return open(input, FrameKind.AUTOMATIC);
	}

	/**
	 * @param input as in {@link Frames#open(Path)}
	 * @param kind what its frames have to do with each other
	 * @return as {@link #open(Path)}; of photographs each is shown at its own size
	 * @throws IOException as {@link Frames#open(Path)}
	 */
	public static ImagePlus open(final Path input, final FrameKind kind)
		throws IOException
	{
		final var frames = Frames.open(input, kind);
		final var image = new ImagePlus(frames.name(), new VideoVirtualStack(
			frames));
		image.setDimensions(1, 1, image.getStackSize());
		final var calibration = image.getCalibration();
		if (!frames.isPictures()) {
			calibration.fps = frames.frameRate();
			calibration.frameInterval = 1 / frames.frameRate();
			calibration.setTimeUnit("sec");
		}
		final var info = new StringBuilder("Source: " + input.toAbsolutePath() +
			"\nSize: " + frames.width() + "×" + frames.height() + " px\nFrames: " +
			frames.count() + (frames.isPictures() ? "\nUnrelated pictures\n"
				: String.format(Locale.ROOT, "\nFrame rate: %.3f per second\n", frames
					.frameRate())));
		Frames.metadata(input).forEach((key, value) -> info.append(key).append(
			": ").append(value).append('\n'));
		image.setProperty("Info", info.toString());
		WindowClosing.of(image, () -> {
			// Another window may share the stack: the file opens again on demand.
			if (KindView.inner(frames) instanceof VideoSequence video) video.release();
		});
		if (KindView.inner(frames) instanceof VideoSequence video) OpenVideos.used(
			video);
		return image;
	}

	@Override
	public FrameSequence frames() {
		return frames;
	}

	/**
	 * @param n slice, from 1
	 * @return that frame; a black picture where the file cannot be read
	 */
	@Override
	public ImageProcessor getProcessor(final int n) {
		try {
			final var shown = frames.frame(n - 1).processor();
			if (shown.getWidth() == getWidth() && shown.getHeight() == getHeight())
				return shown;
			// Photographs differ in size: each at its own, at the upper left.
			final var sheet = new ColorProcessor(getWidth(), getHeight());
			sheet.insert(shown, 0, 0);
			return sheet;
		}
		catch (final IOException | IndexOutOfBoundsException exc) {
			if (n < 1 || n > getSize()) throw new IllegalArgumentException(
				"There is no slice " + n + ".", exc);
			return missing(exc.getMessage());
		}
	}

	private ImageProcessor missing(final String reason) {
		final var black = new ColorProcessor(getWidth(), getHeight());
		black.setColor(java.awt.Color.WHITE);
		black.drawString(String.valueOf(reason), 4, Math.min(getHeight(), 20));
		return black;
	}

	@Override
	public Object getPixels(final int n) {
		return getProcessor(n).getPixels();
	}

	@Override
	public int getSize() {
		return frames == null ? 0 : frames.count();
	}

	@Override
	public int size() {
		return getSize();
	}

	@Override
	public int getBitDepth() {
		return 24;
	}

	@Override
	public String getSliceLabel(final int n) {
		return n < 1 || n > getSize() ? null : frames.label(n - 1);
	}

	/** Says why not, and ends the command in ImageJ's way, without a stack trace. */
	@Override
	public void deleteSlice(final int n) {
		IJ.error("Delete Slice",
			"A video's frames cannot be deleted; duplicate the stack first.");
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}
}
