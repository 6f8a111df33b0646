package io.github.janusfiji.face;

import java.util.Optional;

/**
 * One face in one frame: where it is, who it is, and how it maps to its crop.
 *
 * @param frame index of the frame, counted from 0
 * @param time presentation time of the frame, s
 * @param person number of the person within the clip, counted from 1
 * @param score confidence of the detection, from 0 to 1
 * @param sharpness variance of the Laplacian inside the crop, grey levels²; for
 *          tracks, inside a crop of at most 128 px
 * @param box px in the frame
 * @param landmarks px in the frame
 * @param transform similarity from the frame to the crop
 * @param pose where the head points
 * @param file name of the frame's own file, if the source is a folder
 */
public record Face(int frame, double time, int person, double score,
	double sharpness, Box box, Landmarks landmarks, Similarity transform,
	Pose pose, Optional<String> file)
{}
