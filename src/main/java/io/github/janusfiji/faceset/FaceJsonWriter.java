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
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Point;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Writes the parts of {@code .faces.json} one after another. */
final class FaceJsonWriter {

	/** Version of the format that is written, and the newest that is read. */
	static final int VERSION = 1;

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping()
		.create();

	private final Writer out;
	private boolean first = true;

	FaceJsonWriter(final Writer out) {
		this.out = out;
	}

	void begin(final FaceSetDocument document) throws IOException {
		final var head = new JsonObject();
		head.addProperty("version", VERSION);
		head.addProperty("size", document.framing().size());
		head.add("coverage", number(document.framing().coverage(), 6));
		head.add("padding", number(document.framing().padding(), 6));
		final var source = new JsonObject();
		final var s = document.source();
		source.addProperty("name", s.name());
		source.addProperty("width", s.width());
		source.addProperty("height", s.height());
		source.addProperty("frames", s.frames());
		source.add("fps", number(s.fps(), 6));
		source.addProperty("sha256", s.sha256());
		head.add("source", source);
		document.selection().ifPresent(p -> head.add("selection", selection(p)));
		document.others().entrySet().forEach(e -> {
			// Unknown fields inside known objects go back into these.
			if (head.get(e.getKey()) instanceof JsonObject known) e.getValue()
				.getAsJsonObject().entrySet().forEach(f -> known.add(f.getKey(), f
					.getValue()));
			else head.add(e.getKey(), e.getValue());
		});
		final String text = GSON.toJson(head);
		out.write(text.substring(0, text.length() - 1));
		out.write(",\n\"faces\":[");
	}

	private static JsonObject selection(final FaceSelection selection) {
		final var tree = new JsonObject();
		tree.addProperty("person", selection.person());
		tree.addProperty("every", selection.every());
		tree.add("facewidth", number(selection.faceWidth(), 3));
		tree.add("sharpness", number(selection.sharpness(), 3));
		tree.add("yawlimit", number(selection.yawLimit(), 3));
		return tree;
	}

	void face(final Face face, final JsonObject others) throws IOException {
		final var tree = new JsonObject();
		tree.addProperty("frame", face.frame());
		tree.add("time", number(face.time(), 6));
		tree.addProperty("person", face.person());
		tree.add("score", number(face.score(), 4));
		tree.add("sharpness", number(face.sharpness(), 2));
		final Box b = face.box();
		tree.add("box", array(3, b.x(), b.y(), b.width(), b.height()));
		tree.add("landmarks", points(face.landmarks().points()));
		tree.add("outline", points(face.outline().corners()));
		tree.add("transform", array(9, face.transform().toMatrix()));
		final var pose = new JsonObject();
		pose.add("yaw", number(face.pose().yaw(), 2));
		pose.add("pitch", number(face.pose().pitch(), 2));
		pose.add("roll", number(face.pose().roll(), 2));
		tree.add("pose", pose);
		face.file().ifPresent(f -> tree.addProperty("file", f));
		if (others != null) others.entrySet().forEach(e -> tree.add(e.getKey(), e
			.getValue()));
		out.write(first ? "\n" : ",\n");
		out.write(GSON.toJson(tree));
		first = false;
	}

	void end() throws IOException {
		out.write("\n]}\n");
	}

	private static JsonArray points(final List<Point> points) {
		final var array = new JsonArray();
		points.forEach(p -> array.add(array(3, p.x(), p.y())));
		return array;
	}

	private static JsonArray array(final int digits, final double... values) {
		final var array = new JsonArray();
		for (final double v : values)
			array.add(number(v, digits));
		return array;
	}

	/** A number without needless digits. */
	private static JsonPrimitive number(final double value,
		final int digits)
	{
		final var decimal = BigDecimal.valueOf(value).setScale(digits,
			RoundingMode.HALF_EVEN).stripTrailingZeros();
		return new JsonPrimitive(decimal.scale() < 0 ? decimal
			.setScale(0) : decimal);
	}
}
