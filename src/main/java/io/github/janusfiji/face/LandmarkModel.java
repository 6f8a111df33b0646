package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;

/** Finds the 68 landmarks of a face whose box is known. Thread-safe. */
public interface LandmarkModel {

	/**
	 * Landmarks and how well they fit.
	 *
	 * @param landmarks px in the frame
	 * @param score how face-like the picture is at the landmarks, from 0 to 1
	 */
	record Fit(Landmarks landmarks, double score) {}

	/**
	 * @param frame the picture
	 * @param box the face, framed as OpenCV's frontal cascade frames faces: a
	 *          square from above the brows to below the lower lip
	 * @return the landmarks
	 */
	Fit locate(Frame frame, Box box);
}
