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

import ij.io.OpenDialog;
import java.awt.Component;
import java.io.File;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JFileChooser;
import org.scijava.module.ModuleItem;

/**
 * The chooser behind a path's button: to open what is read; to name what is
 * written, or a folder for it.
 *
 * @param words of the dialog
 * @param label of the parameter, the chooser's title
 * @param item the parameter
 */
record Browse(Words words, String label, ModuleItem<?> item) {

	/** @return whether a parameter names what a command writes */
	static boolean isWritten(final ModuleItem<?> item) {
		return "output".equals(item.getName()) || String.valueOf(item.getLabel())
			.contains("to write");
	}

	/**
	 * @param parent what the chooser belongs to
	 * @param typed path that is entered
	 * @return what was chosen, unless the user cancelled
	 */
	Optional<File> choose(final Component parent, final String typed) {
		final JFileChooser chooser = chooser(typed.strip());
		final boolean folder = chooser
			.getFileSelectionMode() == JFileChooser.DIRECTORIES_ONLY;
		final int answer = isWritten(item) && !folder ? chooser.showSaveDialog(
			parent) : folder ? chooser.showDialog(parent, words.text("ui.choose"))
				: chooser.showOpenDialog(parent);
		if (answer != JFileChooser.APPROVE_OPTION) return Optional.empty();
		final File file = chooser.getSelectedFile();
		if (file.getParent() != null) OpenDialog.setDefaultDirectory(file
			.getParent());
		return Optional.of(file);
	}

	private JFileChooser chooser(final String typed) {
		final String folder = OpenDialog.getDefaultDirectory();
		final var chooser = new JFileChooser(typed.isEmpty() ? folder == null ? null
			: new File(folder) : new File(typed).getAbsoluteFile().getParentFile());
		final String style = String.valueOf(item.getWidgetStyle()).toLowerCase(
			Locale.ROOT);
		chooser.setDialogTitle(label);
		chooser.setFileSelectionMode(style.contains("directory")
			? JFileChooser.DIRECTORIES_ONLY : style.contains("both")
				? JFileChooser.FILES_AND_DIRECTORIES : JFileChooser.FILES_ONLY);
		if (!typed.isEmpty()) chooser.setSelectedFile(new File(typed)
			.getAbsoluteFile());
		return chooser;
	}
}
