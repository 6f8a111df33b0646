package io.github.janusfiji.blink;

import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.task.Progress;
import java.io.IOException;

/** Measures how open a person's eyes are and finds the blinks. */
public final class BlinkAnalyzer {

	/**
	 * @param frames the clip
	 * @param person a number from 1
	 * @param progress told each frame
	 * @return eye states, blinks and statistics
	 * @throws IOException if the clip cannot be read or the person is not in it;
	 *           the message is one sentence for the user
	 */
	public BlinkAnalysis analyze(final FrameSequence frames, final int person,
		final Progress progress) throws IOException
	{
		throw new UnsupportedOperationException(); // blink
	}
}
