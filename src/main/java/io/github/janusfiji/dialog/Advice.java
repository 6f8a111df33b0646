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

import java.util.Map;

/**
 * Advice that a dialog shows because of what was entered into it.
 *
 * @param choices by parameter: the words that can be taken now, each with what it
 *          does; a word without a text keeps its usual one. Parameters that are
 *          not named keep all their choices
 * @param proposals by parameter: a value that suits what was entered; taken unless
 *          the user has chosen one
 */
public record Advice(Map<String, Map<String, String>> choices,
	Map<String, String> proposals)
{

	/** Nothing to say. */
	public static final Advice NONE = new Advice(Map.of(), Map.of());

	/** Source of advice: a command that knows more of its parameters than their types. */
	@FunctionalInterface
	public interface Giver {

		/**
		 * Looks at what was entered. Called on a thread of its own, so that it may
		 * read files; what cannot be read is no subject of advice.
		 *
		 * @param entered texts by parameter, whether valid or not
		 * @return the advice
		 */
		Advice advise(Map<String, String> entered);
	}
}
