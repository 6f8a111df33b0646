package io.github.janusfiji.command;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.Overlay;
import io.github.janusfiji.face.FaceSet;
import java.io.IOException;

/** Pictures as commands hand them out. */
final class Shown {

	private Shown() {}

	/**
	 * @param faces a face set; closed when the picture's window is
	 * @return its crops as a virtual stack
	 */
	static ImagePlus of(final FaceSet faces) {
		final ImagePlus image = faces.toImage();
		ImagePlus.addImageListener(new ImageListener() {

			@Override
			public void imageOpened(final ImagePlus other) {
				// Nothing to do: the crops are read as they are looked at.
			}

			@Override
			public void imageUpdated(final ImagePlus other) {
				// Nothing to do, as above.
			}

			@Override
			public void imageClosed(final ImagePlus other) {
				if (other != image) return;
				ImagePlus.removeImageListener(this);
				faces.close();
			}
		});
		return image;
	}

	/**
	 * Adds outlines to what the user may have drawn.
	 *
	 * @param image a picture
	 * @param outlines what to add
	 */
	static void overlay(final ImagePlus image, final Overlay outlines) {
		final Overlay overlay = image.getOverlay() == null ? new Overlay() : image
			.getOverlay().duplicate();
		outlines.forEach(overlay::add);
		image.setOverlay(overlay);
	}
}
