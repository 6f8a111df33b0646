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

import java.util.List;
import java.util.Map;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

/** A drop-down that says what each choice does; what it tells is the macro's word. */
final class ChoiceField implements Field {

	/** A choice: the macro's word, and what the drop-down says. */
	private record Choice(String word, String text) {

		@Override
		public String toString() {
			return text;
		}
	}

	private final JComboBox<Choice> box = new JComboBox<>();
	private final List<Choice> usual;

	/** Whether it was the user who chose. */
	private boolean touched;
	private boolean filling;

	ChoiceField(final Words words, final ModuleInfo info,
		final ModuleItem<?> item, final Runnable changed)
	{
		usual = item.getChoices().stream().map(String::valueOf).map(
			word -> new Choice(word, words.choice(info, item, word))).toList();
		fill(usual, usual.get(0).word);
		box.setMaximumRowCount(20);
		box.addActionListener(event -> {
			if (filling) return;
			touched = true;
			changed.run();
		});
	}

	private void fill(final List<Choice> choices, final String selected) {
		filling = true;
		box.setModel(new DefaultComboBoxModel<>(choices.toArray(Choice[]::new)));
		select(selected);
		filling = false;
	}

	private void select(final String word) {
		for (int i = 0; i < box.getItemCount(); i++)
			if (box.getItemAt(i).word.equals(word)) box.setSelectedIndex(i);
	}

	@Override
	public JComponent component() {
		return box;
	}

	@Override
	public String text() {
		return ((Choice) box.getSelectedItem()).word;
	}

	@Override
	public void show(final String text) {
		filling = true;
		select(text);
		filling = false;
	}

	/**
	 * @param choices words that can be taken, each with what it does; null for all
	 * @param proposal what to select unless the user has chosen; or null
	 * @return whether what is selected changed
	 */
	boolean advise(final Map<String, String> choices, final String proposal) {
		final String before = text();
		final List<Choice> now = choices == null ? usual : usual.stream().filter(
			choice -> choices.containsKey(choice.word)).map(choice -> choices.get(
				choice.word).isEmpty() ? choice : new Choice(choice.word, choices.get(
					choice.word))).toList();
		fill(now.isEmpty() ? usual : now, !touched && proposal != null ? proposal
			: before);
		return !before.equals(text());
	}
}
