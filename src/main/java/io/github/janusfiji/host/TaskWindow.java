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

import ij.gui.GUI;
import io.github.janusfiji.dialog.Words;
import java.awt.EventQueue;
import java.awt.Rectangle;
import javax.swing.Box;
import javax.swing.JFrame;
import javax.swing.Timer;

/**
 * The one window of all that runs: a line for each job, with its stage, speed and
 * time left, and a button that stops it. Comes up when a job takes longer than a
 * moment, never takes the keyboard, and goes with the last job.
 */
final class TaskWindow {

	private static final int PATIENCE = 1500; // ms before the window comes up

	private static TaskWindow shared;

	private final JFrame frame = new JFrame(Words.get().text("tasks.title"));
	private final Box lines = Box.createVerticalBox();

	private TaskWindow() {
		frame.setAutoRequestFocus(false);
		frame.setDefaultCloseOperation(JFrame.HIDE_ON_CLOSE);
		frame.add(lines);
	}

	/**
	 * Begins a line. May be called from any thread.
	 *
	 * @param title of the job
	 * @param stop asks the job to stop
	 * @return the line, to be closed when the job ends
	 */
	static TaskLine begin(final String title, final Runnable stop) {
		final var line = new TaskLine(title, stop, TaskWindow::remove);
		EventQueue.invokeLater(() -> {
			final var timer = new Timer(PATIENCE, event -> add(line));
			timer.setRepeats(false);
			timer.start();
		});
		return line;
	}

	private static void add(final TaskLine line) {
		if (line.isOver()) return;
		if (shared == null) shared = new TaskWindow();
		shared.lines.add(line.panel());
		shared.fit(true);
	}

	private static void remove(final TaskLine line) {
		if (shared == null || line.panel().getParent() != shared.lines) return;
		shared.lines.remove(line.panel());
		shared.fit(false);
	}

	private void fit(final boolean show) {
		if (lines.getComponentCount() == 0) {
			frame.dispose();
			return;
		}
		frame.pack();
		final Rectangle screen = GUI.getMaxWindowBounds(frame);
		if (!frame.isShowing()) frame.setLocation(screen.x + screen.width - frame
			.getWidth() - 10, screen.y + screen.height - frame.getHeight() - 10);
		if (show) frame.setVisible(true);
	}
}
