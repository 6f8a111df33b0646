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
import ij.WindowManager;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** A drop-down of the open images, which follows them as they come and go. */
final class ImageField implements Field {

	private static final int LONGEST = 44;

	/** An open image; its text is its ID, since titles may be alike. */
	private record Open(int id, String title) {

		@Override
		public String toString() {
			return title.length() > LONGEST ? title.substring(0, LONGEST - 1) + "…"
				: title;
		}
	}

	private final JComboBox<Open> box = new JComboBox<>();
	private final Words words;
	private boolean filling;

	ImageField(final Words words, final Runnable changed) {
		this.words = words;
		refresh();
		box.addActionListener(event -> {
			if (!filling) changed.run();
		});
		box.addFocusListener(new FocusAdapter() {

			@Override
			public void focusGained(final FocusEvent event) {
				refresh();
			}
		});
		box.addPopupMenuListener(new PopupMenuListener() {

			@Override
			public void popupMenuWillBecomeVisible(final PopupMenuEvent event) {
				refresh();
			}

			@Override
			public void popupMenuWillBecomeInvisible(final PopupMenuEvent event) {}

			@Override
			public void popupMenuCanceled(final PopupMenuEvent event) {}
		});
	}

	private void refresh() {
		final var open = new ArrayList<Open>();
		final int[] ids = WindowManager.getIDList();
		if (ids != null) for (final int id : ids) {
			final ImagePlus image = WindowManager.getImage(id);
			if (image != null) open.add(new Open(id, image.getTitle()));
		}
		if (open.isEmpty()) open.add(new Open(0, words.text("ui.noimage")));
		if (open.equals(shown())) return;
		final Object before = box.getSelectedItem();
		filling = true;
		box.setModel(new DefaultComboBoxModel<>(open.toArray(Open[]::new)));
		if (open.contains(before)) box.setSelectedItem(before);
		filling = false;
	}

	private List<Open> shown() {
		final var shown = new ArrayList<Open>();
		for (int i = 0; i < box.getItemCount(); i++)
			shown.add(box.getItemAt(i));
		return shown;
	}

	@Override
	public JComponent component() {
		return box;
	}

	@Override
	public String text() {
		final int id = ((Open) box.getSelectedItem()).id;
		return id == 0 ? "" : String.valueOf(id);
	}

	@Override
	public void show(final String text) {
		refresh();
		filling = true;
		for (final Open image : shown())
			if (text.equals(String.valueOf(image.id))) box.setSelectedItem(image);
		filling = false;
	}
}
