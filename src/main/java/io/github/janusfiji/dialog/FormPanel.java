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

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JComboBox;
import javax.swing.SwingUtilities;

/**
 * Rows of label, field and unit under headings; the rarer ones fold away. One grid
 * holds all, so that fields stand under each other.
 */
final class FormPanel extends JPanel {

	private static final long serialVersionUID = 1;

	private static final Insets SPACE = new Insets(2, 4, 2, 4);

	private final transient Words words;
	private final List<JComponent> folded = new ArrayList<>();
	private final JButton fold = new JButton();
	private int line;
	private boolean unfolded;

	FormPanel(final Words words) {
		super(new GridBagLayout());
		this.words = words;
		setBorder(BorderFactory.createEmptyBorder(2, 8, 2, 8));
		fold.setBorderPainted(false);
		fold.setContentAreaFilled(false);
		fold.setMargin(new Insets(4, 0, 2, 0));
		fold.addActionListener(event -> unfold(!unfolded));
		fold.setVisible(false);
	}

	/**
	 * @param section key of the heading; empty for none
	 * @param more whether it folds away
	 */
	void heading(final String section, final boolean more) {
		if (more && !fold.isVisible()) {
			fold.setVisible(true);
			add(fold, at(0, 3, GridBagConstraints.NONE, new Insets(6, 0, 0, 0)));
			line++;
		}
		if (section.isEmpty()) return;
		final var heading = new JLabel(words.text("section." + section));
		heading.setFont(heading.getFont().deriveFont(Font.BOLD));
		heading.setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Color.GRAY));
		add(heading, at(0, 3, GridBagConstraints.HORIZONTAL, new Insets(line == 0 ? 2
			: 9, 0, 3, 0)));
		line++;
		if (more) folded.add(heading);
	}

	/**
	 * @param text of the label
	 * @param field what is entered into
	 * @param hint behind the field
	 * @param more whether it folds away
	 * @return what the row is made of
	 */
	List<JComponent> row(final String text, final JComponent field,
		final String hint, final boolean more)
	{
		final var label = new JLabel(text);
		label.setLabelFor(field);
		final var unit = new JLabel(hint);
		unit.setForeground(Color.GRAY);
		add(label, at(0, 1, GridBagConstraints.HORIZONTAL, SPACE));
		final boolean narrow = field instanceof JTextField line && line
			.getColumns() < 20 || field instanceof JComboBox ||
			field instanceof JCheckBox;
		if (narrow) {
			final var both = new JPanel(new java.awt.FlowLayout(
				java.awt.FlowLayout.LEADING, 0, 0));
			both.add(field);
			unit.setBorder(BorderFactory.createEmptyBorder(0, 6, 0, 0));
			if (!hint.isEmpty()) both.add(unit);
			final var place = at(1, 2, GridBagConstraints.HORIZONTAL, SPACE);
			place.weightx = 1;
			add(both, place);
			return keep(List.of(label, both), more);
		}
		final var place = at(1, hint.isEmpty() ? 2 : 1,
			GridBagConstraints.HORIZONTAL, SPACE);
		place.weightx = 1;
		add(field, place);
		if (hint.isEmpty()) return keep(List.of(label, field), more);
		add(unit, at(2, 1, GridBagConstraints.NONE, SPACE));
		return keep(List.of(label, field, unit), more);
	}

	private List<JComponent> keep(final List<JComponent> parts,
		final boolean more)
	{
		line++;
		if (more) folded.addAll(parts);
		return parts;
	}

	/** Closes the list of rows. */
	void end() {
		final var rest = at(0, 3, GridBagConstraints.BOTH, SPACE);
		rest.weighty = 1;
		add(new JPanel(), rest);
		unfold(false);
	}

	private GridBagConstraints at(final int column, final int width,
		final int fill, final Insets space)
	{
		return new GridBagConstraints(column, line, width, 1, 0, 0,
			GridBagConstraints.LINE_START, fill, space, 0, 0);
	}

	/** @return whether there is anything behind "More" */
	boolean folds() {
		return !folded.isEmpty();
	}

	/** @return whether "More" is shown */
	boolean isUnfolded() {
		return unfolded;
	}

	/** @param open whether to show what is behind "More" */
	void unfold(final boolean open) {
		unfolded = open;
		for (final Component part : folded)
			part.setVisible(open);
		fold.setText(words.text(open ? "ui.less" : "ui.more"));
		final Window window = SwingUtilities.getWindowAncestor(this);
		if (window instanceof Fitting dialog) dialog.fit();
	}

	/** A window that can take the size of what is in it. */
	interface Fitting {

		/** Takes the size of what is in it, at most the screen's. */
		void fit();
	}
}
