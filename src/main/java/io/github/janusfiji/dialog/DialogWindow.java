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
package io.github.janusfiji.dialog;

import ij.IJ;
import ij.Prefs;
import ij.gui.GUI;
import io.github.janusfiji.task.InputException;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import org.scijava.module.ModuleItem;

/**
 * The window of a command's dialog: what the command does, the form, what the
 * parameter in hand means, and the buttons. All on AWT's event thread.
 */
final class DialogWindow extends JDialog implements FormPanel.Fitting {

	private static final long serialVersionUID = 1;

	private static final int WIDTH = 610, ROWS = 3;
	private static final Color WRONG = new Color(0xb00020);

	private final transient Words words;
	private final transient DialogQuestion question;
	private final transient AnswerTaker taker;
	private final transient Consumer<Boolean> answered;
	private final transient Form form;
	private final transient AdviceThread advice;
	private final Prose explanation = new Prose(WIDTH, ROWS);
	private final Prose message = new Prose(WIDTH, 0);
	private final JScrollPane scroll;

	DialogWindow(final Words words, final DialogQuestion question,
		final AnswerTaker taker, final Consumer<Boolean> answered)
	{
		super(IJ.getInstance(), words.title(question.info()), false);
		this.words = words;
		this.question = question;
		this.taker = taker;
		this.answered = answered;
		form = new Form(words, question.info(), question.items(), this::changed,
			this::explain);
		advice = new AdviceThread(question.adviser(), form::advise);
		scroll = new JScrollPane(form.panel(), JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		scroll.setBorder(null);
		scroll.getVerticalScrollBar().setUnitIncrement(16);
		final var content = new JPanel(new BorderLayout(0, 4));
		content.setBorder(BorderFactory.createEmptyBorder(10, 12, 8, 12));
		content.add(header(), BorderLayout.NORTH);
		content.add(scroll);
		content.add(footer(), BorderLayout.SOUTH);
		setContentPane(content);
		setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent event) {
				cancel();
			}
		});
		plain(content);
		form.show(question.values());
		form.panel().unfold(Prefs.get(foldKey(), false) || form.hidesNews(
			question.defaults()));
	}

	private String foldKey() {
		return "janus.more." + Words.name(question.info());
	}

	private JComponent header() {
		final var about = new Prose(WIDTH - 90, 0);
		about.setText(words.about(question.info()));
		final var help = new JButton(words.text("ui.help"));
		help.addActionListener(event -> HelpPages.open(question.info(), words));
		final var side = new JPanel(new BorderLayout());
		side.add(help, BorderLayout.NORTH);
		final var header = new JPanel(new BorderLayout(12, 0));
		header.add(about);
		header.add(side, BorderLayout.EAST);
		return header;
	}

	private JComponent footer() {
		final var buttons = new JPanel(new BorderLayout());
		final var defaults = new JButton(words.text("ui.defaults"));
		defaults.addActionListener(event -> restore());
		final var left = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
		left.add(defaults);
		final var ok = new JButton(words.text("ui.ok"));
		ok.addActionListener(event -> accept());
		getRootPane().setDefaultButton(ok);
		final var cancel = new JButton(words.text("ui.cancel"));
		cancel.addActionListener(event -> cancel());
		getRootPane().registerKeyboardAction(event -> cancel(), KeyStroke
			.getKeyStroke("ESCAPE"), JComponent.WHEN_IN_FOCUSED_WINDOW);
		final var right = new JPanel(new FlowLayout(FlowLayout.TRAILING, 6, 0));
		right.add(cancel);
		right.add(ok);
		buttons.add(left, BorderLayout.WEST);
		buttons.add(right, BorderLayout.EAST);
		explanation.setForeground(Color.DARK_GRAY);
		explanation.setText(words.text("ui.explain"));
		message.setForeground(WRONG);
		message.setVisible(false);
		final var footer = Box.createVerticalBox();
		for (final JComponent part : new JComponent[] { explanation, message,
			buttons })
		{
			part.setAlignmentX(LEFT_ALIGNMENT);
			footer.add(part);
			footer.add(Box.createVerticalStrut(4));
		}
		return footer;
	}

	/** Swing's own look writes all in bold; ImageJ has a scale for large screens. */
	private static void plain(final Container container) {
		final boolean metal = "Metal".equals(UIManager.getLookAndFeel().getID());
		final float scale = (float) Prefs.getGuiScale();
		for (final Component part : container.getComponents()) {
			final Font font = part.getFont();
			final boolean heading = part instanceof javax.swing.JLabel label && label
				.getBorder() != null && label.getText().isEmpty();
			if (font != null && (metal || scale != 1)) part.setFont(font.deriveFont(
				metal && !isHeading(part) && !heading ? Font.PLAIN : font.getStyle(),
				scale * (metal ? font.getSize2D() + 1 : font.getSize2D())));
			if (part instanceof Container inner) plain(inner);
		}
	}

	private static boolean isHeading(final Component part) {
		return part instanceof javax.swing.JLabel label && label
			.getBorder() instanceof javax.swing.border.MatteBorder;
	}

	private void changed() {
		final Map<String, String> texts = form.texts();
		advice.ask(texts);
		question.changed().accept(texts);
	}

	private void explain(final ModuleItem<?> item) {
		explanation.setText(words.help(question.info(), item));
	}

	private void restore() {
		final var usual = new HashMap<>(question.defaults());
		for (final ModuleItem<?> item : question.items())
			if (item.getType() == java.io.File.class || item
				.getType() == ij.ImagePlus.class) usual.remove(item.getName());
		form.show(usual);
		changed();
	}

	private void accept() {
		try {
			form.check();
			taker.take(form.texts());
		}
		catch (final InputException e) {
			say(e.getMessage());
			return;
		}
		form.remember();
		finish(true);
	}

	private void cancel() {
		question.givenUp().run();
		finish(false);
	}

	private void finish(final boolean ok) {
		Prefs.set(foldKey(), form.panel().isUnfolded());
		say("");
		setVisible(false);
		answered.accept(ok);
	}

	private void say(final String sentence) {
		message.setText(sentence);
		message.setVisible(!sentence.isEmpty());
		fit();
	}

	void showModally(final String sentence) {
		setModal(true);
		show(sentence);
	}

	void show(final String sentence) {
		say(sentence);
		fit();
		if (!isDisplayable() || getX() == 0 && getY() == 0) GUI
			.centerOnImageJScreen(this);
		changed();
		setVisible(true);
		toFront();
	}

	@Override
	public void fit() {
		scroll.setPreferredSize(null);
		final Dimension wanted = scroll.getPreferredSize();
		final Rectangle screen = GUI.getMaxWindowBounds(this);
		pack();
		final int over = getHeight() - screen.height;
		if (over > 0) {
			scroll.setPreferredSize(new Dimension(wanted.width + scroll
				.getVerticalScrollBar().getPreferredSize().width, wanted.height -
					over));
			pack();
		}
		if (isShowing() && getY() + getHeight() > screen.y + screen.height)
			setLocation(getX(), Math.max(screen.y, screen.y + screen.height -
				getHeight()));
	}

	/** @return the form, for tests */
	Form form() {
		return form;
	}

	void end() {
		advice.close();
		dispose();
	}
}
