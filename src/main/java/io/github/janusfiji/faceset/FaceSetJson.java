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

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.task.InputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes {@code .faces.json} as {@code faces.schema.json} describes
 * it. Reads face by face, so that a long clip's landmarks are never held as a
 * tree; keeps what it does not know.
 */
final class FaceSetJson {

	/** Sizes beyond this are no crops, px; Janus writes up to 512. */
	private static final int MOST_SIZE = 8192;

	/** A jaw that fills less of a crop's width cannot be meant. */
	private static final double LEAST_SHARE = 0.01;

	private FaceSetJson() {}

	/**
	 * @param in JSON
	 * @param name of the file, for messages
	 * @return the document
	 * @throws IOException if it cannot be read or is not a face set; the message
	 *           is one sentence for the user
	 */
	static FaceSetDocument read(final Reader in, final String name)
		throws IOException
	{
		final var json = new JsonReader(in);
		try {
			return document(json, name);
		}
		catch (final JsonFields.Damage exc) {
			throw damaged(name, exc.getMessage(), exc);
		}
		catch (final JsonParseException | IllegalStateException
				| IllegalArgumentException | MalformedJsonException | EOFException exc)
		{
			throw damaged(name, json.getPath().replaceFirst("^\\$\\.?", ""), exc);
		}
	}

	private static InputException damaged(final String name, final String place,
		final Exception cause)
	{
		return new InputException(name + " is damaged" + (place.isEmpty() ? ""
			: " at " + place) + " or no face set; extract the faces again.", cause);
	}

	private static FaceSetDocument document(final JsonReader in,
		final String name) throws IOException
	{
		SourceClip source = null;
		FaceSelection selection = null;
		int size = 0, version = 0;
		double coverage = Framing.COVERAGE, padding = 0;
		final var faces = new ArrayList<Face>();
		final var faceOthers = new ArrayList<JsonObject>();
		final var others = new JsonObject();
		in.beginObject();
		while (in.hasNext()) {
			final String key = in.nextName();
			switch (key) {
				case "version" -> {
					version = in.nextInt();
					if (version > FaceJsonWriter.VERSION) throw new InputException(name +
						" was written by a newer Janus (format " + version +
						"); update Janus to read it.");
				}
				case "size" -> size = in.nextInt();
				case "coverage" -> coverage = in.nextDouble();
				case "padding" -> padding = in.nextDouble();
				case "source" -> {
					final var fields = new JsonFields(JsonParser.parseReader(in), key);
					source = source(fields);
					keep(key, fields.rest(), others);
				}
				case "selection" -> {
					final var fields = new JsonFields(JsonParser.parseReader(in), key);
					selection = selection(fields);
					keep(key, fields.rest(), others);
				}
				case "faces" -> readFaces(in, faces, faceOthers);
				default -> others.add(key, JsonParser.parseReader(in));
			}
		}
		in.endObject();
		if (in.peek() != JsonToken.END_DOCUMENT) throw new JsonFields.Damage(
			"its end", null);
		require(source != null, "source");
		require(version >= 1, "version");
		require(size >= 1 && size <= MOST_SIZE, "size");
		final Framing framing;
		try {
			framing = new Framing(size, coverage, padding);
		}
		catch (final IllegalArgumentException e) {
			throw new JsonFields.Damage("coverage", e);
		}
		require(framing.faceShare() > LEAST_SHARE && Double.isFinite(framing
			.faceShare()), "coverage");
		return new FaceSetDocument(source, framing, Optional.ofNullable(selection),
			faces, others, faceOthers);
	}

	private static void require(final boolean right, final String field) {
		if (!right) throw new JsonFields.Damage(field, null);
	}

	/** Keeps what is left of an object. */
	private static void keep(final String key, final JsonObject rest,
		final JsonObject others)
	{
		if (!rest.keySet().isEmpty()) others.add(key, rest);
	}

	private static void readFaces(final JsonReader in, final List<Face> faces,
		final List<JsonObject> others) throws IOException
	{
		in.beginArray();
		while (in.hasNext()) {
			final var fields = new JsonFields(JsonParser.parseReader(in), "faces[" +
				faces.size() + "]");
			faces.add(face(fields));
			others.add(fields.rest().keySet().isEmpty() ? null : fields.rest());
		}
		in.endArray();
	}

	private static SourceClip source(final JsonFields f) {
		return new SourceClip(f.take("name", JsonElement::getAsString), f.take(
			"width", JsonFields::natural), f.take("height", JsonFields::natural), f
				.take("frames", JsonFields::natural), f.take("fps", JsonFields::number),
			f.take("sha256", JsonElement::getAsString));
	}

	private static FaceSelection selection(final JsonFields f) {
		return new FaceSelection(f.take("person", JsonElement::getAsInt), f.take(
			"every", JsonElement::getAsInt), f.take("facewidth", JsonFields::number), f
				.take("sharpness", JsonFields::number), f.take("yawlimit",
					JsonFields::number));
	}

	private static Face face(final JsonFields f) {
		final Box box = f.take("box", e -> {
			final double[] b = JsonFields.numbers(e, 4);
			return new Box(b[0], b[1], b[2], b[3]);
		});
		final Landmarks landmarks = f.take("landmarks", e -> new Landmarks(JsonFields
			.points(e)));
		final Pose pose = f.rest().has("pose") ? pose(f.object("pose")) : Pose
			.of(landmarks);
		final FaceOutline outline = f.optional("outline", e -> new FaceOutline(
			JsonFields.points(e))).orElseGet(() -> FaceOutline.of(landmarks));
		final Optional<String> file = f.optional("file", JsonElement::getAsString);
		final double sharpness = f.optional("sharpness", JsonFields::number).orElse(
			0.0);
		return new Face(f.take("frame", JsonFields::natural), f.take("time",
			JsonFields::number), f.take("person", JsonFields::natural), f.take("score",
				JsonFields::number), sharpness, box, landmarks, f.take("transform",
					e -> transform(JsonFields.numbers(e, 6))), pose, file, outline);
	}

	private static Pose pose(final JsonFields f) {
		return new Pose(f.take("yaw", JsonFields::number), f.take("pitch",
			JsonFields::number), f.take("roll", JsonFields::number));
	}

	private static Similarity transform(final double[] m) {
		final var map = new Similarity(m[0], m[3], m[2], m[5]);
		final double error = Math.hypot(m[0] - m[4], m[1] + m[3]);
		if (!(map.scale() > 0 && error <= 1e-3 * map.scale()))
			throw new IllegalArgumentException("no similarity");
		return map;
	}

	/**
	 * @param document what to write
	 * @param out receives JSON, one line for each face
	 * @throws IOException if the writer fails
	 */
	static void write(final FaceSetDocument document, final Writer out)
		throws IOException
	{
		final var json = new FaceJsonWriter(out);
		json.begin(document);
		for (int i = 0; i < document.faces().size(); i++)
			json.face(document.faces().get(i), document.faceOthers().get(i));
		json.end();
	}
}
