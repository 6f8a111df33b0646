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
package io.github.janusfiji.nn.nd4j;

import io.github.janusfiji.nn.ComputeDevice;
import io.github.janusfiji.nn.Engine;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J as a kind of engine: the first choice if its build for graphics cards was
 * installed, the last on a processor.
 */
public final class Nd4jProvider implements Engine.Provider {

	private static final int ON_A_CARD = 200;

	private static boolean isOnProcessor() {
		return Nd4j.getEnvironment().isCPU();
	}

	@Override
	public boolean isAvailable() {
		return true;
	}

	@Override
	public int preference() {
		return isOnProcessor() ? 0 : ON_A_CARD;
	}

	@Override
	public ComputeDevice device() {
		final int threads = Nd4j.getEnvironment().maxMasterThreads();
		final boolean oneDnn = Nd4j.getBackend().buildInfo().contains(
			"HAVE_ONEDNN");
		return isOnProcessor() ? ComputeDevice.processor(threads, oneDnn)
			: new ComputeDevice("GPU, CUDA, " + Nd4j.getAffinityManager()
				.getNumberOfDevices() + " card(s)", threads, oneDnn, true);
	}

	@Override
	public Engine create() {
		return isOnProcessor() ? Nd4jEngine.onProcessor() : Nd4jEngine.of(
			DataType.FLOAT);
	}

	@Override
	public Optional<Engine> reference() {
		return Optional.of(Nd4jEngine.of(DataType.DOUBLE));
	}
}
