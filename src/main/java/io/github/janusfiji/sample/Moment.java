package io.github.janusfiji.sample;

import io.github.janusfiji.face.Pose;

/**
 * What the head does in one frame.
 *
 * @param pose where it points
 * @param shift of the head from its resting place, cm
 * @param sway of the body, cm to the image's right
 * @param openness of both eyes, from 0 (closed) to 1
 * @param gazeX degrees to the image's right, relative to the head
 * @param gazeY degrees up, relative to the head
 * @param jaw drop of the lower lip, cm
 * @param wide how much wider the mouth is, from −1 to 1
 * @param smile how much the corners rise, cm
 * @param brow how much the brows rise, cm
 */
record Moment(Pose pose, Vec3 shift, double sway, double openness,
	double gazeX, double gazeY, double jaw, double wide, double smile,
	double brow)
{

	/** Looking straight ahead, silent. */
	static final Moment REST = new Moment(new Pose(0, 0, 0), new Vec3(0, 0, 0), 0,
		1, 0, 0, 0, 0, 0, 0);
}
