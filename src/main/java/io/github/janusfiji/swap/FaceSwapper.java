package io.github.janusfiji.swap;

import io.github.janusfiji.face.Point;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.FrameWriter;
import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Puts one person's face on the other's, frame by frame. */
public final class FaceSwapper {

	/**
	 * @param into whose face is put in
	 * @param person whose face is replaced: a number from 1
	 * @param mask outline of what is replaced: {@code hull} or {@code extended}
	 *          (the hull lifted over the brows)
	 * @param colour {@code none}, {@code mean} or {@code reinhard}
	 * @param blend {@code alpha}, {@code pyramid} or {@code poisson}
	 */
	public record Options(Side into, int person, String mask, String colour,
		String blend)
	{}

	/**
	 * @param frames frames written
	 * @param swapped frames in which the face was replaced
	 * @param outlines outline of the replaced area by frame index, px
	 */
	public record Report(int frames, int swapped,
		Map<Integer, List<Point>> outlines)
	{}

	/**
	 * @param frames the clip
	 * @param model the two people
	 * @param options whose face, and how
	 * @param output takes every frame; not committed here
	 * @param progress told each frame
	 * @return what was done
	 * @throws IOException if the clip cannot be read, the person is not in it, or
	 *           the output cannot be written; the message is one sentence for the
	 *           user
	 */
	public Report swap(final FrameSequence frames, final FaceModel model,
		final Options options, final FrameWriter output, final Progress progress)
		throws IOException
	{
		throw new UnsupportedOperationException(); // swap
	}
}
