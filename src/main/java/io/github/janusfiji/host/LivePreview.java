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
package io.github.janusfiji.host;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GUI;
import ij.gui.ImageWindow;
import ij.process.ImageProcessor;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A window that follows a dialog's settings. Pictures are made on a thread of
 * its own, so that the dialog never waits; if settings change faster than
 * pictures are made, those in between are left out. Methods may be called from
 * any thread.
 */
public final class LivePreview implements AutoCloseable {

	/**
	 * What is shown.
	 *
	 * @param picture the pixels
	 * @param title of the window
	 */
	public record Picture(ImageProcessor picture, String title) {}

	/** Makes a picture. Called on the preview's own thread, one at a time. */
	@FunctionalInterface
	public interface Maker {

		/**
		 * @return the picture; nothing if there is none to show yet
		 * @throws IOException if a setting cannot be used; the message, one sentence
		 *           for the user, appears in the status bar
		 */
		Optional<Picture> make() throws IOException;
	}

	private final AtomicReference<Maker> wanted = new AtomicReference<>();
	private final ExecutorService thread = Executors.newSingleThreadExecutor(
		task -> {
			final var t = new Thread(task, "Janus live preview");
			t.setDaemon(true);
			// AWT's thread, which mostly starts this one, does not know Janus's jars.
			t.setContextClassLoader(LivePreview.class.getClassLoader());
			return t;
		});
	private ImagePlus image;

	/** @param maker of the picture to show next */
	public void show(final Maker maker) {
		if (wanted.getAndSet(maker) == null && !thread.isShutdown()) thread.execute(
			this::next);
	}

	private void next() {
		final Maker maker = wanted.getAndSet(null);
		if (maker == null) return;
		Optional<Picture> made = Optional.empty();
		try {
			made = maker.make();
		}
		catch (final IOException e) {
			IJ.showStatus("No preview: " + e.getMessage());
		}
		final Optional<Picture> picture = made;
		EventQueue.invokeLater(() -> {
			if (thread.isShutdown() || picture.isEmpty()) hide();
			else display(picture.get());
		});
	}

	/** On AWT's event thread. */
	private void display(final Picture made) {
		if (image == null || image.getWindow() == null) {
			image = new ImagePlus(made.title(), made.picture());
			image.setIJMenuBar(false);
			image.show();
			if (image.getWindow() != null) place(image.getWindow());
			return;
		}
		image.setProcessor(made.title(), made.picture());
	}

	/** At the lower left, where it hides least of a dialog in the middle. */
	private static void place(final ImageWindow window) {
		final Rectangle screen = GUI.getMaxWindowBounds(window);
		window.setLocation(screen.x, screen.y + screen.height - window
			.getHeight());
	}

	/** On AWT's event thread. */
	private void hide() {
		if (image == null) return;
		image.changes = false;
		image.close();
		image = null;
	}

	/** Waits for the picture that is being made, and closes the window. */
	@Override
	public void close() {
		wanted.set(null);
		thread.shutdown();
		try {
			thread.awaitTermination(1, TimeUnit.MINUTES);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		EventQueue.invokeLater(this::hide);
	}
}
