package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import java.util.List;
import org.scijava.plugin.SciJavaPlugin;

/**
 * Finds faces in a single picture. An extension point: annotate an
 * implementation with {@code @Plugin(type = FaceDetector.class, name = "…")}.
 * Implementations need a public constructor without parameters, load native
 * code no earlier than at the first call of {@link #detect}, and may be used by
 * one thread at a time.
 */
public interface FaceDetector extends SciJavaPlugin, AutoCloseable {

	/**
	 * @param frame the picture
	 * @return the faces in it, the surest first
	 */
	List<Detection> detect(Frame frame);

	@Override
	default void close() {}
}
