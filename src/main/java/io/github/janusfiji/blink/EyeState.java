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

import io.github.janusfiji.blink.EyeEvent.Kind;
import java.util.Optional;

/**
 * Eyes in one frame.
 *
 * @param frame index, from 0
 * @param time s
 * @param openness both eyes: 0 closed, 1 as open as this person's usually are
 * @param right the person's right eye alone
 * @param left the person's left eye alone
 * @param probabilityClosed probability that the eyes are shut
 * @param ear mean aspect ratio of both eyes, height over width of the landmarks
 * @param event what the frame is a part of; none with eyes simply open
 */
public record EyeState(int frame, double time, double openness, double right,
	double left, double probabilityClosed, double ear, Optional<Kind> event)
{

	/** @return what the frame is a part of, in words; {@code open} of nothing */
	public String state() {
		return event.map(Kind::toString).orElse("open");
	}

	/** @return whether a blink could be seen in this frame */
	public boolean isObservable() {
		return event.map(Kind::isObservable).orElse(true);
	}
}
