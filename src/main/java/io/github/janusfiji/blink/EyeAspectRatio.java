package io.github.janusfiji.blink;

import io.github.janusfiji.face.Point;
import java.util.List;

/**
 * Height of an eye over its width, from its six landmarks (Soukupová and Čech,
 * "Real-Time Eye Blink Detection using Facial Landmarks", CVWW 2016).
 */
final class EyeAspectRatio {

	private EyeAspectRatio() {}

	/**
	 * @param eye six points: one corner, two of the upper lid, the other corner,
	 *          two of the lower lid, in order around the eye
	 * @return (|p2−p6| + |p3−p5|) / (2·|p1−p4|): about 0.3 open, below 0.2
	 *         closed; 0 if the corners coincide
	 */
	static double of(final List<Point> eye) {
		final double width = eye.get(0).distance(eye.get(3));
		if (width == 0) return 0;
		return (eye.get(1).distance(eye.get(5)) + eye.get(2).distance(eye.get(
			4))) / (2 * width);
	}
}
