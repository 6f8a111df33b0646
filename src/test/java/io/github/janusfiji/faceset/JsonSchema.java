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
package io.github.janusfiji.faceset;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks JSON against the part of JSON Schema (draft 2020-12) that
 * {@code faces.schema.json} uses. A keyword it does not know is an error, so that
 * nothing in a schema goes unchecked.
 */
final class JsonSchema {

	private static final Set<String> NOTES = Set.of("$schema", "$id", "$defs",
		"title", "description", "default");

	private final JsonObject root;
	private final List<String> errors = new ArrayList<>();

	private JsonSchema(final JsonObject root) {
		this.root = root;
	}

	/** @return where and why the document breaks the schema; empty if it does not */
	static List<String> errors(final String schema, final String document)
		throws IOException
	{
		final var check = new JsonSchema(strict(schema).getAsJsonObject());
		check.check(check.root, strict(document), "$");
		return check.errors;
	}

	/** Allows no comments and nothing else that JSON does not have. */
	private static JsonElement strict(final String json) throws IOException {
		return new Gson().getAdapter(JsonElement.class).fromJson(json);
	}

	private void check(final JsonObject schema, final JsonElement value,
		final String at)
	{
		for (final Map.Entry<String, JsonElement> rule : schema.entrySet()) {
			final JsonElement wanted = rule.getValue();
			final boolean good = NOTES.contains(rule.getKey()) || switch (rule
				.getKey()) {
				case "$ref" -> {
					check(referred(wanted.getAsString()), value, at);
					yield true;
				}
				case "type" -> isA(value, wanted.getAsString());
				case "const" -> wanted.equals(value);
				case "required" -> !value.isJsonObject() || has(value
					.getAsJsonObject(), wanted.getAsJsonArray());
				case "properties" -> {
					if (value.isJsonObject()) properties(wanted.getAsJsonObject(), value
						.getAsJsonObject(), at);
					yield true;
				}
				case "items" -> {
					if (value.isJsonArray()) for (int i = 0; i < value.getAsJsonArray()
						.size(); i++)
						check(wanted.getAsJsonObject(), value.getAsJsonArray().get(i), at +
							"[" + i + "]");
					yield true;
				}
				case "minItems" -> !value.isJsonArray() || value.getAsJsonArray()
					.size() >= wanted.getAsInt();
				case "maxItems" -> !value.isJsonArray() || value.getAsJsonArray()
					.size() <= wanted.getAsInt();
				case "minimum" -> !isA(value, "number") || value.getAsDouble() >= wanted
					.getAsDouble();
				case "maximum" -> !isA(value, "number") || value.getAsDouble() <= wanted
					.getAsDouble();
				case "exclusiveMinimum" -> !isA(value, "number") || value
					.getAsDouble() > wanted.getAsDouble();
				case "pattern" -> !isA(value, "string") || Pattern.compile(wanted
					.getAsString()).matcher(value.getAsString()).find();
				default -> throw new IllegalArgumentException("unknown keyword " + rule
					.getKey());
			};
			if (!good) errors.add(at + " breaks " + rule.getKey() + " " + wanted);
		}
	}

	private void properties(final JsonObject schemas, final JsonObject value,
		final String at)
	{
		for (final String name : schemas.keySet())
			if (value.has(name)) check(schemas.getAsJsonObject(name), value.get(name),
				at + "." + name);
	}

	private JsonObject referred(final String ref) {
		JsonObject there = root;
		for (final String step : ref.substring(2).split("/"))
			there = there.getAsJsonObject(step);
		return there;
	}

	private static boolean has(final JsonObject value, final JsonArray names) {
		for (final JsonElement name : names)
			if (!value.has(name.getAsString())) return false;
		return true;
	}

	private static boolean isA(final JsonElement value, final String type) {
		final var p = value instanceof JsonPrimitive primitive ? primitive : null;
		return switch (type) {
			case "object" -> value.isJsonObject();
			case "array" -> value.isJsonArray();
			case "string" -> p != null && p.isString();
			case "number" -> p != null && p.isNumber();
			case "integer" -> p != null && p.isNumber() && p.getAsDouble() == Math
				.rint(p.getAsDouble());
			default -> throw new IllegalArgumentException("unknown type " + type);
		};
	}
}
