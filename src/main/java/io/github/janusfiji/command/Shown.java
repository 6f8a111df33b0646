package io.github.janusfiji.command;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import io.github.janusfiji.face.Point;
import io.github.janusfiji.frames.FrameSequence;
import java.awt.Color;
import java.util.List;

/** Pictures as commands hand them out: lazily read, with outlines on them. */
final class Shown {

	private Shown() {}

	/**
	 * @param frames a clip; closed together with the image's window
	 * @return the clip as a virtual stack
	 */
	static ImagePlus of(final FrameSequence frames) {
		final var image = new ImagePlus(frames.name(), new FrameStack(frames));
		if (frames.count() > 1) image.setDimensions(1, 1, frames.count());
		image.getCalibration().fps = frames.frameRate();
		image.getCalibration().frameInterval = 1 / frames.frameRate();
		image.getCalibration().setTimeUnit("s");
		return closing(image, frames);
	}

	/**
	 * @param image a picture
	 * @param source what it is read from; closed when the picture is
	 * @return the picture
	 */
	static ImagePlus closing(final ImagePlus image, final AutoCloseable source) {
		ImagePlus.addImageListener(new ImageListener() {

			@Override
			public void imageOpened(final ImagePlus other) {}

			@Override
			public void imageUpdated(final ImagePlus other) {}

			@Override
			public void imageClosed(final ImagePlus other) {
				if (other != image) return;
				ImagePlus.removeImageListener(this);
				try {
					source.close();
				}
				catch (final Exception e) {
					throw new IllegalStateException("Cannot close " + image.getTitle(),
						e);
				}
			}
		});
		return image;
	}

	/**
	 * @param points corners of an outline, px
	 * @param closed whether the last is joined to the first
	 * @param frame the frame it belongs to, from 0
	 * @param colour its colour
	 * @return the outline, shown on that frame's slice only
	 */
	static Roi outline(final List<Point> points, final boolean closed,
		final int frame, final Color colour)
	{
		final var x = new float[points.size()];
		final var y = new float[points.size()];
		for (int i = 0; i < x.length; i++) {
			// ImageJ counts from a pixel's corner, Janus from its centre
			x[i] = (float) points.get(i).x() + 0.5f;
			y[i] = (float) points.get(i).y() + 0.5f;
		}
		final var roi = new PolygonRoi(x, y, closed ? Roi.POLYGON : Roi.POLYLINE);
		roi.setStrokeColor(colour);
		roi.setPosition(frame + 1);
		return roi;
	}

	/**
	 * Adds outlines to what the user may have drawn.
	 *
	 * @param image a picture
	 * @param outlines what to add
	 */
	static void overlay(final ImagePlus image, final List<Roi> outlines) {
		final Overlay overlay = image.getOverlay() == null ? new Overlay() : image
			.getOverlay().duplicate();
		outlines.forEach(overlay::add);
		image.setOverlay(overlay);
	}
}
