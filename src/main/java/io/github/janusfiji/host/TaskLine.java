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

import io.github.janusfiji.dialog.Words;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.Font;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

/** One job in the {@link TaskWindow}. Methods may be called from any thread. */
final class TaskLine implements AutoCloseable {

	private static final int WIDTH = 440, FINE = 1000;

	private final Consumer<TaskLine> remove;
	private final Runnable stop;
	private final String title;
	private JPanel panel;
	private JLabel label;
	private JProgressBar bar;
	private volatile boolean over;

	TaskLine(final String title, final Runnable stop,
		final Consumer<TaskLine> remove)
	{
		this.title = title;
		this.stop = stop;
		this.remove = remove;
	}

	/** @return what stands in the window; on AWT's event thread */
	JComponent panel() {
		if (panel != null) return panel;
		panel = new JPanel(new BorderLayout(8, 3));
		label = new JLabel(" ");
		bar = new JProgressBar(0, FINE);
		panel.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
		final var name = new JLabel(title);
		name.setFont(name.getFont().deriveFont(Font.BOLD));
		label.setFont(label.getFont().deriveFont(Font.PLAIN));
		final var button = new JButton(Words.get().text("tasks.stop"));
		button.addActionListener(event -> {
			button.setEnabled(false);
			button.setText(Words.get().text("tasks.stopping"));
			stop.run();
		});
		panel.add(name, BorderLayout.NORTH);
		panel.add(bar);
		panel.add(button, BorderLayout.EAST);
		panel.add(label, BorderLayout.SOUTH);
		panel.setPreferredSize(new java.awt.Dimension(WIDTH, panel
			.getPreferredSize().height));
		return panel;
	}

	/**
	 * @param text stage, amounts, speed and time left
	 * @param amount how much is done
	 * @param of how much there is, or 0 if unknown
	 */
	void show(final String text, final long amount, final long of) {
		if (!over) EventQueue.invokeLater(() -> {
			panel();
			label.setText(text);
			label.setToolTipText(text);
			bar.setIndeterminate(of <= 0);
			if (of > 0) bar.setValue((int) (FINE * Math.min(amount, of) / of));
		});
	}

	/** @return whether the job has ended */
	boolean isOver() {
		return over;
	}

	@Override
	public void close() {
		over = true;
		EventQueue.invokeLater(() -> remove.accept(this));
	}
}
