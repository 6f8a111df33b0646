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
final class RememberingDecoder implements FaceDecoder {

	private record Painted(Crop crop, DecodedFace face) {}

	private final FaceDecoder decoder;
	private final List<Painted> known = new ArrayList<>();

	/** @param decoder paints what is new */
	RememberingDecoder(final FaceDecoder decoder) {
		this.decoder = decoder;
	}

	@Override
	public ModelFraming framing() {
		return decoder.framing();
	}

	@Override
	public List<DecodedFace> decode(final List<Crop> faces) {
		final List<Crop> fresh = faces.stream().filter(f -> find(f) == null)
			.toList();
		if (!fresh.isEmpty()) {
			final List<DecodedFace> painted = decoder.decode(fresh);
			for (int i = 0; i < fresh.size(); i++)
				known.add(new Painted(fresh.get(i), painted.get(i)));
		}
		return faces.stream().map(this::find).toList();
	}

	private DecodedFace find(final Crop crop) {
		return known.stream().filter(p -> p.crop.landmarks().equals(crop
			.landmarks()) && Arrays.deepEquals(p.crop.picture().planes(), crop
				.picture().planes())).findFirst().map(Painted::face).orElse(null);
	}
}
