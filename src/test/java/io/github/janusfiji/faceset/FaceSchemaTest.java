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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.face.Scenario;
import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written keeps {@code faces.schema.json}, and the schema is strict. */
class FaceSchemaTest {

	@TempDir
	Path folder;

	private static String schema() throws IOException {
		try (var in = FaceSet.class.getResourceAsStream("faces.schema.json")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private Path written(final boolean pictures) throws IOException {
		final var clip = new Scenario(20, Scenario.actor(1, 0, 20, 20, 100), Scenario
			.actor(2, 0, 20, 200, 80));
		clip.folder = pictures;
		final Path out = folder.resolve("a.tif");
		final var options = new FaceExtractor.Options(new Framing(96, 0.5, 0.1),
			new FaceSelection(0, 2, 1, 0, 89));
		new FaceExtractor(clip.tracker()).extract(clip, out, options, Progress.NONE)
			.close();
		return FaceSetFiles.sidecar(out);
	}

	@Test
	void clipsAndFoldersKeepTheSchema() throws IOException {
		for (final boolean pictures : new boolean[] { false, true })
			assertEquals(List.of(), JsonSchema.errors(schema(), Files.readString(
				written(pictures))));
	}

	@Test
	void theSchemaNamesEveryFieldThatIsWritten() throws IOException {
		final var tree = JsonParser.parseString(Files.readString(written(true)))
			.getAsJsonObject();
		final var properties = JsonParser.parseString(schema()).getAsJsonObject()
			.getAsJsonObject("properties");
		assertEquals(properties.keySet(), tree.keySet());
		for (final String part : List.of("source", "selection"))
			assertEquals(properties.getAsJsonObject(part).getAsJsonObject(
				"properties").keySet(), tree.getAsJsonObject(part).keySet());
		assertEquals(properties.getAsJsonObject("faces").getAsJsonObject("items")
			.getAsJsonObject("properties").keySet(), tree.getAsJsonArray("faces").get(
				0).getAsJsonObject().keySet());
	}

	@Test
	void theSchemaRefusesWhatIsWrong() throws IOException {
		final String good = Files.readString(written(false));
		for (final Consumer<JsonObject> harm : List.<Consumer<JsonObject>> of( //
			t -> t.remove("source"), t -> t.addProperty("version", 2), //
			t -> t.addProperty("size", "96"), t -> t.addProperty("padding", -0.1), //
			t -> t.getAsJsonObject("source").addProperty("sha256", "xyz"), //
			t -> t.getAsJsonObject("selection").remove("every"), //
			t -> face(t).addProperty("person", 0), //
			t -> face(t).addProperty("frame", 1.5), //
			t -> face(t).addProperty("score", 1.1), //
			t -> face(t).getAsJsonArray("landmarks").remove(0), //
			t -> face(t).getAsJsonArray("transform").add(1), //
			t -> face(t).getAsJsonArray("outline").get(0).getAsJsonArray().set(0,
				new JsonPrimitive("left")), //
			t -> face(t).add("outline", new JsonArray())))
		{
			final var tree = JsonParser.parseString(good).getAsJsonObject();
			harm.accept(tree);
			assertFalse(JsonSchema.errors(schema(), tree.toString()).isEmpty());
		}
		final var more = JsonParser.parseString(good).getAsJsonObject();
		more.addProperty("laboratory", "north");
		face(more).addProperty("mood", "calm");
		assertTrue(JsonSchema.errors(schema(), more.toString()).isEmpty());
	}

	@Test
	void filesOfTheFirstVersionAreStillRead() throws IOException {
		final Path json = written(false);
		final var tree = JsonParser.parseString(Files.readString(json))
			.getAsJsonObject();
		tree.remove("coverage");
		tree.remove("padding");
		tree.remove("selection");
		tree.getAsJsonArray("faces").forEach(f -> f.getAsJsonObject().remove(
			"outline"));
		assertEquals(List.of(), JsonSchema.errors(schema(), tree.toString()));
		Files.writeString(json, tree.toString());
		try (var set = FaceSet.open(folder.resolve("a.tif"))) {
			assertEquals(Framing.of(96), set.framing());
			assertTrue(set.selection().isEmpty());
			final Face f = set.faces().get(3);
			assertEquals(FaceOutline.of(f.landmarks()), f.outline());
		}
	}

	private static JsonObject face(final JsonObject tree) {
		return tree.getAsJsonArray("faces").get(0).getAsJsonObject();
	}
}
