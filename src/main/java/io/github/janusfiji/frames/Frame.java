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
