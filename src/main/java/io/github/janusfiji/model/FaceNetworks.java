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

import io.github.janusfiji.nn.Engine;

/** Networks of every blueprint. */
final class FaceNetworks {

	private FaceNetworks() {}

	/**
	 * @param blueprint its shape
	 * @param engine computes
	 * @param seed of the weights
	 * @return a new network to train
	 */
	static FaceNetwork fresh(final Blueprint blueprint, final Engine engine,
		final long seed)
	{
		if (blueprint instanceof Architecture a) return FaceAutoencoder.fresh(a,
			engine, seed);
		if (blueprint instanceof ExpressionArchitecture e) return e.isStyled()
			? StyleNetwork.fresh(e, engine, seed) : ExpressionNetwork.fresh(e, engine,
				seed);
		if (blueprint instanceof FastArchitecture f) return FastNetwork.fresh(f,
			engine, seed);
		return FaceGan.fresh((GanArchitecture) blueprint, engine, seed);
	}

	/**
	 * @param blueprint its shape
	 * @param engine computes
	 * @param trainable whether it will be trained, not only decode
	 * @return a network of zeros, to read weights into
	 */
	static FaceNetwork empty(final Blueprint blueprint, final Engine engine,
		final boolean trainable)
	{
		if (blueprint instanceof Architecture a) return FaceAutoencoder.empty(a,
			engine, trainable);
		if (blueprint instanceof ExpressionArchitecture e) return e.isStyled()
			? StyleNetwork.empty(e, engine, trainable) : ExpressionNetwork.empty(e,
				engine, trainable);
		if (blueprint instanceof FastArchitecture f) return FastNetwork.empty(f,
			engine, trainable);
		return FaceGan.empty((GanArchitecture) blueprint, engine, trainable);
	}
}
