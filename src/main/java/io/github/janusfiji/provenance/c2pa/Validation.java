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
package io.github.janusfiji.provenance.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Validation of a manifest store.
 *
 * @param state of all together
 * @param active the file's own manifest, with those of its sources below it
 */
public record Validation(State state, Node active) {

	/** C2PA's states of a manifest (C2PA 2.2, 14.3). */
	public enum State {
			/** Well formed, untouched, and of a signer who is trusted. */
			TRUSTED,
			/** Well formed and untouched, of a signer who is not known. */
			VALID,
			/** Not as it was signed. */
			INVALID
	}

	/**
	 * A manifest, or a source without one, in the chain of ingredients.
	 *
	 * @param title name of the file
	 * @param relationship to what is above: {@code parentOf},
	 *          {@code componentOf}, {@code inputTo}; empty at the top
	 * @param label of its manifest; empty if it has none
	 * @param generator the program that made it
	 * @param signer the name in the signer's certificate
	 * @param statuses what was found
	 * @param sources what it was made from
	 */
	public record Node(String title, String relationship, String label,
		String generator, String signer, List<Status> statuses,
		List<Node> sources)
	{

		/** @return this node and all below, each with its depth in blanks */
		public String tree() {
			final var text = new StringBuilder();
			tree(text, 0);
			return text.toString();
		}

		private void tree(final StringBuilder text, final int depth) {
			text.append("  ".repeat(depth)).append(title.isEmpty() ? "(no title)"
				: title);
			if (!relationship.isEmpty()) text.append(" [").append(relationship).append(
				']');
			if (label.isEmpty()) text.append(" - no manifest");
			else text.append(" - signed by ").append(signer.isEmpty() ? "?" : signer)
				.append(", made by ").append(generator.isEmpty() ? "?" : generator).append(
					", ").append(label);
			text.append('\n');
			for (final Status status : statuses) text.append("  ".repeat(depth + 2))
				.append(switch (status.kind()) {
					case SUCCESS -> "+ ";
					case INFORMATIONAL -> "o ";
					case FAILURE -> "! ";
				}).append(status.code()).append(": ").append(status.explanation()).append(
					'\n');
			sources.forEach(s -> s.tree(text, depth + 1));
		}
	}

	/** @return all findings, those of sources after the file's own */
	public List<Status> statuses() {
		final var all = new ArrayList<Status>();
		collect(active, all);
		return all;
	}

	private static void collect(final Node node, final List<Status> all) {
		all.addAll(node.statuses);
		node.sources.forEach(s -> collect(s, all));
	}

	/** @return the first failure but that the signer is not known, or null */
	public Status fault() {
		final Predicate<Status> counts = s -> s.kind() == Status.Kind.FAILURE && !s
			.code().equals(Codes.UNTRUSTED);
		return statuses().stream().filter(counts).findFirst().orElse(null);
	}
}
