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

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.TransferHandler;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

/**
 * A path: typed, dropped from the desktop, chosen, or taken again from those used
 * before and the files of open images.
 */
final class FileField implements Field {

	private static final int COLUMNS = 30;

	private final JTextField field = new JTextField(COLUMNS);
	private final JPanel panel = new JPanel(new BorderLayout(4, 0));
	private final RecentPaths recent;

	FileField(final Words words, final ModuleInfo info,
		final ModuleItem<?> item, final Runnable changed)
	{
		recent = new RecentPaths(Words.name(info) + "." + item.getName());
		final var again = new JButton("▾");
		final var browse = new JButton("…");
		again.setToolTipText(words.text("ui.recent"));
		browse.setToolTipText(words.text("ui.browse"));
		again.getAccessibleContext().setAccessibleName(words.text("ui.recent"));
		browse.getAccessibleContext().setAccessibleName(words.text("ui.browse"));
		for (final JButton button : List.of(again, browse))
			button.setMargin(new java.awt.Insets(1, 5, 1, 5));
		final var chooser = new Browse(words, words.label(info, item), item);
		browse.addActionListener(event -> chooser.choose(panel, field.getText())
			.ifPresent(file -> field.setText(file.getPath())));
		again.addActionListener(event -> offer(words, again, item));
		final var buttons = new JPanel(new GridLayout(1, 2, 2, 0));
		buttons.add(again);
		buttons.add(browse);
		panel.add(field);
		panel.add(buttons, BorderLayout.EAST);
		TextListener.listen(field, changed);
		field.setTransferHandler(new Drop(field.getTransferHandler()));
	}

	private void offer(final Words words, final JButton from,
		final ModuleItem<?> item)
	{
		final var menu = new JPopupMenu();
		for (final String path : recent.offers(!Browse.isWritten(item)))
			menu.add(path).addActionListener(event -> field.setText(path));
		if (menu.getComponentCount() == 0) menu.add(words.text("ui.norecent"))
			.setEnabled(false);
		menu.show(from, 0, from.getHeight());
	}

	/** Remembers what is entered, for the next time. */
	void remember() {
		recent.add(text());
	}

	@Override
	public JComponent component() {
		return panel;
	}

	@Override
	public String text() {
		return field.getText().strip();
	}

	@Override
	public void show(final String text) {
		field.setText(text);
	}

	/** Takes files from the desktop; all else as before. */
	private final class Drop extends TransferHandler {

		private static final long serialVersionUID = 1;

		private final transient TransferHandler usual;

		Drop(final TransferHandler usual) {
			this.usual = usual;
		}

		@Override
		public boolean canImport(final TransferSupport what) {
			return what.isDataFlavorSupported(DataFlavor.javaFileListFlavor) || usual
				.canImport(what);
		}

		@Override
		public boolean importData(final TransferSupport what) {
			if (!what.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) return usual
				.importData(what);
			try {
				final var files = (List<?>) what.getTransferable().getTransferData(
					DataFlavor.javaFileListFlavor);
				if (files.isEmpty()) return false;
				field.setText(((File) files.get(0)).getPath());
				return true;
			}
			catch (final UnsupportedFlavorException | IOException e) {
				return false;
			}
		}

		@Override
		public int getSourceActions(final JComponent source) {
			return COPY_OR_MOVE;
		}

		@Override
		public void exportToClipboard(final JComponent source,
			final java.awt.datatransfer.Clipboard board, final int action)
		{
			usual.exportToClipboard(source, board, action);
		}
	}
}
