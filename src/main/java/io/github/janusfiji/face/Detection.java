package io.github.janusfiji.face;

import java.util.List;

/**
 * What a detector found at one place of one frame.
 *
 * @param box the face
 * @param score confidence, higher is surer; comparable only within one detector
 * @param points what else the detector located, such as the eyes; may be empty
 */
public record Detection(Box box, double score, List<Point> points) {

	/** Takes a copy of the points. */
	public Detection {
		points = List.copyOf(points);
	}
}
