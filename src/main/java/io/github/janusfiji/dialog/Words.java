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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

/**
 * Words of Janus's dialogs, in one language. English labels and explanations
 * are those of the commands' annotations; all else, and all of another
 * language, is in {@code words_<language>.properties} beside this class:
 * <ul>
 * <li>{@code Command} what a command does, {@code Command.name} its title;</li>
 * <li>{@code Command.parameter} a label, {@code .help} what it means,
 * {@code .hint} what stands behind the field, and {@code .word} what a choice
 * does; {@code any} in place of the command serves all that do not say
 * otherwise;</li>
 * <li>{@code section.name} a heading, {@code ui.name} the dialog's own words.</li>
 * </ul>
 * <p>
 * Macros, the recorder and menu items know nothing of this: their words are the
 * same in every language.
 * </p>
 */
public final class Words {

	/** Languages there are, the first of which serves all others. */
	public static final List<String> LANGUAGES = List.of("en", "zh");

	private static final Map<String, Words> READ = new ConcurrentHashMap<>();

	private final String language;
	private final Properties texts;

	private Words(final String language) {
		this.language = language;
		texts = Resource.properties("words_" + language + ".properties");
	}

	/**
	 * @return the words of the language that {@code -Djanus.language} names, or else
	 *         of the system's; English where there are none
	 */
	public static Words get() {
		return of(System.getProperty("janus.language", Locale.getDefault()
			.getLanguage()));
	}

	/**
	 * @param language ISO 639 code, such as {@code zh} or {@code zh-CN}
	 * @return its words, or the English ones
	 */
	public static Words of(final String language) {
		final String code = language.split("[-_]", 2)[0].strip();
		return READ.computeIfAbsent(LANGUAGES.contains(code) ? code : LANGUAGES.get(
			0), Words::new);
	}

	/** @return ISO 639 code */
	public String language() {
		return language;
	}

	/**
	 * @param key of a text
	 * @return the text, if this language has it
	 */
	public Optional<String> find(final String key) {
		return Optional.ofNullable(texts.getProperty(key));
	}

	/**
	 * @param key of a text of the dialog itself
	 * @param values what stands in its places ({@link String#format})
	 * @return the text
	 * @throws IllegalArgumentException if there is no such key
	 */
	public String text(final String key, final Object... values) {
		final String text = find(key).orElseThrow(
			() -> new IllegalArgumentException("No text " + key + " in " + language));
		return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
	}

	/**
	 * @param info a command
	 * @return its title, without dots
	 */
	public String title(final ModuleInfo info) {
		return find(name(info) + ".name").orElse(String.valueOf(info.getTitle())
			.replace("...", ""));
	}

	/**
	 * @param info a command
	 * @return what it does
	 */
	public String about(final ModuleInfo info) {
		return find(name(info)).orElse(info.getDescription() == null ? "" : info
			.getDescription());
	}

	/**
	 * @param info a command
	 * @param item one of its parameters
	 * @return the label, without unit
	 */
	public String label(final ModuleInfo info, final ModuleItem<?> item) {
		return find(info, item, "").orElse(Unit.without(item.getLabel() == null ? item
			.getName() : item.getLabel()));
	}

	/**
	 * @param info a command
	 * @param item one of its parameters
	 * @return what it means
	 */
	public String help(final ModuleInfo info, final ModuleItem<?> item) {
		return find(info, item, ".help").orElse(item.getDescription() == null ? ""
			: item.getDescription());
	}

	/**
	 * @param info a command
	 * @param item one of its parameters
	 * @return what stands behind its field: the unit, and the range or a hint
	 */
	public String hint(final ModuleInfo info, final ModuleItem<?> item) {
		final String unit = Unit.of(item.getLabel()).map(name -> find("unit." +
			name.replace(' ', '.')).orElse(name)).orElse("");
		final String more = find(info, item, ".hint").orElse(Unit.range(item));
		return unit.isEmpty() || more.isEmpty() ? unit + more : unit + ", " + more;
	}

	/**
	 * @param info a command
	 * @param item one of its parameters
	 * @param word a choice, as macros write it
	 * @return what it does
	 */
	public String choice(final ModuleInfo info, final ModuleItem<?> item,
		final String word)
	{
		return find(info, item, "." + word).orElse(word);
	}

	/**
	 * @param info a command
	 * @param item one of its parameters
	 * @param ending of the key
	 * @return the text, if this language has it for the command or for any
	 */
	Optional<String> find(final ModuleInfo info, final ModuleItem<?> item,
		final String ending)
	{
		return find(name(info) + "." + item.getName() + ending).or(() -> find("any." +
			item.getName() + ending));
	}

	/**
	 * @param info a command
	 * @return the first part of its keys: the name of its class
	 */
	public static String name(final ModuleInfo info) {
		final String type = info.getDelegateClassName();
		return type.substring(type.lastIndexOf('.') + 1);
	}
}
