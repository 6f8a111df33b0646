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

import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/**
 * How much native memory a training takes beside the weights, estimated before
 * it begins: gradients and Adam's two moments, and for each face what it leaves
 * in memory on its way through the network, with gradients and copies in
 * between.
 */
final class MemoryNeed {

	private static final int FLOAT = 4;

	/** Adam's, for each parameter. */
	private static final int MOMENTS = 2;

	/** Value, gradient and what oneDNN reorders, per activation. */
	private static final double COPIES = 3;

	/** ND4J's own, and the minibatches that are prepared ahead. */
	private static final double BASE = 200e6;

	private MemoryNeed() {}

	/**
	 * @param network to train, whose weights are in memory already
	 * @param batch faces of each person per step
	 * @param untouched whether its moments were never written: the system gives
	 *          their pages only then, so those of a new model are still to come,
	 *          while those read from a file are among what is taken already
	 * @return bytes that training takes from here on: gradients, activations and
	 *         untouched moments
	 */
	static double ofStep(final FaceNetwork network, final int batch,
		final boolean untouched)
	{
		final double each = untouched ? 1 + MOMENTS : 1;
		return BASE + FLOAT * (each * count(network.parameters()) + 2.0 * batch *
			COPIES * network.blueprint().activations());
	}

	private static long count(final List<Parameter> parameters) {
		return parameters.stream().mapToLong(p -> p.value().length()).sum();
	}

	/**
	 * @param network to train, whose weights are in memory already
	 * @param wish faces of each person per step
	 * @param untouched whether its moments were never written
	 * @param available bytes that may still be taken
	 * @return the largest of wish, wish / 2, wish / 4, … that fits
	 * @throws InputException if not even one face of each person does
	 */
	static int fitting(final FaceNetwork network, final int wish,
		final boolean untouched, final double available) throws InputException
	{
		for (int batch = wish; batch > 0; batch /= 2)
			if (ofStep(network, batch, untouched) <= available) return batch;
		throw new InputException(String.format(Locale.ROOT,
			"Training this preset takes about %.1f GB of memory and %.1f GB are " +
				"free: close other programs, give Java more with -Dorg.bytedeco." +
				"javacpp.maxphysicalbytes, or choose the preset light.", ofStep(network,
					1, untouched) / 1e9, Math.max(0, available) / 1e9));
	}

	/** @return bytes that this process may still take */
	static double available() {
		double free = free();
		if (Pointer.maxPhysicalBytes() > 0) free = Math.min(free, Pointer
			.maxPhysicalBytes() - Pointer.physicalBytes());
		if (Pointer.maxBytes() > 0) free = Math.min(free, Pointer.maxBytes() - Pointer
			.totalBytes());
		return free;
	}

	/** Linux counts what it would give up for us; elsewhere all there is. */
	private static double free() {
		final double all = Pointer.totalPhysicalBytes();
		final Path file = Path.of("/proc/meminfo");
		if (!Files.isReadable(file)) return all;
		try (var lines = Files.lines(file)) {
			return lines.filter(line -> line.startsWith("MemAvailable:")).findFirst()
				.map(line -> 1024 * Double.parseDouble(line.replaceAll("\\D", "")))
				.orElse(all);
		}
		catch (final IOException e) {
			return all;
		}
	}
}
