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
package io.github.janusfiji.assess;

/** Parts of a page that needs nothing beside itself. */
final class Html {

	private static final String STYLE =
		"body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}" +
			"table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #ccc;padding:.2em .6em;text-align:right}" +
			"td:first-child,th:first-child{text-align:left}img{max-width:100%}.note{background:#fff6dd;padding:.6em 1em}";

	private Html() {}

	static String page(final String title, final String body) {
		return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" +
			text(title) + "</title><style>" + STYLE + "</style></head><body>\n<h1>" +
			text(title) + "</h1>\n" + body + "</body></html>\n";
	}

	static String text(final String plain) {
		return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">",
			"&gt;").replace("\"", "&quot;");
	}

	static String heading(final String text) {
		return "<h2>" + text(text) + "</h2>\n";
	}

	static String paragraph(final String text) {
		return "<p>" + text(text) + "</p>\n";
	}

	static String note(final String text) {
		return "<p class=\"note\">" + text(text) + "</p>\n";
	}

	/** @param csv whose first line names the columns */
	static String table(final String csv) {
		final var html = new StringBuilder("<table>\n");
		String cell = "th";
		for (final String line : csv.split("\n")) {
			html.append("<tr>");
			for (final String value : line.split(",", -1))
				html.append('<').append(cell).append('>').append(text(value)).append(
					"</").append(cell).append('>');
			html.append("</tr>\n");
			cell = "td";
		}
		return html.append("</table>\n").toString();
	}
}
