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
package io.github.janusfiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

/** What the documents say of files, headings and parameters that exist. */
class DocumentationTest {

	private static final Path PAGES = Path.of("docs", "commands");
	private static final Pattern LINK = Pattern.compile(
		"\\]\\((?!https?:|mailto:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");
	private static final Pattern CODE = Pattern.compile("(?s)```.*?```");

	/** A row of a page's table of parameters: names, label, default, meaning. */
	private static final Pattern ROW = Pattern.compile(
		"(?m)^\\| ((?:`[a-z]+`(?:, )?)+) \\| ([^|]*) \\| ([^|]*) \\|.*\\|$");

	private static List<Path> documents() throws IOException {
		try (Stream<Path> docs = Files.walk(Path.of("docs"));
				Stream<Path> top = Files.list(Path.of("")))
		{
			return Stream.concat(docs, top).filter(file -> file.toString().endsWith(
				".md")).toList();
		}
	}

	/** As forges make an anchor of a heading. */
	private static String anchor(final MatchResult heading) {
		return heading.group(1).strip().toLowerCase(Locale.ROOT).replaceAll(
			"\\[([^]]*)]\\([^)]*\\)", "$1").replaceAll("[^\\p{L}\\p{N}\\- _]", "")
			.replace(' ', '-');
	}

	private static Set<String> anchors(final Path document) throws IOException {
		return Pattern.compile("(?m)^#+ (.*)$").matcher(CODE.matcher(Files.readString(
			document)).replaceAll("")).results().map(DocumentationTest::anchor)
			.collect(Collectors.toSet());
	}

	@Test
	void everyLinkLeadsSomewhere() throws IOException {
		final List<String> broken = new ArrayList<>();
		for (final Path document : documents()) {
			final Path folder = document.toAbsolutePath().getParent();
			for (final var link : LINK.matcher(CODE.matcher(Files.readString(
				document)).replaceAll("")).results().toList()) {
				final Path target = link.group(1).isEmpty() ? document.toAbsolutePath()
					: folder.resolve(link.group(1)).normalize();
				final boolean found = Files.exists(target) && (link.group(2) == null ||
					!target.toString().endsWith(".md") || anchors(target).contains(link
						.group(2)));
				if (!found) broken.add(document + ": " + link.group());
			}
		}
		assertEquals(List.of(), broken);
	}

	@Test
	void everyDocumentIsReachedFromTheReadme() throws IOException {
		final Set<Path> reached = new TreeSet<>();
		follow(Path.of("README.md").toAbsolutePath(), reached);
		final var lost = documents().stream().map(Path::toAbsolutePath).filter(
			document -> document.toString().contains("docs") && !reached.contains(
				document)).toList();
		assertEquals(List.of(), lost);
	}

	private static void follow(final Path document, final Set<Path> reached)
		throws IOException
	{
		if (!reached.add(document)) return;
		for (final var link : LINK.matcher(Files.readString(document)).results()
			.toList()) {
			final Path target = document.resolveSibling(link.group(1)).normalize();
			if (target.toString().endsWith(".md") && Files.exists(target)) follow(
				target, reached);
		}
	}

	@Test
	void commandPagesNameEveryParameterWithItsDefault() throws IOException {
		final List<String> wrong = new ArrayList<>();
		try (var context = new Context()) {
			final var modules = context.service(ModuleService.class);
			for (final CommandInfo info : context.service(CommandService.class)
				.getCommands()) {
				if (!info.getDelegateClassName().startsWith(
					"io.github.janusfiji.command.") || !info.getMenuPath()
						.getMenuString().startsWith("Plugins")) continue;
				final Path page = page(info);
				if (Files.exists(page)) check(info, modules, page, wrong);
				else wrong.add(page + " is missing");
			}
		}
		assertEquals(List.of(), wrong);
	}

	private static Path page(final CommandInfo info) {
		return PAGES.resolve(info.getTitle().replace("...", "").toLowerCase(
			Locale.ROOT).replace(' ', '-') + ".md");
	}

	private static void check(final CommandInfo info,
		final ModuleService modules, final Path page, final List<String> wrong)
		throws IOException
	{
		final String text = Files.readString(page);
		assertTrue(text.startsWith("# " + info.getTitle()), page.toString());
		for (final ModuleItem<?> item : info.inputs()) {
			if (Service.class.isAssignableFrom(item.getType()) || Context.class
				.isAssignableFrom(item.getType()) || item
					.getVisibility() == ItemVisibility.MESSAGE) continue;
			final var row = ROW.matcher(text).results().filter(found -> found.group(1)
				.contains("`" + item.getName() + "`")).findFirst();
			if (row.isEmpty()) wrong.add(page + ": no row for " + item.getName());
			else if (item.getChoices() != null && !item.getChoices().isEmpty() &&
				!row.get().group().contains(String.valueOf(modules.getDefaultValue(
					item)))) wrong.add(page + ": " + item.getName() +
						" has another default");
		}
	}
}
