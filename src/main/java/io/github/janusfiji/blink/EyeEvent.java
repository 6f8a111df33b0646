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
package io.github.janusfiji.blink;

/**
 * Event of the eyes: a blink, a look-down, a closure, or a time in which they
 * were not seen.
 *
 * @param kind what it is taken for
 * @param start first frame
 * @param peak frame in which the eyes are most closed; the middle where none is
 *          to be seen
 * @param end last frame
 * @param from time of the first frame, s
 * @param to end of the last frame, s
 * @param openness lowest openness of both eyes, 0 to 1; NaN where the eyes were
 *          not seen
 * @param confidence in the kind, 0 to 1
 */
public record EyeEvent(Kind kind, int start, int peak, int end, double from,
	double to, double openness, double confidence)
{

	/** Kinds of events. */
	public enum Kind {

			/** Both lids fall all the way and rise again: {@link Blink}. */
			BLINK("blink"),

			/** A blink whose lids stop on the way down. */
			PARTIAL_BLINK("partial blink"),

			/** Both eyes shut for longer than a blink. */
			CLOSURE("closure"),

			/** Lids lowered over eyes that look down. */
			LOOK_DOWN("look-down"),

			/** Both eyes narrowed, not shut. */
			SQUINT("squint"),

			/** One eye shut while the other one stays open. */
			WINK("wink"),

			/** The head is turned so far that an eye is out of sight. */
			HIDDEN("hidden"),

			/** The face was not found. */
			LOST("lost");

		private final String label;

		Kind(final String label) {
			this.label = label;
		}

		/**
		 * @return whether a blink could be seen in frames of which this is said;
		 *         frames without face are in no table of eyes and are not asked
		 */
		public boolean isObservable() {
			return switch (this) {
				case BLINK, PARTIAL_BLINK, SQUINT, WINK -> true;
				case LOOK_DOWN, CLOSURE, HIDDEN, LOST -> false;
			};
		}

		@Override
		public String toString() {
			return label;
		}
	}

	/** @return how long it lasts, s */
	public double duration() {
		return to - from;
	}
}
