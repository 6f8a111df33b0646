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

import ij.ImagePlus;
import java.awt.BorderLayout;
import java.io.File;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/**
 * Makes the field of a parameter, by its type.
 *
 * @param words of the dialog
 * @param info the command
 * @param changed called whenever something is entered
 */
record Fields(Words words, ModuleInfo info, Runnable changed) {

	private static final int NUMBER = 9, TEXT = 30;

	/**
	 * @param item a parameter
	 * @return its field, empty
	 */
	Field of(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		if (type == Boolean.class) return tick();
		if (type == ImagePlus.class) return new ImageField(words, changed);
		if (type == File.class) return new FileField(words, info, item, changed);
		if (item.getChoices() != null && !item.getChoices().isEmpty())
			return new ChoiceField(words, info, item, changed);
		if (String.valueOf(item.getWidgetStyle()).contains("slider")) return slider(
			item);
		// Numbers too are typed as text, so that no digit of a seed is lost.
		return plain(Number.class.isAssignableFrom(type) ? NUMBER : TEXT);
	}

	/** A field that is its component. */
	private record Plain(JComponent component,
		java.util.function.Supplier<String> reader, Consumer<String> writer)
		implements Field
	{

		@Override
		public String text() {
			return reader.get();
		}

		@Override
		public void show(final String text) {
			writer.accept(text);
		}
	}

	private Field plain(final int columns) {
		final var field = new JTextField(columns);
		TextListener.listen(field, changed);
		return new Plain(field, () -> field.getText().strip(), field::setText);
	}

	private Field tick() {
		final var box = new JCheckBox();
		box.addItemListener(event -> changed.run());
		return new Plain(box, () -> String.valueOf(box.isSelected()),
			text -> box.setSelected("true".equals(text)));
	}

	private Field slider(final ModuleItem<?> item) {
		final var slider = new JSlider(((Number) item.getMinimumValue()).intValue(),
			((Number) item.getMaximumValue()).intValue());
		final var field = new JTextField(5);
		final var panel = new JPanel(new BorderLayout(6, 0));
		panel.add(slider);
		panel.add(field, BorderLayout.EAST);
		slider.addChangeListener(event -> {
			if (slider.getValueIsAdjusting() || slider.hasFocus()) field.setText(
				String.valueOf(slider.getValue()));
		});
		TextListener.listen(field, changed);
		return new Plain(panel, () -> field.getText().strip(), text -> {
			slider.setValue((int) Math.round(Double.parseDouble(text)));
			field.setText(text);
		});
	}
}
