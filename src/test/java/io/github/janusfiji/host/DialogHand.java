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

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;

/** What a user does with dialogs, and waits for. */
final class DialogHand {

	private DialogHand() {}

	static void tick(final Dialog dialog, final String label,
		final boolean state)
	{
		EventQueue.invokeLater(() -> part(dialog, label, JCheckBox.class,
			box -> box.setSelected(state)));
	}

	static void type(final Dialog dialog, final String label,
		final String text)
	{
		EventQueue.invokeLater(() -> part(dialog, label, JTextField.class,
			field -> field.setText(text)));
	}

	/** Does something with the field behind a label. */
	static <T> void part(final Container parent, final String label,
		final Class<T> type, final Consumer<T> use)
	{
		for (final Component part : parent.getComponents()) {
			if (part instanceof JComponent named && label.equals(named
				.getAccessibleContext().getAccessibleName())) first(named, type, use);
			else if (part instanceof Container inside) part(inside, label, type, use);
		}
	}

	private static <T> boolean first(final Component part, final Class<T> type,
		final Consumer<T> use)
	{
		if (type.isInstance(part)) {
			use.accept(type.cast(part));
			return true;
		}
		if (part instanceof Container container) for (final Component inner : container
			.getComponents())
			if (first(inner, type, use)) return true;
		return false;
	}

	/** "true" if a text in a dialog holds some words, else null. */
	static String says(final Container parent, final String words) {
		for (final Component part : parent.getComponents()) {
			if (part instanceof JTextComponent text && !(part instanceof JTextField) &&
				text.isVisible() && text.getText().contains(words)) return "true";
			if (part instanceof Container inside && says(inside,
				words) != null) return "true";
		}
		return null;
	}

	static Dialog dialog(final String title) throws TimeoutException {
		return await(() -> find(title));
	}

	static Dialog find(final String title) {
		for (final Window window : Window.getWindows()) {
			if (window instanceof Dialog dialog && dialog.isShowing() && dialog
				.getTitle().equals(title)) return dialog;
		}
		return null;
	}

	static void press(final Container parent, final String label) {
		for (final Component part : parent.getComponents()) {
			if (part instanceof AbstractButton button && label.equals(button
				.getText())) EventQueue.invokeLater(button::doClick);
			else if (part instanceof Container inside) press(inside, label);
		}
	}

	static <T> T await(final Supplier<T> what) throws TimeoutException {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (System.nanoTime() < end) {
			final T found = what.get();
			if (found != null) return found;
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
		}
		throw new TimeoutException("It did not appear within a minute.");
	}
}
