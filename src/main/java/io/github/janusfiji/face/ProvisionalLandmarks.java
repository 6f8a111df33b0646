package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import java.util.Comparator;

/** The mean face, placed where the cascade finds a face about the box. */
final class ProvisionalLandmarks implements LandmarkModel {

	private final CascadeFaceDetector detector = new CascadeFaceDetector();

	@Override
	public synchronized Fit locate(final Frame frame, final Box box) {
		final double side = box.width();
		final Point c = box.centre();
		final int x0 = clamp(c.x() - 0.8 * side, frame.width() - 2);
		final int y0 = clamp(c.y() - 0.8 * side, frame.height() - 2);
		final int x1 = clamp(c.x() + 0.8 * side, frame.width());
		final int y1 = clamp(c.y() + 0.8 * side, frame.height());
		final int w = x1 - x0, h = y1 - y0;
		if (w < 8 || h < 8) return new Fit(MeanFace.in(box), 0);
		final int[] part = new int[w * h];
		for (int y = 0; y < h; y++)
			System.arraycopy(frame.argb(), (y0 + y) * frame.width() + x0, part, y *
				w, w);
		final var found = detector.detect(new Frame(0, 0, w, h, part), side);
		return found.stream().map(d -> new Box(d.box().x() + x0, d.box().y() + y0, d
			.box().width(), d.box().height())).min(Comparator.comparingDouble(b -> b
				.centre().distance(c))).map(b -> new Fit(MeanFace.in(b), 0.8)).orElse(
					new Fit(MeanFace.in(box), 0));
	}

	private static int clamp(final double value, final int max) {
		return (int) Math.max(0, Math.min(max, value));
	}
}
