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

import ij.IJ;
import ij.plugin.BrowserLauncher;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

/** The commands' pages of the manual, which lie in the jar, for the browser. */
public final class HelpPages {

	/** Where pages are that the jar does not hold. */
	private static final String ONLINE =
		"https://github.com/janusfiji/janus/blob/main/docs/";

	private static Path folder;

	private HelpPages() {}

	/**
	 * Shows a command's page in the browser; what prevents it goes to the log.
	 *
	 * @param info the command
	 * @param words a language; what the page itself says is English
	 */
	static void open(final ModuleInfo info, final Words words) {
		try {
			final String url = write(info, words).toUri().toString();
			Threads.start("Janus help", () -> browse(url));
		}
		catch (final IOException e) {
			IJ.log("The help page could not be written to a temporary file: " + e
				.getMessage());
		}
	}

	private static void browse(final String url) {
		try {
			BrowserLauncher.openURL(url);
		}
		catch (final IOException e) {
			IJ.log("No browser could be opened; the help page is " + url);
		}
	}

	/**
	 * @param info a command
	 * @param words a language
	 * @return a temporary file with the command's page
	 * @throws IOException if it cannot be written
	 */
	static synchronized Path write(final ModuleInfo info, final Words words)
		throws IOException
	{
		if (folder == null || !Files.isDirectory(folder)) {
			folder = Files.createTempDirectory("janus-help");
			folder.toFile().deleteOnExit();
		}
		final Path page = folder.resolve(file(info) + ".html");
		Files.write(page, html(info, words).getBytes(StandardCharsets.UTF_8));
		page.toFile().deleteOnExit();
		return page;
	}

	/**
	 * @param info a command
	 * @return name of its page, without ending: {@code swap-faces}
	 */
	public static String file(final ModuleInfo info) {
		final var name = new StringBuilder();
		for (final char c : String.valueOf(info.getTitle()).toCharArray()) {
			if (Character.isLetter(c)) name.append(Character.toLowerCase(c));
			else if (c == ' ') name.append('-');
		}
		return name.toString();
	}

	/**
	 * @param info a command
	 * @param words a language
	 * @return its page; where the manual has none, what the dialog knows
	 */
	static String html(final ModuleInfo info, final Words words) {
		final String manual = Resource.text("help/" + file(info) + ".md").map(
			text -> Markdown.html(text, ONLINE + "commands/")).orElse("");
		final boolean own = !"en".equals(words.language()) || manual.isEmpty();
		return "<!DOCTYPE html><html lang='" + words.language() +
			"'><head><meta charset='utf-8'><title>" + Markdown.escape(words.title(
				info)) + "</title><style>body{font-family:sans-serif;max-width:60em;" +
			"margin:2em auto;padding:0 1em;line-height:1.5}table{border-collapse:" +
			"collapse}td,th{border:1px solid #ccc;padding:.3em .6em;vertical-align:" +
			"top;text-align:left}pre,code{background:#f4f4f4}pre{padding:.6em;" +
			"white-space:pre-wrap}</style></head><body>" + (own ? overview(info,
				words) : "") + manual + "</body></html>";
	}

	private static String overview(final ModuleInfo info, final Words words) {
		final var html = new StringBuilder("<h1>").append(Markdown.escape(words
			.title(info))).append("</h1><p>").append(Markdown.escape(words.about(
				info))).append("</p><table>");
		for (final ModuleItem<?> item : info.inputs()) {
			if (item.getLabel() == null || item.getLabel().isEmpty()) continue;
			html.append("<tr><td>").append(Markdown.escape(words.label(info, item)))
				.append("</td><td><code>").append(item.getName()).append(
					"</code></td><td>").append(Markdown.escape(words.help(info, item)))
				.append("</td></tr>");
		}
		return html.append("</table>").toString();
	}
}
