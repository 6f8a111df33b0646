package io.github.janusfiji.face;

import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.task.Progress;
import java.io.IOException;

/**
 * Finds the faces in every frame of a clip, follows each person through it,
 * locates and smooths landmarks. Reads the clip once and keeps only numbers.
 */
public final class FaceTracker {

	private FaceTracker() {}

	/** @return a tracker with the embedded detector and landmark model */
	public static FaceTracker create() {
		throw new UnsupportedOperationException(); // face
	}

	/**
	 * @param frames the clip
	 * @param size width and height of the crops that the transforms lead to, px
	 * @param progress told each frame
	 * @return every face of every frame
	 * @throws IOException if the clip cannot be read
	 */
	public FaceTracks track(final FrameSequence frames, final int size,
		final Progress progress) throws IOException
	{
		throw new UnsupportedOperationException(); // face
	}
}
