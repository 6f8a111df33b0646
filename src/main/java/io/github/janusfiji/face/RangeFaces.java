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

import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Faces of a range of a clip, with all that is needed to join them with those of
 * the other ranges: their tracks, and the faces of the frames that were read
 * before the range and behind it. Persons are numbered within the range.
 */
public final class RangeFaces {

	private final int first, end, frames;
	private final List<TrackedFace> seen;
	private final List<FaceTemplate> templates;

	/**
	 * @param first index of the range's first frame
	 * @param end index of the frame behind its last one
	 * @param frames index of the frame behind the last one read
	 * @param seen faces in order of frames, then of persons
	 * @param templates mean template of each track
	 */
	RangeFaces(final int first, final int end, final int frames,
		final List<TrackedFace> seen, final List<FaceTemplate> templates)
	{
		this.first = first;
		this.end = end;
		this.frames = frames;
		this.seen = List.copyOf(seen);
		this.templates = List.copyOf(templates);
	}

	/**
	 * @return every face in order of frames, then of persons, also of frames that
	 *         are not in the range itself
	 */
	public List<Face> faces() {
		return seen.stream().map(TrackedFace::face).toList();
	}

	/**
	 * @param face one of these
	 * @return whether it is in the range itself
	 */
	public boolean holds(final Face face) {
		return face.frame() >= first && face.frame() < end;
	}

	/** @return index of the range's first frame */
	int first() {
		return first;
	}

	/** @return index of the frame behind the last one read */
	int frames() {
		return frames;
	}

	List<TrackedFace> seen() {
		return seen;
	}

	List<FaceTemplate> templates() {
		return templates;
	}

	/**
	 * @param out takes all of it, without any rounding
	 * @throws IOException if it cannot be written
	 */
	public void write(final DataOutput out) throws IOException {
		out.writeInt(first);
		out.writeInt(end);
		out.writeInt(frames);
		out.writeInt(templates.size());
		for (final FaceTemplate template : templates)
			for (final float pixel : template.pixels()) out.writeFloat(pixel);
		out.writeInt(seen.size());
		for (final TrackedFace s : seen) write(s, out);
	}

	private static void write(final TrackedFace s, final DataOutput out)
		throws IOException
	{
		final Face f = s.face();
		out.writeInt(s.track());
		out.writeInt(f.frame());
		out.writeInt(f.person());
		for (final double d : new double[] { f.time(), f.score(), f.sharpness(), f
			.transform().a(), f.transform().b(), f.transform().tx(), f.transform().ty(),
			s.raw().x(), s.raw().y(), s.raw().width(), s.raw().height() })
			out.writeDouble(d);
		for (final Point p : f.landmarks().points()) {
			out.writeDouble(p.x());
			out.writeDouble(p.y());
		}
	}

	/**
	 * @param in what {@link #write} wrote
	 * @return the same
	 * @throws IOException if it cannot be read
	 */
	public static RangeFaces read(final DataInput in) throws IOException {
		final int first = in.readInt(), end = in.readInt(), frames = in.readInt();
		final var templates = new ArrayList<FaceTemplate>();
		for (int n = in.readInt(); n > 0; n--) {
			final float[] pixels = new float[FaceTemplate.SIZE * FaceTemplate.SIZE];
			for (int i = 0; i < pixels.length; i++) pixels[i] = in.readFloat();
			templates.add(new FaceTemplate(pixels));
		}
		final var seen = new ArrayList<TrackedFace>();
		for (int n = in.readInt(); n > 0; n--) seen.add(face(in));
		return new RangeFaces(first, end, frames, seen, templates);
	}

	private static TrackedFace face(final DataInput in) throws IOException {
		final int track = in.readInt(), frame = in.readInt(), person = in.readInt();
		final double[] d = new double[11 + 2 * Landmarks.COUNT];
		for (int i = 0; i < d.length; i++) d[i] = in.readDouble();
		final var points = new ArrayList<Point>();
		for (int i = 11; i < d.length; i += 2) points.add(new Point(d[i], d[i + 1]));
		final var l = new Landmarks(points);
		return new TrackedFace(new Face(frame, d[0], person, d[1], d[2], MeanFace
			.box(l), l, new Similarity(d[3], d[4], d[5], d[6]), Pose.of(l), Optional
				.empty()), new Box(d[7], d[8], d[9], d[10]), track);
	}
}
