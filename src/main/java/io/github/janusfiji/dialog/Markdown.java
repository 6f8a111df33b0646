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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML of the Markdown that the manual's pages are written in: headings,
 * paragraphs, lists, tables, indented and fenced code, emphasis, links.
 */
final class Markdown {

	private static final Pattern LINK = Pattern.compile(
		"!?\\[([^\\]]*)\\]\\(([^)\\s]+)\\)");
	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private final StringBuilder html = new StringBuilder();
	private final List<String> paragraph = new ArrayList<>();
	private final String base;

	/** Element that is open: {@code ul}, {@code table}, {@code pre}, or none. */
	private String open = "";

	private Markdown(final String base) {
		this.base = base;
	}

	/**
	 * @param text Markdown
	 * @param base URL of the folder it lies in, which relative links begin at
	 * @return what stands between {@code <body>} and its end
	 */
	static String html(final String text, final String base) {
		final var page = new Markdown(base);
		boolean fenced = false;
		for (final String line : text.split("\\R")) {
			if (line.startsWith("```")) {
				fenced = !fenced;
				if (fenced) page.begin("pre");
				else page.begin("");
			}
			else if (fenced) page.html.append(escape(line)).append('\n');
			else page.line(line);
		}
		page.begin("");
		return page.html.toString();
	}

	private void line(final String line) {
		if (line.isBlank()) begin("");
		else if (line.startsWith("    ") && paragraph.isEmpty() && !open.equals(
			"ul"))
		{
			begin("pre");
			html.append(escape(line.substring(4))).append('\n');
		}
		else if (line.startsWith("#")) {
			begin("");
			final int level = line.indexOf(' ');
			html.append("<h").append(level).append('>').append(inline(line.substring(
				level + 1))).append("</h").append(level).append(">\n");
		}
		else if (line.startsWith("|")) row(line);
		else if (line.matches("([-*]|\\d+\\.) .*")) {
			begin("ul");
			html.append("<li>").append(inline(line.replaceFirst("^\\S+ ", "")))
				.append("\n");
		}
		else if (open.equals("ul")) html.append(inline(line.strip())).append('\n');
		else {
			if (paragraph.isEmpty()) begin("");
			paragraph.add(line.strip());
		}
	}

	private void row(final String line) {
		if (line.matches("[|:\\s-]+")) return;
		final String cell = open.equals("table") ? "td" : "th";
		begin("table");
		html.append("<tr>");
		final String inner = line.strip().replaceAll("^\\||\\|$", "");
		for (final String text : inner.split("(?<!\\\\)\\|", -1))
			html.append('<').append(cell).append('>').append(inline(text.strip()
				.replace("\\|", "|"))).append("</").append(cell).append('>');
		html.append("</tr>\n");
	}

	/** Ends the paragraph and the element that is open, unless it goes on. */
	private void begin(final String element) {
		if (!paragraph.isEmpty()) html.append("<p>").append(inline(String.join(" ",
			paragraph))).append("</p>\n");
		paragraph.clear();
		if (element.equals(open)) return;
		if (!open.isEmpty()) html.append("</").append(open).append(">\n");
		if (!element.isEmpty()) html.append('<').append(element).append('>');
		open = element;
	}

	/** Code is set aside meanwhile, since links may hold it, and it no links. */
	private String inline(final String text) {
		final var codes = new ArrayList<String>();
		final String rest = CODE.matcher(text).replaceAll(code -> {
			codes.add("<code>" + escape(code.group(1)) + "</code>");
			return "\u0001" + (codes.size() - 1) + "\u0002";
		});
		String html = prose(rest);
		for (int i = 0; i < codes.size(); i++)
			html = html.replace("\u0001" + i + "\u0002", codes.get(i));
		return html;
	}

	private String prose(final String text) {
		final Matcher link = LINK.matcher(text);
		final var out = new StringBuilder();
		int at = 0;
		while (link.find()) {
			out.append(emphasised(text.substring(at, link.start()))).append(
				"<a href=\"").append(escape(target(link.group(2)))).append("\">")
				.append(emphasised(link.group(1))).append("</a>");
			at = link.end();
		}
		return out.append(emphasised(text.substring(at))).toString();
	}

	private String target(final String link) {
		return link.matches("[a-z]+:.*|#.*") ? link : base + link;
	}

	private static String emphasised(final String text) {
		return escape(text).replaceAll("\\*\\*(.+?)\\*\\*", "<b>$1</b>").replaceAll(
			"(?<!\\*)\\*([^*]+)\\*", "<i>$1</i>");
	}

	/**
	 * @param text any
	 * @return the same as HTML
	 */
	static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
			.replace("\"", "&quot;");
	}
}
