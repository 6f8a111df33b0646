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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

/** The dialogs of all commands: their layout, words and sizes. */
class DialogTest {

	private static Context context;
	private static List<CommandInfo> commands;

	@BeforeAll
	static void findCommands() {
		context = new Context();
		commands = context.service(CommandService.class).getCommands().stream()
			.filter(info -> info.getDelegateClassName().startsWith(
				"io.github.janusfiji.command.")).toList();
	}

	@AfterAll
	static void dispose() {
		context.dispose();
	}

	private static List<ModuleItem<?>> inputs(final CommandInfo info) {
		return StreamSupport.stream(info.inputs().spliterator(), false)
			.<ModuleItem<?>> map(item -> item).filter(item -> !Service.class
				.isAssignableFrom(item.getType()) && item.getType() != Context.class &&
				item.getVisibility() != ItemVisibility.MESSAGE).toList();
	}

	private static CommandInfo command(final String label) {
		return commands.stream().filter(info -> label.equals(info.getTitle()))
			.findFirst().orElseThrow();
	}

	@Test
	void everyParameterHasItsPlace() {
		for (final CommandInfo info : commands) {
			final List<String> names = inputs(info).stream().map(ModuleItem::getName)
				.sorted().toList();
			assertEquals(names, DialogLayout.placed(info).stream().sorted().toList(),
				info.getTitle());
		}
	}

	/** English labels and explanations are the annotations'. */
	@ParameterizedTest
	@ValueSource(strings = { "en", "zh" })
	void noWordIsMissing(final String language) {
		final Words words = Words.of(language);
		final var missing = new ArrayList<String>();
		for (final CommandInfo info : commands) {
			final String name = Words.name(info);
			if (!"en".equals(language)) for (final String key : List.of(name, name +
				".name"))
				if (words.find(key).isEmpty()) missing.add(key);
			for (final ModuleItem<?> item : inputs(info)) {
				final var endings = new ArrayList<String>();
				if (!"en".equals(language)) endings.addAll(List.of("", ".help"));
				if (item.getChoices() != null) item.getChoices().forEach(
					choice -> endings.add("." + choice));
				for (final String ending : endings)
					if (words.find(info, item, ending).isEmpty()) missing.add(name + "." +
						item.getName() + ending);
			}
			for (final var section : DialogLayout.of(info, inputs(info).stream().map(
				ModuleItem::getName).toList()).sections())
				if (words.find("section." + section.name()).isEmpty()) missing.add(
					"section." + section.name());
		}
		assertEquals(List.of(), missing);
	}

	@Test
	void bothLanguagesHaveTheSameWordsOfTheirOwn() {
		assertEquals(own("en"), own("zh"));
	}

	private static List<String> own(final String language) {
		return Resource.properties("words_" + language + ".properties")
			.stringPropertyNames().stream().filter(key -> key.matches(
				"(ui|section|assistant|tasks)\\..*|.*\\.hint")).sorted().toList();
	}

	@Test
	void aRegionAndAnUnknownLanguageHaveWordsToo() {
		assertEquals("zh", Words.of("zh-CN").language());
		assertEquals("en", Words.of("tlh").language());
	}

	@Test
	void whatIsEnteredIsCheckedInTheDialogsWords() throws InputException {
		final CommandInfo info = command("Extract Faces...");
		final var entry = new Entry(Words.of("en"), info);
		entry.check(info.getInput("size"), "256", false);
		assertEquals("'Size of a face' must be at most 512, not 513.", wrong(entry,
			info.getInput("size"), "513"));
		assertEquals("'Size of a face' takes a whole number, not '2.5'.", wrong(
			entry, info.getInput("size"), "2.5"));
		assertEquals("'Coverage' takes a number, not 'wide'.", wrong(entry, info
			.getInput("coverage"), "wide"));
		assertEquals("'Face set to write' is needed.", wrong(entry, info.getInput(
			"output"), " "));
		assertEquals("必须填写“要写入的人脸集”。", wrong(new Entry(Words.of("zh"),
			info), info.getInput("output"), ""));
	}

	private static String wrong(final Entry entry, final ModuleItem<?> item,
		final String text)
	{
		return assertThrows(InputException.class, () -> entry.check(item, text,
			true)).getMessage();
	}

	@Test
	void everyCommandWithADialogHasAPage() {
		for (final CommandInfo info : commands) {
			if (inputs(info).isEmpty()) continue;
			assertTrue(HelpPages.html(info, Words.of("en")).contains("<h1>" + info
				.getTitle() + "</h1>"), info.getTitle());
			assertTrue(HelpPages.html(info, Words.of("zh")).contains(Words.of("zh")
				.about(info)), info.getTitle());
		}
	}

	@Test
	void markdownBecomesHtml() {
		assertEquals("<h2>A &lt; B</h2>\n<p>One <b>two</b> <a href=\"u/x.md\"><code>" +
			"c*d*</code></a></p>\n<pre>run(&quot;x&quot;);\n</pre>\n" +
			"<table><tr><th>a</th></tr>\n<tr><td>b</td></tr>\n</table>\n<ul><li>l\n</ul>\n",
			Markdown.html("## A < B\n\nOne **two**\n[`c*d*`](x.md)\n\n    run(\"x\");\n" +
				"\n| a |\n|---|\n| b |\n\n- l\n", "u/"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh" })
	void noTextIsCut(final String language) throws Exception {
		Assumptions.assumeTrue(!GraphicsEnvironment.isHeadless() && System.getenv(
			"DISPLAY") != null, "needs a display");
		for (final CommandInfo info : commands) {
			if (inputs(info).isEmpty()) continue;
			EventQueue.invokeAndWait(() -> assertFits(info, language));
		}
	}

	private static void assertFits(final CommandInfo info, final String language) {
		final DialogWindow window = window(info, Words.of(language));
		window.form().panel().unfold(true);
		window.pack();
		final var cut = new ArrayList<String>();
		collectCut(window, cut);
		assertTrue(window.getWidth() <= 900, info.getTitle() + " is " + window
			.getWidth() + " px wide");
		window.end();
		assertEquals(List.of(), cut, info.getTitle());
	}

	private static void collectCut(final Container container,
		final List<String> cut)
	{
		for (final Component part : container.getComponents()) {
			if (!part.isVisible()) continue;
			final String text = part instanceof JLabel label ? label.getText()
				: part instanceof AbstractButton button ? button.getText()
					: part instanceof javax.swing.JComboBox<?> box ? String.valueOf(box
						.getSelectedItem()) : part instanceof Prose prose ? prose.getText()
							: null;
			final boolean narrow = !(part instanceof Prose) && part
				.getWidth() < part.getPreferredSize().width;
			final boolean low = part instanceof Prose prose && prose
				.getHeight() < prose.needed();
			if (text != null && (narrow || low)) cut.add(text);
			if (part instanceof Container inner) collectCut(inner, cut);
		}
	}

	private static DialogWindow window(final CommandInfo info,
		final Words words)
	{
		final var values = new LinkedHashMap<String, String>();
		final var modules = context.service(ModuleService.class);
		for (final ModuleItem<?> item : inputs(info)) {
			final Object value = modules.getDefaultValue(item);
			values.put(item.getName(), value == null ? "" : value.toString());
		}
		return new DialogWindow(words, new DialogQuestion(info, inputs(info),
			values, values, entered -> Advice.NONE, entered -> {}, () -> {}),
			entered -> {}, ok -> {});
	}
}
