package io.github.janusfiji.landmark;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture at falling resolutions, so that patches can be resampled without
 * aliasing.
 *
 * @param levels each half the size of the one before
 */
record Pyramid(List<GreyImage> levels) {

	/**
	 * @param image the finest level
	 * @param coarsest px of the whole picture per px of the coarsest level, at
	 *          most
	 * @return the levels
	 */
	static Pyramid of(final GreyImage image, final double coarsest) {
		final List<GreyImage> levels = new ArrayList<>(List.of(image));
		for (GreyImage i = image; i.step() * 2 <= coarsest; ) {
			i = i.half();
			levels.add(i);
		}
		return new Pyramid(levels);
	}

	/**
	 * Resamples from the coarsest level that is no coarser than 1.25 times the
	 * patch.
	 *
	 * @param map from the patch to the whole picture
	 * @param patch receives n × n grey levels
	 * @param n width and height of the patch, px
	 */
	void resample(final Affinity map, final float[] patch, final int n) {
		GreyImage best = levels.get(0);
		for (final GreyImage level : levels)
			if (level.step() <= 1.25 * map.scale()) best = level;
		best.resample(map, patch, n);
	}
}
