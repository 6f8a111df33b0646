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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.Locale;

/**
 * How an image window shows its data: look-up tables, display ranges and the
 * channels merged. Taken once, so that the user's later clicks change nothing.
 */
final class Display {

	/** How composite channels are merged, as in Image&gt;Color&gt;Channels Tool. */
	private enum Merge {
			SUM, MAX, MIN
	}

	private final ImageStack stack;
	private final int width;
	private final int height;
	private final int channels;
	private final boolean[] active;
	private final LUT[] luts;
	private final Merge merge;

	Display(final ImagePlus image) {
		stack = image.getStack();
		width = image.getWidth();
		height = image.getHeight();
		channels = image.getNChannels();
		active = new boolean[channels];
		if (image instanceof CompositeImage composite) {
			luts = new LUT[channels];
			for (int c = 0; c < channels; c++) luts[c] = composite.getChannelLut(c +
				1);
			markActive(composite);
			merge = merge(composite);
		}
		else {
			luts = new LUT[] { image.getBitDepth() == 24 ? null : lut(image) };
			active[image.getC() - 1] = true;
			merge = Merge.SUM;
		}
	}

	private void markActive(final CompositeImage image) {
		if (image.getMode() == CompositeImage.COMPOSITE) {
			final var shown = image.getActiveChannels();
			System.arraycopy(shown, 0, active, 0, Math.min(channels, shown.length));
		}
		else active[image.getC() - 1] = true;
	}

	private static Merge merge(final CompositeImage image) {
		final String property = image.getProp("CompositeProjection");
		if (property == null) return Merge.SUM;
		final String name = property.toLowerCase(Locale.ROOT);
		return name.startsWith("max") ? Merge.MAX : name.startsWith("min") || name
			.startsWith("inv") ? Merge.MIN : Merge.SUM;
	}

	private static LUT lut(final ImagePlus image) {
		final var lut = (LUT) image.getProcessor().getLut().clone();
		lut.min = image.getDisplayRangeMin();
		lut.max = image.getDisplayRangeMax();
		return lut;
	}

	/** @return number of slices and time points, each of them one frame */
	int frames() {
		return Math.max(1, stack.getSize() / channels);
	}

	/**
	 * @param frame from 0
	 * @return its pixels as shown, {@code 0xFFRRGGBB}, in a new array
	 */
	int[] argb(final int frame) {
		int[] merged = null;
		for (int c = 0; c < channels; c++) {
			if (!active[c]) continue;
			final int[] shown = channel(frame * channels + c + 1, luts[Math.min(c,
				luts.length - 1)]);
			if (merged == null) merged = shown;
			else add(merged, shown);
		}
		if (merged == null) merged = new int[width * height];
		for (int i = 0; i < merged.length; i++) merged[i] |= 0xff000000;
		return merged;
	}

	private int[] channel(final int slice, final LUT lut) {
		final ImageProcessor data;
		synchronized (stack) {
			data = stack.getProcessor(slice);
		}
		if (lut == null) return ((int[]) data.getPixels()).clone();
		// A processor of its own: the stack's may be the one on the screen.
		final var own = ImageProcessor.class.cast(data.duplicate());
		own.setLut(lut);
		own.setMinAndMax(lut.min, lut.max);
		return (int[]) own.convertToColorProcessor().getPixels();
	}

	private void add(final int[] merged, final int[] shown) {
		for (int i = 0; i < merged.length; i++) {
			int argb = 0;
			for (int shift = 0; shift <= 16; shift += 8) {
				final int a = merged[i] >> shift & 255, b = shown[i] >> shift & 255;
				argb |= switch (merge) {
					case SUM -> Math.min(255, a + b);
					case MAX -> Math.max(a, b);
					case MIN -> Math.min(a, b);
				} << shift;
			}
			merged[i] = argb;
		}
	}
}
