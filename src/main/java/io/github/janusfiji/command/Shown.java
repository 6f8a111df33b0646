/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.command;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.plugin.frame.RoiManager;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceOverlays;
import io.github.janusfiji.frames.WindowClosing;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Pictures as commands hand them out. */
final class Shown {

	private Shown() {}

	/**
	 * @param image a stack that reads a file; the file is closed when the window
	 *          is
	 * @return the same
	 */
	static ImagePlus closing(final ImagePlus image) {
		final ImageStack stack = image.getStack();
		WindowClosing.of(image, () -> close(stack));
		return image;
	}

	private static void close(final ImageStack stack) {
		try {
			if (stack instanceof Closeable file) file.close();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/**
	 * Adds the outlines of faces to the ROI Manager, which is opened if need be.
	 *
	 * @param faces in the source's own pixels
	 * @param source whose slices they belong to, or an image laid out like it
	 */
	static void outlines(final List<Face> faces, final ImagePlus source) {
		final RoiManager manager = RoiManager.getRoiManager();
		for (final Face face : faces)
			manager.addRoi(FaceOverlays.outline(face, source));
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
