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
package io.github.janusfiji.blink.report;

import io.github.janusfiji.blink.EyeEvent.Kind;
import java.awt.Color;

/** One colour for each kind of event, in plots, sheets and pages alike. */
final class EventColours {

	private EventColours() {}

	/** @return strong, for lines and letters */
	static Color line(final Kind kind) {
		return switch (kind) {
			case BLINK -> new Color(200, 0, 0);
			case PARTIAL_BLINK -> new Color(215, 95, 0);
			case CLOSURE -> new Color(130, 0, 130);
			case LOOK_DOWN -> new Color(0, 90, 190);
			case SQUINT -> new Color(120, 100, 0);
			case WINK -> new Color(0, 130, 90);
			case HIDDEN, LOST -> new Color(110, 110, 110);
		};
	}

	/** @return the same, pale, for areas behind curves */
	static Color band(final Kind kind) {
		final Color c = line(kind);
		return new Color(pale(c.getRed()), pale(c.getGreen()), pale(c.getBlue()));
	}

	private static int pale(final int level) {
		return 255 - (255 - level) / 5;
	}

	/** @return as style sheets write it */
	static String css(final Color colour) {
		return String.format("#%06x", colour.getRGB() & 0xffffff);
	}
}
