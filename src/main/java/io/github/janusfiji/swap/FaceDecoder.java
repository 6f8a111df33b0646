package io.github.janusfiji.swap;

import java.util.List;

/** Paints faces: a trained network, or what stands in for one. */
interface FaceDecoder {

	/** @return how the faces must be framed */
	ModelFraming framing();

	/**
	 * @param faces crops of {@code framing().size()} px, not empty
	 * @return the painted faces, in the same order
	 */
	List<FloatRgb> decode(List<FloatRgb> faces);
}
