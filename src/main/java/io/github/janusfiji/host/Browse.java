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

import ij.io.OpenDialog;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.TextField;
import java.io.File;
import javax.swing.JFileChooser;
import org.scijava.module.ModuleItem;

/**
 * The Browse button of a file's field in plain ImageJ's dialog. ImageJ's own
 * opens a chooser in which nothing new can be named and no folder be chosen.
 */
final class Browse {

	private Browse() {}

	/**
	 * @param panel holds a field and its button
	 * @param field the field
	 * @param item the parameter
	 */
	static void replace(final Container panel, final TextField field,
		final ModuleItem<?> item)
	{
		for (final Component part : panel.getComponents()) {
			if (!(part instanceof Button button)) continue;
			for (final var listener : button.getActionListeners())
				button.removeActionListener(listener);
			button.addActionListener(event -> choose(panel, field, item));
		}
	}

	/** @return whether a parameter names what a command writes */
	static boolean isWritten(final ModuleItem<?> item) {
		return String.valueOf(item.getLabel()).contains("to write");
	}

	private static void choose(final Container parent, final TextField field,
		final ModuleItem<?> item)
	{
		final String typed = field.getText().strip();
		final String folder = OpenDialog.getDefaultDirectory();
		final var chooser = new JFileChooser(typed.isEmpty() ? folder == null ? null
			: new File(folder) : new File(typed).getAbsoluteFile().getParentFile());
		chooser.setDialogTitle(item.getLabel());
		chooser.setFileSelectionMode("both".equals(item.getWidgetStyle())
			? JFileChooser.FILES_AND_DIRECTORIES : JFileChooser.FILES_ONLY);
		if (!typed.isEmpty()) chooser.setSelectedFile(new File(typed)
			.getAbsoluteFile());
		final int answer = isWritten(item) ? chooser.showDialog(parent, "Choose")
			: chooser.showOpenDialog(parent);
		if (answer != JFileChooser.APPROVE_OPTION) return;
		final File file = chooser.getSelectedFile();
		if (file.getParent() != null) OpenDialog.setDefaultDirectory(file
			.getParent());
		field.setText(file.getPath());
	}
}
