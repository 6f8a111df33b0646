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
import io.github.janusfiji.task.Threads;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.scijava.log.Logger;

/**
 * A window that follows a dialog's settings. Pictures are made on a thread of
 * its own, so that the dialog never waits; if settings change faster than
 * pictures are made, those in between are left out. A fault ends the preview and
 * goes to the log. Methods may be called from any thread.
 */
public final class LivePreview implements AutoCloseable {

	/**
	 * Picture that is shown.
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
		 *           for the user, appears in the status bar; so does that of an
		 *           {@link UncheckedIOException}'s cause
		 */
		Optional<Picture> make() throws IOException;
	}

	private final AtomicReference<Maker> wanted = new AtomicReference<>();
	private final ExecutorService thread = Threads.pool(
		"Janus live preview", 1);
	private final Logger log;
	private final Runnable release;
	private ImagePlus image;

	/**
	 * @param log where a fault is told
	 * @param release lets go of what pictures are made from; called once, on the
	 *          preview's own thread, after the last picture
	 */
	public LivePreview(final Logger log, final Runnable release) {
		this.log = log;
		this.release = release;
	}

	/** @param maker of the picture to show next; ignored after the end */
	public synchronized void show(final Maker maker) {
		if (wanted.getAndSet(maker) == null && !thread.isShutdown()) thread.execute(
			this::next);
	}

	private void next() {
		final Maker maker = wanted.getAndSet(null);
		if (maker == null) return;
		final Optional<Picture> picture = make(maker);
		EventQueue.invokeLater(() -> {
			if (thread.isShutdown() || picture.isEmpty()) hide();
			else display(picture.get());
		});
	}

	private Optional<Picture> make(final Maker maker) {
		try {
			return maker.make();
		}
		catch (final IOException e) {
			IJ.showStatus("No preview: " + e.getMessage());
		}
		catch (final UncheckedIOException e) {
			IJ.showStatus("No preview: " + e.getCause().getMessage());
		}
		catch (final RuntimeException e) {
			log.error("Live preview", e);
			IJ.showStatus("The preview ended because of a fault in Janus (" + e +
				"): please report it with the text in the log.");
			end();
		}
		return Optional.empty();
	}

	/** Takes no more settings; what runs already is finished. */
	private synchronized void end() {
		if (thread.isShutdown()) return;
		wanted.set(null);
		thread.execute(release);
		thread.shutdown();
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

	/**
	 * Closes the window and waits for the picture that is being made and the
	 * release after it; on AWT's event thread, which must not wait, both happen
	 * later.
	 */
	@Override
	public void close() {
		end();
		EventQueue.invokeLater(this::hide);
		if (EventQueue.isDispatchThread()) return;
		Threads.end(thread);
	}
}
