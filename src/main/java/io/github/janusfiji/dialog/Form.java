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

import io.github.janusfiji.task.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

/**
 * The rows of a dialog: what is entered, whether it counts, and whether it can be
 * taken. All on AWT's event thread.
 */
final class Form {

	/** One parameter. */
	private record Row(DialogLayout.Place place, ModuleItem<?> item, Field field,
		List<JComponent> parts)
	{}

	private final Entry entry;
	private final Map<String, Row> rows = new LinkedHashMap<>();
	private final FormPanel panel;
	private final Runnable changed;
	private boolean filling;

	/**
	 * @param words of the dialog
	 * @param info the command
	 * @param items its parameters that are asked for
	 * @param changed called whenever something is entered
	 * @param explained told the parameter that the user looks at
	 */
	Form(final Words words, final ModuleInfo info,
		final List<ModuleItem<?>> items, final Runnable changed,
		final Consumer<ModuleItem<?>> explained)
	{
		entry = new Entry(words, info);
		this.changed = changed;
		panel = new FormPanel(words);
		final var fields = new Fields(words, info, this::entered);
		final var byName = new LinkedHashMap<String, ModuleItem<?>>();
		items.forEach(item -> byName.put(item.getName(), item));
		final var layout = DialogLayout.of(info, List.copyOf(byName.keySet()));
		for (final boolean more : new boolean[] { false, true }) {
			for (final var section : layout.sections()) {
				final var places = section.places().stream().filter(place -> place
					.more() == more).toList();
				if (places.isEmpty()) continue;
				panel.heading(section.name(), more);
				for (final var place : places)
					add(place, byName.get(place.name()), fields, explained);
			}
		}
		panel.end();
	}

	private void add(final DialogLayout.Place place, final ModuleItem<?> item,
		final Fields fields, final Consumer<ModuleItem<?>> explained)
	{
		final Field field = fields.of(item);
		final String label = entry.words().label(entry.info(), item);
		final var parts = panel.row(place.required() ? label + " *" : label, field
			.component(), entry.words().hint(entry.info(), item), place.more());
		field.component().getAccessibleContext().setAccessibleName(label);
		parts.forEach(part -> Attention.to(part, () -> explained.accept(item)));
		rows.put(place.name(), new Row(place, item, field, parts));
	}

	private void entered() {
		if (filling) return;
		couple();
		changed.run();
	}

	/** @return what holds the rows */
	FormPanel panel() {
		return panel;
	}

	/** @return what is entered, by parameter in the command's order */
	Map<String, String> texts() {
		final var texts = new LinkedHashMap<String, String>();
		rows.forEach((name, row) -> texts.put(name, row.field.text()));
		return texts;
	}

	/** @param texts what to show, by parameter; the others stay */
	void show(final Map<String, String> texts) {
		filling = true;
		texts.forEach((name, text) -> {
			if (rows.containsKey(name)) rows.get(name).field.show(text);
		});
		filling = false;
		couple();
	}

	/** Greys what does not count with what is entered. */
	private void couple() {
		for (final Row row : rows.values()) {
			final boolean counts = counts(row);
			for (final JComponent part : row.parts)
				if (part.isEnabled() != counts) Field.enable(part, counts);
		}
	}

	private boolean counts(final Row row) {
		return row.place.when().stream().allMatch(condition -> !rows.containsKey(
			condition.name()) || condition.values().contains(text(condition
				.name())));
	}

	private String text(final String name) {
		final Row row = rows.get(name);
		return row == null ? "" : row.field.text();
	}

	/** Whether a parameter is given, or, as {@code name=value}, has that value. */
	private boolean isThere(final String other) {
		final int at = other.indexOf('=');
		return at < 0 ? !text(other).isBlank() : text(other.substring(0, at)).equals(
			other.substring(at + 1));
	}

	/**
	 * @throws InputException if something is missing or cannot be taken; the field
	 *           has the focus then
	 */
	void check() throws InputException {
		for (final Row row : rows.values()) {
			final boolean counts = counts(row);
			final boolean needed = counts && row.place.required() && row.place.or()
				.stream().noneMatch(this::isThere);
			try {
				entry.check(row.item, row.field.text(), needed);
			}
			catch (final InputException e) {
				if (row.place.more()) panel.unfold(true);
				row.field.component().requestFocusInWindow();
				throw e;
			}
		}
	}

	/** @param advice on what is entered */
	void advise(final Advice advice) {
		boolean news = false;
		filling = true;
		for (final var entered : rows.entrySet()) {
			final String name = entered.getKey();
			if (entered.getValue().field instanceof ChoiceField choice) news |= choice
				.advise(advice.choices().get(name), advice.proposals().get(name));
		}
		filling = false;
		if (news) entered();
	}

	/** Remembers the paths that are entered. */
	void remember() {
		for (final Row row : rows.values())
			if (row.field instanceof FileField file) file.remember();
	}

	/**
	 * @param usual defaults by parameter
	 * @return whether something behind "More" is not as usual
	 */
	boolean hidesNews(final Map<String, String> usual) {
		return rows.entrySet().stream().anyMatch(row -> row.getValue().place
			.more() && !row.getValue().field.text().equals(usual.getOrDefault(row
				.getKey(), "")));
	}

	/** @return the components of all rows, for tests of their sizes */
	List<JComponent> parts() {
		final var parts = new ArrayList<JComponent>();
		rows.values().forEach(row -> parts.addAll(row.parts));
		return parts;
	}

	/**
	 * @param label what a part says
	 * @return whether it is a label
	 */
	static boolean isText(final JComponent label) {
		return label instanceof JLabel;
	}
}
