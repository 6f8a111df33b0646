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
package io.github.janusfiji.bench;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.janusfiji.blink.training.FrameScore;
import io.github.janusfiji.eyestate.EyeMethod;
import io.github.janusfiji.eyestate.EyePatches;
import io.github.janusfiji.eyestate.EyePatches.Patch;
import io.github.janusfiji.eyestate.EyePicture;
import io.github.janusfiji.eyestate.EyeStateModel;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Shows the eyes that cost the convolutional network most of the area under its
 * ROC: those of people to measure with whose log-odds lie on the wrong side of
 * the most eyes in the other state.
 */
public final class EyeStateErrors {

	private static final int COLUMNS = 12, ROWS = 2, SIDE = 120, CAPTION = 16;

	private EyeStateErrors() {}

	/**
	 * @param args zip file of eye patches, picture to write
	 * @throws IOException if the patches cannot be read
	 */
	public static void main(final String[] args) throws IOException {
		final List<Patch> eyes = EyePatches.read(Path.of(args[0])).measure();
		final var model = EyeStateModel.embedded();
		final double[] logits = model.logits(EyeMethod.CNN, model.read(eyes.stream()
			.map(Patch::view).toList()));
		final var costliest = IntStream.range(0, logits.length).boxed().sorted(
			Comparator.comparingInt(i -> -wrong(eyes, logits, i))).toList();
		for (final int without : new int[] { 0, 1, 2, 3, 5, 10, 20 }) System.out
			.printf(Locale.ROOT, "without the %d costliest: AUC %.4f%n", without, area(
				eyes, logits, costliest.subList(0, without)));
		draw(eyes, logits, costliest, args[1]);
	}

	/** Eyes in the other state that are in the wrong order with this one. */
	private static int wrong(final List<Patch> eyes, final double[] logits,
		final int i)
	{
		final boolean open = eyes.get(i).open();
		return (int) IntStream.range(0, logits.length).filter(k -> eyes.get(k)
			.open() != open && (open ? logits[k] >= logits[i] : logits[k] <= logits[i]))
			.count();
	}

	private static double area(final List<Patch> eyes, final double[] logits,
		final List<Integer> without)
	{
		final var score = new FrameScore();
		for (int i = 0; i < logits.length; i++) if (!without.contains(i)) score.add(
			1 / (1 + Math.exp(logits[i])), eyes.get(i).open() ? 0 : 1);
		return score.area();
	}

	private static void draw(final List<Patch> eyes, final double[] logits,
		final List<Integer> order, final String file)
	{
		final var sheet = new ByteProcessor(COLUMNS * SIDE, ROWS * (SIDE +
			CAPTION));
		sheet.setColor(Color.WHITE);
		sheet.setAntialiasedText(true);
		for (int k = 0; k < COLUMNS * ROWS; k++) {
			final int i = order.get(k), x = k % COLUMNS * SIDE;
			final int y = k / COLUMNS * (SIDE + CAPTION);
			final var eye = new FloatProcessor(EyePicture.SIZE, EyePicture.SIZE, eyes
				.get(i).grey());
			eye.setMinAndMax(0, 255);
			eye.setInterpolationMethod(ImageProcessor.BICUBIC);
			sheet.insert(eye.convertToByte(true).resize(SIDE - 4, SIDE - 4), x, y);
			sheet.drawString(String.format(Locale.ROOT, "%s %.1f", eyes.get(i).open()
				? "open" : "closed", logits[i]), x, y + SIDE + CAPTION - 4);
		}
		new FileSaver(new ImagePlus("costliest eyes", sheet)).saveAsPng(file);
	}
}
