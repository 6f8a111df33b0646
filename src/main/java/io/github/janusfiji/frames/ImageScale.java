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
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Calibration of an image, for what is made of it.
 *
 * @param pixelWidth in units; 1 if it is not calibrated
 * @param pixelHeight in units
 * @param unit of length; {@code pixel} if it is not calibrated
 * @param timeUnit of the frame interval
 * @param frameInterval in time units; 0 if it is not known
 * @param info the image's Info text; may be empty
 * @param labels of the slices; null entries where there is none
 * @param range what was shown as black and as white, in words; empty for RGB
 */
public record ImageScale(double pixelWidth, double pixelHeight, String unit,
	String timeUnit, double frameInterval, String info, List<String> labels,
	String range)
{

	/** Units and intervals longer than this are left out of a description. */
	private static final int LONGEST_UNIT = 24;

	static ImageScale of(final ImagePlus image) {
		final Calibration c = image.getCalibration();
		final var labels = new ArrayList<String>();
		for (int i = 1; i <= image.getStackSize(); i++) labels.add(image.getStack()
			.getSliceLabel(i));
		return new ImageScale(c.pixelWidth, c.pixelHeight, Objects.toString(c
			.getUnit(), "pixel"), Objects.toString(c.getTimeUnit(), "sec"),
			c.frameInterval, Objects.toString(image.getInfoProperty(), ""), labels, image
				.getBitDepth() == 24 ? "" : String.format(Locale.ROOT, "%s to %s", image
					.getDisplayRangeMin(), image.getDisplayRangeMax()));
	}

	/** @return whether pixels have a size */
	boolean isScaled() {
		return pixelWidth > 0 && pixelHeight > 0 && Double.isFinite(pixelWidth) &&
			Double.isFinite(pixelHeight) && !unit.isEmpty() && !unit.startsWith(
				"pixel") && unit.length() <= LONGEST_UNIT;
	}

	/** @return the interval's unit, if it can be written */
	boolean isTimed() {
		return frameInterval > 0 && Double.isFinite(frameInterval) && !timeUnit
			.isBlank() && timeUnit.length() <= LONGEST_UNIT;
	}

	/** @return a unit in ASCII, as ImageJ writes it */
	static String ascii(final String unit) {
		final var text = new StringBuilder();
		for (final char c : unit.strip().toCharArray()) text.append(c < 128 && c >= 32
			? c : String.format(Locale.ROOT, "\\u%04X", (int) c));
		return text.toString();
	}
}
