package io.github.janusfiji.command;

import ij.VirtualStack;
import ij.process.ImageProcessor;
import io.github.janusfiji.frames.FrameSequence;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A clip as a stack of which only the visible slice is in memory. */
final class FrameStack extends VirtualStack {

	private final FrameSequence frames;

	/** @param frames the clip; stays open as long as the stack is used */
	FrameStack(final FrameSequence frames) {
		super(frames.width(), frames.height(), ColorModel.getRGBdefault(), "");
		this.frames = frames;
		setBitDepth(24);
	}

	/** @return the clip */
	FrameSequence frames() {
		return frames;
	}

	@Override
	public ImageProcessor getProcessor(final int slice) {
		try {
			return frames.frame(slice - 1).processor();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public int getSize() {
		return frames.count();
	}

	@Override
	public String getSliceLabel(final int slice) {
		return frames.frameFile(slice - 1).orElseGet(() -> String.format(
			java.util.Locale.ROOT, "%.3f s", (slice - 1) / frames.frameRate()));
	}

	/** Slices of a recording cannot be taken out. */
	@Override
	public void deleteSlice(final int slice) {
		throw new UnsupportedOperationException(
			"Slices of a video cannot be deleted; duplicate the stack first.");
	}
}
