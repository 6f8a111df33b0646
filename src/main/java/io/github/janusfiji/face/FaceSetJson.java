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
package io.github.janusfiji.face;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
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

	/** Version of the format that is written, and the newest that is read. */
	static final int VERSION = 1;

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
		try {
			return document(new JsonReader(in), name);
		}
		catch (final JsonParseException | IllegalStateException
				| IllegalArgumentException | IndexOutOfBoundsException
				| UnsupportedOperationException | NullPointerException
				| MalformedJsonException
				| EOFException exc)
		{
			throw new InputException(name +
				" is damaged or no face set; extract the faces again.", exc);
		}
	}

	private static FaceSetDocument document(final JsonReader in,
		final String name) throws IOException
	{
		FaceSet.Source source = null;
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
					if (version > VERSION) throw new InputException(name +
						" was written by a newer Janus (format " + version +
						"); update Janus to read it.");
				}
				case "size" -> size = in.nextInt();
				case "coverage" -> coverage = in.nextDouble();
				case "padding" -> padding = in.nextDouble();
				case "source" -> {
					final var tree = JsonParser.parseReader(in).getAsJsonObject();
					source = source(tree);
					keep(key, tree, others);
				}
				case "selection" -> {
					final var tree = JsonParser.parseReader(in).getAsJsonObject();
					selection = selection(tree);
					keep(key, tree, others);
				}
				case "faces" -> readFaces(in, faces, faceOthers);
				default -> others.add(key, JsonParser.parseReader(in));
			}
		}
		in.endObject();
		final var framing = new Framing(size, coverage, padding);
		if (in.peek() != JsonToken.END_DOCUMENT || source == null || version < 1 ||
			size < 1 || size > MOST_SIZE || !(framing.faceShare() > LEAST_SHARE) ||
			!Double.isFinite(framing.faceShare())) throw new IllegalStateException(
				"incomplete");
		return new FaceSetDocument(source, framing, Optional.ofNullable(selection),
			faces, others, faceOthers);
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
			final var tree = JsonParser.parseReader(in).getAsJsonObject();
			faces.add(face(tree));
			others.add(tree.keySet().isEmpty() ? null : tree);
		}
		in.endArray();
	}

	/** Takes the known fields out of the tree. */
	private static FaceSet.Source source(final JsonObject tree) {
		return new FaceSet.Source(tree.remove("name").getAsString(), natural(tree
			.remove("width")), natural(tree.remove("height")), natural(tree.remove(
				"frames")), number(tree.remove("fps")), tree.remove("sha256")
					.getAsString());
	}

	/** Takes the known fields out of the tree. */
	private static FaceSelection selection(final JsonObject tree) {
		return new FaceSelection(tree.remove("person").getAsInt(), tree.remove(
			"every").getAsInt(), number(tree.remove("facewidth")), number(tree.remove(
				"sharpness")), number(tree.remove("yawlimit")));
	}

	/** Takes the known fields out of the tree. */
	private static Face face(final JsonObject tree) {
		final double[] b = numbers(tree.remove("box"), 4);
		final var landmarks = new Landmarks(points(tree.remove("landmarks")));
		final var pose = tree.has("pose") ? pose(tree.remove("pose")
			.getAsJsonObject()) : HeadPose.of(landmarks);
		final var outline = tree.has("outline") ? new FaceOutline(points(tree
			.remove("outline"))) : FaceOutline.of(landmarks);
		final Optional<String> file = tree.has("file") ? Optional.of(tree.remove(
			"file").getAsString()) : Optional.empty();
		final double sharpness = tree.has("sharpness") ? number(tree.remove(
			"sharpness")) : 0;
		return new Face(natural(tree.remove("frame")), number(tree.remove("time")),
			natural(tree.remove("person")), number(tree.remove("score")), sharpness,
			new Box(b[0], b[1], b[2], b[3]), landmarks,
			transform(numbers(tree.remove("transform"), 6)), pose, file, outline);
	}

	private static Pose pose(final JsonObject tree) {
		return new Pose(number(tree.get("yaw")), number(tree.get("pitch")), number(
			tree.get("roll")));
	}

	private static Similarity transform(final double[] m) {
		final var map = new Similarity(m[0], m[3], m[2], m[5]);
		final double error = Math.hypot(m[0] - m[4], m[1] + m[3]);
		if (!(map.scale() > 0 && error <= 1e-3 * map.scale()))
			throw new IllegalStateException("no similarity");
		return map;
	}

	private static List<Point> points(final JsonElement array) {
		final var points = new ArrayList<Point>();
		for (final JsonElement e : array.getAsJsonArray()) {
			final double[] p = numbers(e, 2);
			points.add(new Point(p[0], p[1]));
		}
		return points;
	}

	private static double[] numbers(final JsonElement array, final int count) {
		final var list = array.getAsJsonArray();
		if (list.size() != count) throw new IllegalStateException(
			"wrong number of values");
		final double[] values = new double[count];
		for (int i = 0; i < count; i++) values[i] = number(list.get(i));
		return values;
	}

	/** JSON has neither NaN nor infinity, but a parser makes one of 1e999. */
	private static double number(final JsonElement element) {
		final double value = element.getAsDouble();
		if (!Double.isFinite(value)) throw new IllegalStateException("no number");
		return value;
	}

	private static int natural(final JsonElement element) {
		final int value = element.getAsInt();
		if (value < 0) throw new IllegalStateException("a number below 0");
		return value;
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
