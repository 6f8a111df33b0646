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

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Panel;
import java.awt.TextField;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/**
 * ImageJ's own dialog, used as a view of a command's parameters. The values are
 * read from its components, never by {@code getNext…}, which would make ImageJ
 * record them in its own dialect.
 */
final class InputDialog {

	private static final int COLUMNS = 34;

	private final GenericDialog dialog;
	private final Module module;
	private final Map<String, Supplier<String>> readers = new LinkedHashMap<>();

	private InputDialog(final Module module) {
		this.module = module;
		dialog = new GenericDialog(module.getInfo().getTitle().replace("...", ""));
	}

	/** @return whether a parameter can be asked for; an image needs open windows */
	static boolean canShow(final ModuleItem<?> item) {
		return item.getType() != ImagePlus.class || WindowManager
			.getImageCount() > 0;
	}

	/**
	 * Asks the user. Must not be called on AWT's event thread.
	 *
	 * @param module the command's run, with the values to begin with
	 * @param items what to ask for
	 * @param changed told all texts by name whenever one changes, on AWT's event thread
	 * @return the answers as texts by name, or nothing if the user cancelled
	 */
	static Optional<Map<String, String>> ask(final Module module,
		final List<ModuleItem<?>> items,
		final Consumer<Map<String, String>> changed)
	{
		final var view = new InputDialog(module);
		items.forEach(view::add);
		view.dialog.addHelp(help(module, items));
		view.dialog.addDialogListener((dialog, event) -> {
			// Without an event ImageJ asks a last time, after OK.
			if (event != null) changed.accept(view.texts());
			return true;
		});
		view.dialog.showDialog();
		return view.dialog.wasCanceled() ? Optional.empty() : Optional.of(view
			.texts());
	}

	private Map<String, String> texts() {
		final var texts = new LinkedHashMap<String, String>();
		readers.forEach((name, reader) -> texts.put(name, reader.get()));
		return texts;
	}

	private void add(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		final Object value = item.getValue(module);
		final String text = value == null ? "" : value.toString();
		final String label = item.getLabel();
		if (type == Boolean.class) {
			dialog.addCheckbox(label, "true".equals(text));
			final Checkbox box = last(dialog.getCheckboxes());
			read(item, () -> String.valueOf(box.getState()));
		}
		else if (type == ImagePlus.class) {
			dialog.addChoice(label, WindowManager.getImageTitles(),
				value instanceof ImagePlus image ? image.getTitle() : null);
			final Choice choice = last(dialog.getChoices());
			read(item, choice::getSelectedItem);
		}
		else if (item.getChoices() != null && !item.getChoices().isEmpty()) {
			final var choices = item.getChoices().stream().map(String::valueOf)
				.toArray(String[]::new);
			dialog.addChoice(label, choices, text);
			final Choice choice = last(dialog.getChoices());
			read(item, choice::getSelectedItem);
		}
		else if (String.valueOf(item.getWidgetStyle()).contains("slider")) {
			dialog.addSlider(label, bound(item.getMinimumValue()), bound(item
				.getMaximumValue()), Double.parseDouble(text));
			final TextField field = last(dialog.getNumericFields());
			read(item, () -> field.getText().strip());
		}
		else {
			addText(item, type, label, text);
			final TextField field = last(dialog.getStringFields());
			// ImageJ does not listen to the fields of files itself.
			if (type == File.class) field.addTextListener(dialog);
			if (type == File.class && field.getParent() instanceof Panel panel &&
				!String.valueOf(item.getWidgetStyle()).contains("directory")) Browse
					.replace(panel, field, item);
			read(item, () -> field.getText().strip());
		}
	}

	/** Numbers too are typed as text, so that no digit of a seed is lost. */
	private void addText(final ModuleItem<?> item, final Class<?> type,
		final String label, final String text)
	{
		final String style = String.valueOf(item.getWidgetStyle());
		if (type == File.class && style.contains("directory")) {
			dialog.addDirectoryField(label, text, COLUMNS);
		}
		else if (type == File.class) dialog.addFileField(label, text, COLUMNS);
		else if (Number.class.isAssignableFrom(type)) {
			dialog.addStringField(label, text, 8);
		}
		else dialog.addStringField(label, text, COLUMNS);
	}

	private static double bound(final Object value) {
		return ((Number) value).doubleValue();
	}

	private void read(final ModuleItem<?> item, final Supplier<String> reader) {
		readers.put(item.getName(), reader);
	}

	@SuppressWarnings("unchecked")
	private static <T> T last(final List<?> components) {
		return (T) components.get(components.size() - 1);
	}

	private static String help(final Module module,
		final List<ModuleItem<?>> items)
	{
		final var html = new StringBuilder("<html><body style='width:420px'><h3>")
			.append(module.getInfo().getTitle()).append("</h3>");
		final String about = module.getInfo().getDescription();
		if (about != null) html.append("<p>").append(about).append("</p>");
		for (final ModuleItem<?> item : items) {
			html.append("<p><b>").append(item.getLabel()).append("</b> (<tt>").append(
				item.getName()).append("</tt>)<br>").append(item.getDescription())
				.append("</p>");
		}
		return html.append("</body></html>").toString();
	}
}
