package io.github.janusfiji.model;

import java.io.IOException;

/** The aligned faces of one person that a model is trained on. */
interface FaceSource {

	/** @return the person's clip, for messages and records */
	String name();

	/** @return number of faces, in the order of the clip */
	int count();

	/** @return width and height of every crop, px */
	int size();

	/**
	 * @param index from 0
	 * @return {@code size × size} pixels, {@code 0xFFRRGGBB}
	 * @throws IOException if it cannot be read
	 */
	int[] crop(int index) throws IOException;

	/**
	 * @return SHA-256 of the faces, lower-case hexadecimal
	 * @throws IOException if they cannot be read
	 */
	String fingerprint() throws IOException;
}
