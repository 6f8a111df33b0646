package io.github.janusfiji.face;

import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** Turns a clip into a {@link FaceSet}: find, track, align, crop, write. */
public final class FaceExtractor {

	/**
	 * @param size width and height of the crops, px, from 64 to 512
	 * @param person whose faces: a number from 1 (the largest and longest), or 0
	 *          for everyone
	 * @param every take every n-th frame, from 1
	 */
	public record Options(int size, int person, int every) {

		/** 256 px, the main person, every frame. */
		public static final Options DEFAULT = new Options(256, 1, 1);
	}

	/**
	 * @param frames the clip
	 * @param output a {@code .tif}; {@code .faces.json} goes beside it
	 * @param options what to take
	 * @param progress told each frame
	 * @return the face set, as written
	 * @throws IOException if the clip cannot be read, holds no such face, or the
	 *           output cannot be written; the message is one sentence for the user
	 */
	public FaceSet extract(final FrameSequence frames, final Path output,
		final Options options, final Progress progress) throws IOException
	{
		throw new UnsupportedOperationException(); // face
	}
}
