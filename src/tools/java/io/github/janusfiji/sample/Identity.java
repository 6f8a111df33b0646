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
package io.github.janusfiji.sample;

/**
 * What makes an invented person look like this person and no other.
 *
 * @param name file name of the clip
 * @param seed of skin, hair and everything else that only looks random
 * @param shape proportions of the head
 * @param eyes form and colour of the eyes and brows
 * @param mouth form and colour of the lips
 * @param skin colour and texture of the skin
 * @param hair colour and cut of the hair
 * @param cloth linear colour of the clothes
 */
record Identity(String name, int seed, Shape shape, Eyes eyes, Lips mouth,
	Complexion skin, Cut hair, Vec3 cloth)
{

	/**
	 * Factors on an average head, all about 1.
	 *
	 * @param cranium width above the eyes
	 * @param cheeks width at the cheekbones
	 * @param jaw width of the jaw and chin
	 * @param lower height below the eyes
	 * @param neck width
	 * @param noseWidth of the tip and wings
	 * @param noseLength how far the nose stands out
	 * @param folds depth of wrinkles, from 0
	 */
	record Shape(double cranium, double cheeks, double jaw, double lower,
		double neck, double noseWidth, double noseLength, double folds)
	{}

	/**
	 * @param upper height of the upper lid over the eye's axis, cm
	 * @param lower depth of the lower lid under it, cm
	 * @param tilt how much higher the outer corner is, cm
	 * @param crease height of the fold above the upper lid, cm
	 * @param iris linear colour
	 * @param browHeight over the pupils, cm
	 * @param browArch rise of the brow, cm
	 * @param browThickness cm
	 * @param lashes length, cm
	 */
	record Eyes(double upper, double lower, double tilt, double crease, Vec3 iris,
		double browHeight, double browArch, double browThickness, double lashes)
	{}

	/**
	 * @param halfWidth cm
	 * @param upper height of the upper lip, cm
	 * @param lower height of the lower lip, cm
	 * @param colour linear
	 */
	record Lips(double halfWidth, double upper, double lower, Vec3 colour) {}

	/**
	 * @param colour linear albedo
	 * @param freckles from 0 to 1
	 * @param stubble from 0 to 1
	 * @param blush redness of cheeks and nose, from 0 to 1
	 * @param shine strength of highlights
	 */
	record Complexion(Vec3 colour, double freckles, double stubble, double blush,
		double shine)
	{}

	/**
	 * @param colour linear albedo
	 * @param grey share of grey hairs, from 0 to 1
	 * @param length cm
	 * @param hairline height of the forehead over the pupils, cm
	 * @param recede how much higher the hairline is at its corners, cm
	 * @param part where the hair is parted, cm to the image's right
	 */
	record Cut(Vec3 colour, double grey, double length, double hairline,
		double recede, double part)
	{

		boolean isLong() {
			return length > 10;
		}
	}

	/** A woman of about thirty: light skin, freckles, long auburn hair. */
	static Identity ada() {
		return new Identity("ada", 11, new Shape(0.96, 0.97, 0.90, 0.94, 0.84, 0.90,
			0.84, 0.15), new Eyes(0.56, 0.42, 0.16, 0.30, Vec3.srgb(98, 108, 84), 2.2,
				0.62, 0.42, 0.5), new Lips(2.4, 0.72, 1.0, Vec3.srgb(186, 92, 90)),
			new Complexion(Vec3.srgb(232, 190, 168), 0.55, 0, 0.8, 0.5), new Cut(Vec3
				.srgb(98, 54, 32), 0, 28, 6.5, 0, 1.6), Vec3.srgb(34, 92, 96));
	}

	/** A woman of about forty: dark brown skin, full lips, short black hair. */
	static Identity cleo() {
		return new Identity("cleo", 37, new Shape(0.97, 0.99, 0.94, 0.97, 0.86, 1.14,
			0.86, 0.4), new Eyes(0.53, 0.4, 0.10, 0.32, Vec3.srgb(46, 28, 18), 2.15,
				0.5, 0.46, 0.4), new Lips(2.55, 0.85, 1.15, Vec3.srgb(128, 62, 64)),
			new Complexion(Vec3.srgb(128, 82, 58), 0, 0, 0.3, 0.75), new Cut(Vec3
				.srgb(20, 17, 16), 0, 1.4, 6.8, 0, 0), Vec3.srgb(168, 92, 40));
	}

	/** A man of about fifty: brown skin, stubble, short greying hair. */
	static Identity ben() {
		return new Identity("ben", 23, new Shape(1.02, 1.02, 1.06, 1.03, 1.12, 1.16,
			1.04, 1), new Eyes(0.47, 0.38, 0.02, 0.26, Vec3.srgb(58, 36, 22), 2.0,
				0.32, 0.72, 0.25), new Lips(2.7, 0.6, 0.9, Vec3.srgb(140, 82, 72)),
			new Complexion(Vec3.srgb(178, 124, 92), 0, 0.75, 0.35, 0.9), new Cut(Vec3
				.srgb(30, 26, 24), 0.2, 2.4, 7.3, 1.1, -2), Vec3.srgb(52, 58, 84));
	}
}
