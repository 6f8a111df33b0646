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
package io.github.janusfiji.swap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Paints no face twice. Keeps every face: for the few frames of a preview. */
final class RememberingPainter implements FacePainter {

	private record Painted(Target target, DecodedFace face) {}

	private final FacePainter painter;
	private final List<Painted> known = new ArrayList<>();
	private boolean begun;

	/** @param painter paints what is new, for one stretch of a clip */
	RememberingPainter(final FacePainter painter) {
		this.painter = painter;
	}

	@Override
	public ModelFraming framing() {
		return painter.framing();
	}

	@Override
	public void begin(final PersonTrack person) {
		if (!begun) painter.begin(person);
		begun = true;
	}

	@Override
	public List<DecodedFace> paint(final List<SwapFrame> faces) {
		final List<SwapFrame> fresh = faces.stream().filter(f -> find(f) == null)
			.toList();
		if (!fresh.isEmpty()) {
			final List<DecodedFace> painted = painter.paint(fresh);
			for (int i = 0; i < fresh.size(); i++)
				known.add(new Painted(fresh.get(i).target()
					.orElseThrow(), painted.get(i)));
		}
		return faces.stream().map(this::find).toList();
	}

	private DecodedFace find(final SwapFrame face) {
		final Target target = face.target().orElseThrow();
		return known.stream().filter(p -> p.target.landmarks().equals(target
			.landmarks()) && Arrays.deepEquals(p.target.crop().planes(), target.crop()
				.planes())).findFirst().map(Painted::face).orElse(null);
	}
}
