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
package io.github.janusfiji.model;

import java.util.HashMap;
import java.util.Map;

/**
 * A map that is the same for every face, worked out once for each size of square
 * picture. Not thread-safe.
 */
final class RowTable implements CropSampler.RowMap {

	/** Positions across and down of one row. */
	private record Row(float[] x, float[] y) {}

	private final CropSampler.RowMap map;
	private final Map<Integer, Row[]> tables = new HashMap<>();

	/** @param map where pixels are taken */
	RowTable(final CropSampler.RowMap map) {
		this.map = map;
	}

	@Override
	public void row(final double v, final float[] x, final float[] y) {
		final Row row = tables.computeIfAbsent(x.length, this::table)[(int) (v *
			x.length)];
		System.arraycopy(row.x, 0, x, 0, x.length);
		System.arraycopy(row.y, 0, y, 0, y.length);
	}

	private Row[] table(final int size) {
		final var rows = new Row[size];
		for (int j = 0; j < size; j++) {
			rows[j] = new Row(new float[size], new float[size]);
			map.row((j + 0.5) / size, rows[j].x, rows[j].y);
		}
		return rows;
	}
}
