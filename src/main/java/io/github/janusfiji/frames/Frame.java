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

import ij.process.ColorProcessor;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;

/**
 * One picture of a {@link FrameSequence}. The pixels belong to the caller: a
 * sequence never reuses the array of a frame it has handed out.
 *
 * @param index position in the sequence, counted from 0
 * @param time presentation time, s
 * @param width px
 * @param height px
 * @param argb {@code width × height} pixels, row by row, {@code 0xAARRGGBB}
 *          with alpha 255
 */
public record Frame(int index, double time, int width, int height,
	int[] argb)
{

	/** Checks that the array holds exactly the picture. */
	public Frame {
		if (argb.length != width * height) throw new IllegalArgumentException(
			"A frame of " + width + "×" + height + " px needs as many pixels, not " +
				argb.length);
	}

	/** @return the same pixels as an ImgLib2 image of dimensions (W, H) */
	public ArrayImg<ARGBType, IntArray> image() {
		return ArrayImgs.argbs(argb, width, height);
	}

	/** @return the same pixels as an ImageJ processor */
	public ColorProcessor processor() {
		return new ColorProcessor(width, height, argb);
	}
}
