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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signer's declaration on a file.
 *
 * @param title the file's name
 * @param actions what was done, in order; the first begins it
 * @param ingredients what it was made from
 * @param assertions further statements: label and value in {@link Cbor}'s types
 */
public record Declaration(String title, List<Action> actions,
	List<Ingredient> ingredients, Map<String, Object> assertions)
{

	/**
	 * Action that was done to the file.
	 *
	 * @param name C2PA's, such as {@code c2pa.opened}
	 * @param sourceType IPTC's digital source type; empty if it is not to be said
	 * @param description in words; may be empty
	 * @param of index of the ingredient it was done with, or −1
	 */
	public record Action(String name, String sourceType, String description,
		int of)
	{}

	/**
	 * Ingredient that the file was made from.
	 *
	 * @param title its name
	 * @param format its media type; empty if unknown
	 * @param relationship {@code parentOf} or {@code componentOf}
	 * @param description in words; may be empty
	 * @param instance what tells it from others, such as its SHA-256
	 * @param store its own manifests
	 * @param validation what they were worth when it was taken in
	 */
	public record Ingredient(String title, String format, String relationship,
		String description, String instance, Optional<ManifestStore> store,
		Optional<Validation> validation)
	{}

	/** Takes copies. */
	public Declaration {
		actions = List.copyOf(actions);
		ingredients = List.copyOf(ingredients);
		assertions = new LinkedHashMap<>(assertions);
	}

	/**
	 * @param label of one more statement
	 * @param value in {@link Cbor}'s types
	 * @return the same with it
	 */
	public Declaration with(final String label, final Object value) {
		final var more = new LinkedHashMap<>(assertions);
		more.put(label, value);
		return new Declaration(title, actions, ingredients, more);
	}
}
