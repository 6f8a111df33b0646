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
package io.github.janusfiji.compare;

import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.InputException;
import java.util.List;

/** What is shown of two pictures of the same size. */
enum View {

	/** One beside the other. */
	SIDEBYSIDE(2, 1) {

		@Override
		List<int[]> panels(final FramePair pair, final Residuals residuals,
			final int layer)
		{
			return List.of(pair.first(), pair.second());
		}
	},

	/** The amplified difference, absolute and with its sign about grey. */
	DIFFERENCE(2, 1) {

		@Override
		List<int[]> panels(final FramePair pair, final Residuals residuals,
			final int layer)
		{
			return List.of(residuals.absolute(pair.first(), pair.second()), residuals
				.signed(pair.second(), pair.first()));
		}
	},

	/** The first, then the second, in the same place. */
	FLICKER(1, 2) {

		@Override
		List<int[]> panels(final FramePair pair, final Residuals residuals,
			final int layer)
		{
			return List.of(layer == 0 ? pair.first() : pair.second());
		}
	},

	/** What compressing each once more would change. */
	ERRORLEVEL(2, 1) {

		@Override
		List<int[]> panels(final FramePair pair, final Residuals residuals,
			final int layer)
		{
			return List.of(residuals.errorLevel(pair.first(), pair.width()), residuals
				.errorLevel(pair.second(), pair.width()));
		}
	},

	/** What a denoiser takes away from each. */
	NOISE(2, 1) {

		@Override
		List<int[]> panels(final FramePair pair, final Residuals residuals,
			final int layer)
		{
			return List.of(residuals.noise(pair.first(), pair.width()), residuals
				.noise(pair.second(), pair.width()));
		}
	},

	/** All that take two panels, one after another. */
	ALL(2, 4) {

		@Override
		List<int[]> panels(final FramePair pair, final Residuals residuals,
			final int layer)
		{
			return LAYERS.get(layer).panels(pair, residuals, 0);
		}

		@Override
		String label(final int layer) {
			return LAYERS.get(layer).label(0);
		}
	};

	private static final List<View> LAYERS = List.of(SIDEBYSIDE, DIFFERENCE,
		ERRORLEVEL, NOISE);

	private final int panels, layers;

	View(final int panels, final int layers) {
		this.panels = panels;
		this.layers = layers;
	}

	/**
	 * @param name as users write it
	 * @return the view
	 * @throws InputException if there is none of that name
	 */
	static View of(final String name) throws InputException {
		return Choice.of(View.class, "view", name);
	}

	/** @return pictures beside each other */
	int panels() {
		return panels;
	}

	/** @return pictures for each frame, one after another */
	int layers() {
		return layers;
	}

	/**
	 * @param layer from 0
	 * @return what it shows, for people
	 */
	String label(final int layer) {
		return Choice.label(this);
	}

	/**
	 * @param pair two pictures
	 * @param residuals makes differences visible
	 * @param layer from 0
	 * @return the pictures to show beside each other
	 */
	abstract List<int[]> panels(FramePair pair, Residuals residuals,
		int layer);
}
