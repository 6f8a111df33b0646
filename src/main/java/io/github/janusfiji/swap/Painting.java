package io.github.janusfiji.swap;

/**
 * A painted face and the colours it should have.
 *
 * @param face what the network painted
 * @param own statistics of its colours under the mask
 * @param wanted statistics of the replaced face's colours under the mask
 */
record Painting(FloatRgb face, ColourStatistics own, ColourStatistics wanted) {

	/**
	 * Colours are measured well inside the outline, so that hair and background
	 * at its edge do not count: factor of the mask's feathering.
	 */
	private static final double INSIDE = 2;

	/**
	 * @param face what the network painted
	 * @param target for which
	 * @param colour in whose colour space the statistics are taken
	 * @return the painting with its statistics
	 */
	static Painting of(final FloatRgb face, final Target target,
		final ColourTransfer colour)
	{
		final float[] weights = target.mask().feathered(INSIDE).mapped(target
			.toWindow()).weights(new Region(0, 0, face.width(), face.height()));
		return new Painting(face, ColourStatistics.of(colour.toSpace(face),
			weights), ColourStatistics.of(colour.toSpace(target.crop()), weights));
	}

	/** @return the face with the wanted colours */
	FloatRgb coloured(final ColourTransfer colour) {
		return colour.apply(face, own, wanted);
	}
}
