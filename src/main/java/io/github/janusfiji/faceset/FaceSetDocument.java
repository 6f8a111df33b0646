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

import com.google.gson.JsonObject;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Framing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a face set says of its crops: the content of {@code .faces.json}.
 *
 * @param source where the faces came from
 * @param framing how they lie in their crops
 * @param selection which faces of the source were taken, if it is known
 * @param faces in the order of the crops
 * @param others fields of the document that this version does not know
 * @param faceOthers for each face the fields that this version does not know;
 *          null where there are none
 */
record FaceSetDocument(SourceClip source, Framing framing,
	Optional<FaceSelection> selection, List<Face> faces, JsonObject others,
	List<JsonObject> faceOthers)
{

	/** A document without unknown fields. */
	FaceSetDocument(final SourceClip source, final Framing framing,
		final Optional<FaceSelection> selection, final List<Face> faces)
	{
		this(source, framing, selection, faces, new JsonObject(),
			new ArrayList<>());
		faces.forEach(f -> faceOthers.add(null));
	}

	/** @return the document of some of the crops */
	FaceSetDocument select(final List<Integer> indices) {
		final var others2 = new ArrayList<JsonObject>();
		indices.forEach(i -> others2.add(faceOthers.get(i)));
		return new FaceSetDocument(source, framing, selection, indices.stream()
			.map(faces::get).toList(), others, others2);
	}
}
