package io.github.janusfiji.swap;

import io.github.janusfiji.frames.Frame;
import java.util.Optional;

/**
 * One frame on its way through a swap.
 *
 * @param frame the source
 * @param found whether the person is in it
 * @param target the face to replace; nothing if there is none that can be
 * @param painting what was painted for it; nothing before that, or without a
 *          target
 */
record SwapFrame(Frame frame, boolean found, Optional<Target> target,
	Optional<Painting> painting)
{

	/**
	 * @param face what the network painted
	 * @return this frame with the painting
	 */
	SwapFrame with(final Painting face) {
		return new SwapFrame(frame, found, target, Optional.of(face));
	}
}
