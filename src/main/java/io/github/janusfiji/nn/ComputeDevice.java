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
package io.github.janusfiji.nn;

import io.github.janusfiji.task.InputException;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What computes.
 *
 * @param name for people: {@code CPU, 2 threads, oneDNN}
 * @param threads worker threads of the processor
 * @param oneDnn whether oneDNN was loaded, by itself or in ND4J's build, without
 *          which convolutions take several times longer
 * @param gpu whether it is a graphics card
 */
public record ComputeDevice(String name, int threads, boolean oneDnn,
	boolean gpu)
{

	/**
	 * Loads ND4J, if it was not yet, and names what it computes on.
	 *
	 * @return the device in use
	 * @throws InputException if no build for this system can be loaded
	 */
	public static ComputeDevice current() throws InputException {
		try {
			final var environment = Nd4j.getEnvironment();
			final boolean gpu = !environment.isCPU();
			final boolean oneDnn = !gpu && Dnnl.isAvailable() || Nd4j.getBackend()
				.buildInfo().contains("HAVE_ONEDNN");
			final int threads = environment.maxMasterThreads();
			final String name = gpu ? "GPU, CUDA, " + Nd4j.getAffinityManager()
				.getNumberOfDevices() + " card(s)" : "CPU, " + threads + (threads == 1
					? " thread" : " threads") + (oneDnn ? ", oneDNN" : ", no oneDNN");
			return new ComputeDevice(name, threads, oneDnn, gpu);
		}
		catch (final LinkageError | RuntimeException e) {
			throw new InputException("ND4J, which computes the face models, cannot " +
				"be loaded on this system: install the build of Janus for it.", e);
		}
	}

	/**
	 * @param wish {@code auto}, {@code cpu} or {@code gpu}
	 * @return the device in use
	 * @throws InputException if it is not the one that was wished for
	 */
	public static ComputeDevice select(final String wish) throws InputException {
		if (!wish.matches("auto|cpu|gpu")) throw new InputException("There is no " +
			"device '" + wish + "': choose auto, cpu or gpu.");
		final ComputeDevice device = current();
		if ("gpu".equals(wish) && !device.gpu) throw new InputException(
			"This installation of Janus computes on the processor only: choose the " +
				"device cpu, or install the build for CUDA.");
		if ("cpu".equals(wish) && device.gpu) throw new InputException(
			"This installation of Janus computes on the graphics card only: choose " +
				"the device gpu, or install the build for the processor.");
		return device;
	}
}
