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
import java.util.ArrayList;
import java.util.List;

/** A track under construction from those of several ranges. */
final class JoinedTrack implements Traced {

	private final List<TrackedFace> faces = new ArrayList<>();
	private final List<FaceOrigin> origins = new ArrayList<>();
	private FaceTemplate template;

	/**
	 * @param face the next one
	 * @param mean template of the track that it is of in its range
	 * @param origin where it is from
	 */
	void add(final TrackedFace face, final FaceTemplate mean,
		final FaceOrigin origin)
	{
		faces.add(face);
		origins.add(origin);
		template = mean;
	}

	boolean isEmpty() {
		return faces.isEmpty();
	}

	List<TrackedFace> faces() {
		return faces;
	}

	List<FaceOrigin> origins() {
		return origins;
	}

	@Override
	public int first() {
		return faces.get(0).frame();
	}

	@Override
	public int end() {
		return faces.get(faces.size() - 1).frame();
	}

	@Override
	public Box firstBox() {
		return faces.get(0).raw();
	}

	@Override
	public Box box() {
		return faces.get(faces.size() - 1).raw();
	}

	@Override
	public double area() {
		return faces.stream().mapToDouble(f -> f.raw().width() * f.raw().height())
			.sum();
	}

	@Override
	public FaceTemplate meanTemplate() {
		return template;
	}
}
