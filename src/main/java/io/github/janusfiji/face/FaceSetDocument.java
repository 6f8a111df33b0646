package io.github.janusfiji.face;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What a face set says of its crops: the content of {@code .faces.json}.
 *
 * @param source where the faces came from
 * @param size width and height of the crops, px
 * @param faces in the order of the crops
 * @param others fields of the document that this version does not know
 * @param faceOthers for each face the fields that this version does not know;
 *          null where there are none
 */
record FaceSetDocument(FaceSet.Source source, int size, List<Face> faces,
	JsonObject others, List<JsonObject> faceOthers)
{

	/** A document without unknown fields. */
	FaceSetDocument(final FaceSet.Source source, final int size,
		final List<Face> faces)
	{
		this(source, size, faces, new JsonObject(), new ArrayList<>());
		faces.forEach(f -> faceOthers.add(null));
	}

	/** @return the document of some of the crops */
	FaceSetDocument select(final List<Integer> indices) {
		final var others2 = new ArrayList<JsonObject>();
		indices.forEach(i -> others2.add(faceOthers.get(i)));
		return new FaceSetDocument(source, size, indices.stream().map(faces::get)
			.toList(), others, others2);
	}

	/** @return the same with other faces, as many */
	FaceSetDocument with(final List<Face> newFaces) {
		return new FaceSetDocument(source, size, newFaces, others, faceOthers);
	}
}
