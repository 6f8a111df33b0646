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
package io.github.janusfiji.command;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import io.github.janusfiji.dissect.DissectionListener;
import java.util.List;

/**
 * Window that follows a dissection: faces as they are painted, and below them the
 * same without the units that are looked at. If the user closes it, it stays
 * closed and the dissection goes on.
 */
final class DissectionView implements DissectionListener {

	private final String name;
	private ImagePlus window;

	/** @param name of the model */
	DissectionView(final String name) {
		this.name = name;
	}

	@Override
	public void repainted(final String what, final int size,
		final List<int[]> before, final List<int[]> after)
	{
		if (window != null && window.getWindow() == null) return;
		final var picture = new ColorProcessor(size * before.size(), 2 * size);
		for (int n = 0; n < before.size(); n++) {
			picture.insert(new ColorProcessor(size, size, before.get(n)), n * size, 0);
			picture.insert(new ColorProcessor(size, size, after.get(n)), n * size,
				size);
		}
		final String title = name + " without " + what;
		if (window == null) {
			window = new ImagePlus(title, picture);
			window.show();
			return;
		}
		window.setProcessor(title, picture);
	}
}
