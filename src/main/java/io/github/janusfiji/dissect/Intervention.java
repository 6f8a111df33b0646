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
package io.github.janusfiji.dissect;

import io.github.janusfiji.model.ModelUnits;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets units to fixed values while a decoder paints: 0 to ablate them, their
 * mean level to insert them. Everywhere in the picture, or only where a part is.
 */
final class Intervention implements ModelUnits.Observer {

	private final Map<String, Map<Integer, Double>> values = new HashMap<>();
	private final Part place;
	private final List<PartMap> maps;

	/**
	 * @param units of one decoder, which need not exist in all layers
	 * @param insert whether they are set to their mean level; else to 0
	 * @param place where; null for everywhere
	 * @param maps of the parts of the faces that will be painted; may be empty for
	 *          everywhere
	 */
	Intervention(final Collection<UnitFindings> units, final boolean insert,
		final Part place, final List<PartMap> maps)
	{
		for (final UnitFindings unit : units)
			values.computeIfAbsent(unit.unit().layer(), layer -> new HashMap<>()).put(
				unit.unit().number(), insert ? unit.level() : 0);
		this.place = place;
		this.maps = maps;
	}

	@Override
	public boolean seen(final String layer, final ImageBatch activations) {
		final var wanted = values.get(layer);
		if (wanted == null) return false;
		final int size = activations.width();
		for (int n = 0; n < activations.count(); n++) {
			final FloatBuffer face = activations.slot(n);
			final int picture = n;
			wanted.forEach((unit, value) -> {
				for (int i = 0; i < size * size; i++)
					if (place == null || isThere(maps.get(picture), i % size, i / size,
						size)) face.put(unit * size * size + i, value.floatValue());
			});
		}
		return true;
	}

	/** Whether a pixel of a small picture has any of the part in it. */
	private boolean isThere(final PartMap map, final int x, final int y,
		final int size)
	{
		final int grid = map.size();
		final int left = x * grid / size, top = y * grid / size;
		final int right = Math.max(left + 1, (x + 1) * grid / size);
		final int bottom = Math.max(top + 1, (y + 1) * grid / size);
		for (int j = top; j < bottom; j++)
			for (int i = left; i < right; i++)
				if (place.covers(map.at(j * grid + i))) return true;
		return false;
	}
}
