package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.landmark.LandmarkCascade;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The landmark model that comes with Janus. */
public final class LandmarkModels {

	private static final String RESOURCE = "landmarks68.bin";

	private LandmarkModels() {}

	/**
	 * @return the model that comes with Janus (see {@code docs/landmark-model.md});
	 *         loaded at the first call, the same object ever after
	 * @throws UncheckedIOException if Janus's jar is damaged
	 */
	public static LandmarkModel embedded() {
		return Embedded.MODEL;
	}

	/**
	 * The box that frames a face as {@link LandmarkModel#locate} expects it: what
	 * OpenCV's frontal cascade would draw around these landmarks on average.
	 *
	 * @param landmarks a face, px in its frame
	 * @return a square, px in the same frame
	 */
	public static Box boxAround(final Landmarks landmarks) {
		final float[] shape = new float[2 * Landmarks.COUNT];
		for (int i = 0; i < Landmarks.COUNT; i++) {
			shape[2 * i] = (float) landmarks.get(i).x();
			shape[2 * i + 1] = (float) landmarks.get(i).y();
		}
		final double[] box = Embedded.CASCADE.box(shape);
		return new Box(box[0], box[1], box[2], box[2]);
	}

	private static LandmarkModel.Fit locate(final Frame frame, final Box box) {
		final Point centre = box.centre();
		final double size = (box.width() + box.height()) / 2;
		final LandmarkCascade.Fit fit = Embedded.CASCADE.fit(frame.argb(), frame
			.width(), frame.height(), centre.x() - size / 2, centre.y() - size / 2,
			size);
		final List<Point> points = new ArrayList<>(Landmarks.COUNT);
		for (int i = 0; i < Landmarks.COUNT; i++)
			points.add(new Point(fit.shape()[2 * i], fit.shape()[2 * i + 1]));
		return new LandmarkModel.Fit(new Landmarks(points), fit.score());
	}

	/** Loaded by the first thread that needs it; the others wait for it. */
	private static final class Embedded {

		static final LandmarkCascade CASCADE = load();
		static final LandmarkModel MODEL = LandmarkModels::locate;

		private static LandmarkCascade load() {
			try (InputStream in = LandmarkModels.class.getResourceAsStream(
				RESOURCE))
			{
				if (in == null) throw new IOException("Janus's jar lacks " + RESOURCE +
					"; install it again.");
				return LandmarkCascade.read(in);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}
}
