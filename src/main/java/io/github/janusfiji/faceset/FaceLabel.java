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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.task.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The label of a crop's slice, for example {@code #12 frame 40 person 1 score
 * 0.98 sharp 153 yaw -3 pitch 4 roll 0}. The number in front says which face of
 * its set a slice shows, whatever was deleted, sorted or copied since.
 */
final class FaceLabel {

	private static final Pattern LABEL = Pattern.compile(
		"#(\\d{1,9}) frame (\\d{1,9}) person (\\d{1,9})\\b.*", Pattern.DOTALL);

	private FaceLabel() {}

	/**
	 * @param index of the face in its set, from 0
	 * @param face what is known of it
	 * @return its label; ImageJ shows the first 60 characters above the picture
	 */
	static String of(final int index, final Face face) {
		final Pose pose = face.pose();
		return String.format(Locale.ROOT,
			"#%d frame %d person %d score %.2f sharp %d yaw %d pitch %d roll %d",
			index + 1, face.frame(), face.person(), face.score(), Math.round(face
				.sharpness()), Math.round(pose.yaw()), Math.round(pose.pitch()), Math
					.round(pose.roll())) + face.file().map(f -> " " + f)
				.orElse("");
	}

	/**
	 * @param label of a slice; may be null
	 * @return whether it names a face
	 */
	static boolean isLabel(final String label) {
		return label != null && LABEL.matcher(label).matches();
	}

	/**
	 * @param labels of slices, each a label of this kind
	 * @param faces the set they belong to
	 * @return the index in the set of each
	 * @throws InputException if a label names no face of the set, or one twice; in
	 *           one sentence
	 */
	static List<Integer> indices(final List<String> labels,
		final List<Face> faces) throws InputException
	{
		final var seen = new boolean[faces.size()];
		final var indices = new ArrayList<Integer>();
		for (final String label : labels) {
			final int index = index(label, faces);
			if (index < 0) throw new InputException("The slice '" + label +
				"' shows no face of this face set; review the face set that the " +
				"slices were opened from.");
			if (seen[index]) throw new InputException("Two slices show the face '" +
				label + "'; delete one of them.");
			seen[index] = true;
			indices.add(index);
		}
		return indices;
	}

	private static int index(final String label, final List<Face> faces) {
		final var m = LABEL.matcher(label);
		if (!m.matches()) return -1;
		final int index = Integer.parseInt(m.group(1)) - 1;
		if (index < 0 || index >= faces.size()) return -1;
		final Face face = faces.get(index);
		return face.frame() == Integer.parseInt(m.group(2)) && face
			.person() == Integer.parseInt(m.group(3)) ? index : -1;
	}
}
